import type { Kysely } from 'kysely';
import { CRITERIA, type Criterion } from '../../base/vocabulary.js';
import type { Database } from '../../store/database.js';
import { raiseRevision } from '../../store/revision.js';
import { CRITERION_COLUMNS } from '../../store/village-record.js';
import { entriesOf } from '../register/register-book.js';
import type { Values } from '../register/register.js';
import { eligibilityJudgments } from '../registers/eligibility-judgment.js';

/**
 * Lets a village's condition be what its latest judgment says, not judged where none is left; the county's revision rises,
 * for who may be funded is projected.
 */
export async function settleCriterion(db: Kysely<Database>, judged: Values): Promise<void> {
  const village = String(judged['village']);
  const criterion = judged['criterion'] as Criterion;
  const kept = await entriesOf(db, eligibilityJudgments, { villages: [village] });
  const latest = kept.find(({ values }) => values.criterion === criterion);
  const column = CRITERION_COLUMNS[CRITERIA.indexOf(criterion)]!;
  const met = latest ? Number(latest.values.met) : null;
  const row = await db.selectFrom('villages').select([column, 'county']).where('code', '=', village).executeTakeFirstOrThrow();
  if (row[column] === met) return;
  await db
    .updateTable('villages')
    .set({ [column]: met })
    .where('code', '=', village)
    .execute();
  const revision = await raiseRevision(db);
  await db.updateTable('counties').set({ revision }).where('code', '=', row.county).execute();
}
