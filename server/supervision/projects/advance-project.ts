import type { Kysely } from 'kysely';
import { Problem } from '../../base/errors/problem.js';
import type { SupervisionDefaults } from '../../scenario/supervision-defaults.js';
import type { Database } from '../../store/database.js';
import type { Change } from '../../store/entries.js';
import { findProject, setProjectStage } from '../../store/projects.js';
import { lockWorkspace } from '../../store/revision.js';
import { inTransaction } from '../../store/transaction.js';
import { entriesOf, keepEntry, type Known } from '../register/register-book.js';
import { procedures } from '../registers/procedure.js';
import { stageEvents } from '../registers/stage-event.js';
import { decide, stageOrder, stateOf } from './stage-rules.js';

/** A decision on a project as it was written: the fields of a stage event. */
export type WrittenDecision = Readonly<Record<string, unknown>> & { readonly project: string };

/**
 * Writes a decision on a project down and moves the project accordingly, or neither.
 * @throws Problems what is wrong with the decision; Problem UNKNOWN_PROJECT, and those of `decide`
 */
export const advanceProject = (
  db: Kysely<Database>,
  written: WrittenDecision,
  { known, change, defaults }: { readonly known: Known; readonly change: Change; readonly defaults: SupervisionDefaults },
): Promise<void> =>
  inTransaction(db, async (db) => {
    await lockWorkspace(db);
    const project = await findProject(db, written.project);
    if (!project) throw new Problem('UNKNOWN_PROJECT', { value: written.project }, ['project']);
    const before = await eventsOf(db, project);
    const event = await keepEntry(db, stageEvents, { county: project.county, fields: written }, { known, change });
    const order = stageOrder(await entriesOf(db, procedures, { counties: [project.county] }), event.values.decidedOn);
    const after = decide(stateOf(project.stage, before), event.values, order, defaults.publicityDays);
    if (after.stage !== project.stage) await setProjectStage(db, project, after.stage);
  });

/** A project's decisions, the latest first. */
export const eventsOf = async (db: Kysely<Database>, { code, county }: { readonly code: string; readonly county: string }) =>
  (await entriesOf(db, stageEvents, { counties: [county] })).filter(({ values }) => values.project === code);
