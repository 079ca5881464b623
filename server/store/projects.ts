import { type Expression, type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import type { Stage } from '../base/vocabulary.js';
import type { Database, ProjectTable } from './database.js';
import { textList } from './dialect.js';
import { raiseRevision } from './revision.js';
import { inRegions } from './scope.js';

export type ProjectRow = Selectable<ProjectTable>;

/** Which projects are asked for; what is left out does not restrict. */
export interface ProjectQuery {
  /** Codes of regions of any level. */
  readonly scope?: readonly string[];
  readonly villages?: readonly string[];
  readonly parks?: readonly string[];
  readonly stages?: readonly Stage[];
  /** Part of the name, the code or the funder, taken literally. */
  readonly search?: string;
}

/** The projects that match, in ascending order of code. */
export const findProjects = (db: Kysely<Database>, query: ProjectQuery): Promise<ProjectRow[]> =>
  db
    .selectFrom('projects')
    .selectAll()
    .where((where) => {
      const conditions: Expression<SqlBool>[] = [];
      if (query.scope) conditions.push(inRegions(db, 'projects.village', query.scope));
      if (query.villages) conditions.push(sql<SqlBool>`projects.village in ${textList(db, query.villages)}`);
      if (query.parks) conditions.push(sql<SqlBool>`projects.park in ${textList(db, query.parks)}`);
      if (query.stages) conditions.push(sql<SqlBool>`projects.stage in ${textList(db, query.stages)}`);
      return where.and(conditions);
    })
    .orderBy('code')
    .execute()
    .then((rows) => {
      const wanted = query.search?.trim().toLowerCase();
      if (!wanted) return rows;
      return rows.filter(({ name, code, funder }) => [name, code, funder ?? ''].some((text) => text.toLowerCase().includes(wanted)));
    });

export const findProject = (db: Kysely<Database>, code: string): Promise<ProjectRow | undefined> =>
  db.selectFrom('projects').selectAll().where('code', '=', code).executeTakeFirst();

/** Moves a project to another stage; its county's revision rises, for what is committed is projected. */
export async function setProjectStage(db: Kysely<Database>, { code, county }: ProjectRow, stage: Stage): Promise<void> {
  await db.updateTable('projects').set({ stage }).where('code', '=', code).execute();
  const revision = await raiseRevision(db);
  await db.updateTable('counties').set({ revision }).where('code', '=', county).execute();
}

/** What each project has paid so far and in each calendar year, fen. */
export async function receiptsOfProjects(db: Kysely<Database>, codes: readonly string[]): Promise<Map<string, Map<number, number>>> {
  const rows = await db
    .selectFrom('receipts')
    .select(['project', 'month'])
    .select((select) => select.fn.sum<number>('amount').as('amount'))
    .where(sql<SqlBool>`project in ${textList(db, codes)}`)
    .groupBy(['project', 'month'])
    .execute();
  const byProject = new Map<string, Map<number, number>>();
  for (const { project, month, amount } of rows) {
    const years = byProject.get(project!) ?? new Map<number, number>();
    const year = Math.floor(month / 12);
    years.set(year, (years.get(year) ?? 0) + Number(amount));
    byProject.set(project!, years);
  }
  return byProject;
}
