import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openStore } from '../../server/store/store.js';
import { describeOnBoth } from '../setup/stores.js';

/** Every table with its columns, whether they may be null; a type is told apart only where both databases do. */
const TABLES = `
adopted_plans: adopted_at adopted_by content counties demonstration id name note? number
assumption_changes: after? before? changed_at id name
counties: as_of? batch code demonstration name revision
documents: content id media_type name size stored_at stored_by?
entries: county created_at demonstration fields id register revision sort_key updated_at updated_by? village?
entry_changes: after? before? changed_at changed_by? county demonstration entry number reason? register
import_bases: basis batch
import_batches: counties counts demonstration files id imported_at imported_by reason? removed_demonstration? undo_reason? undone_at? undone_by?
import_changes: batch before relation sequence
import_words: id key kind meaning said_at said_by? written
job_chunks: job joined? kept position
job_leases: holder job position until
jobs: completed_chunks created_at error? finished_at? id idempotency_key? input input_hash kind number result? started_at? status total_chunks version
notebook_versions: editor? name? notebook revision saved_at spec
notebooks: county? created_at creation_hash deleted_at? editor? id origin? revision title updated_at
parks: batch code county? kind? name payer?
plan_withdrawals: plan reason withdrawn_at withdrawn_by
projects: batch capital code county delay? failure? funder? industry? insured? late? mode name park? premium? rate? sd? stage start village
receipts: amount batch county id industry? mode month park? project? reference? source_file source_row village
targets: amount batch county village year
townships: batch code county name
villages: batch code county criterion_1? criterion_2? criterion_3? criterion_4? criterion_5? criterion_6? name township
workspace: id revision
workspace_assumptions: changed_at name value
`.trim();

describeOnBoth('migrations', (newPlace, newStore) => {
  test('make the same tables', async () => {
    const { db } = await newStore();
    const tables = await db.introspection.getTables();
    const written = tables
      .map(({ name, columns }) => {
        const names = columns.map((column) => `${column.name}${column.isNullable ? '?' : ''}`).sort();
        return `${name}: ${names.join(' ')}`;
      })
      .sort();
    expect(written.join('\n')).toBe(TABLES);
  });

  test('run once: a database that is opened again keeps its rows', async () => {
    const { where } = await newPlace();
    const first = await openStore(where);
    await first.db.updateTable('workspace').set({ revision: 7 }).execute();
    await first.close();
    const second = await openStore(where);
    expect(await second.db.selectFrom('workspace').selectAll().execute()).toEqual([{ id: 1, revision: 7 }]);
    await second.close();
  });

  test('refuse a row of an unknown parent when the transaction ends', async () => {
    const { db } = await newStore();
    const insert = db.insertInto('townships').values({ code: '451026100', county: '451026', name: '城厢镇', batch: 1 }).execute();
    await expect(insert).rejects.toThrow(/foreign key/i);
  });

  test('keep bigint and double precision exactly', async () => {
    const { db } = await newStore();
    const { most, tenth } = (
      await sql<{
        most: number;
        tenth: number;
      }>`select cast(9007199254740991 as bigint) as most, cast(0.1 as double precision) as tenth`.execute(db)
    ).rows[0]!;
    expect([most, tenth]).toEqual([Number.MAX_SAFE_INTEGER, 0.1]);
  });
});
