import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Fen } from '../base/money.js';
import type { Month } from '../base/month.js';
import { INDUSTRIES, type Industry, MODES, type Mode } from '../base/vocabulary.js';
import { readInChunks } from './chunks.js';
import type { Database } from './database.js';
import { textList } from './dialect.js';
import { type NamedCode, readRegionNames } from './regions.js';
import { inRegions } from './scope.js';
import { snapshot } from './snapshot.js';

export { knownRegions } from './regions.js';

/** What income can be grouped by. */
export type IncomeDimension =
  'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE' | 'MODE' | 'INDUSTRY' | 'PARK' | 'PROJECT' | 'YEAR' | 'MONTH';

/** Which receipts are summed; what is left out does not restrict, an empty list matches nothing. */
export interface IncomeQuery {
  readonly scope?: readonly string[];
  readonly villages?: readonly string[];
  readonly townships?: readonly string[];
  readonly modes?: readonly Mode[];
  readonly industries?: readonly Industry[];
  readonly parks?: readonly string[];
  readonly projects?: readonly string[];
  /** First month, included. */
  readonly from?: Month;
  /** Last month, included. */
  readonly to?: Month;
  /** In the order in which the groups are sorted; empty: one group of everything. */
  readonly groupBy: readonly IncomeDimension[];
  /** The most groups that are returned. */
  readonly limit: number;
}

/** A sum of receipts; a dimension that was not asked for, or that the receipts do not have, is null. */
export interface IncomeGroup {
  /** Of the finest region dimension asked for. */
  readonly region: NamedCode | null;
  readonly mode: Mode | null;
  readonly industry: Industry | null;
  readonly park: NamedCode | null;
  readonly project: string | null;
  readonly year: number | null;
  readonly month: Month | null;
  readonly amount: Fen;
  readonly receipts: number;
}

export interface IncomeAggregate {
  /** Of everything that matches, also beyond the limit. */
  readonly total: Fen;
  readonly truncated: boolean;
  /** In ascending order of the dimensions as they were asked for; modes and industries in the order of the vocabulary. */
  readonly groups: readonly IncomeGroup[];
}

const REGION_LENGTHS = { PROVINCE: 2, PREFECTURE: 4, COUNTY: 6, TOWNSHIP: 9, VILLAGE: 12 } as const;
const isRegion = (dimension: IncomeDimension): dimension is keyof typeof REGION_LENGTHS => dimension in REGION_LENGTHS;

/** What a group is made by. A region's code begins every code within it. */
function groupingOf(dimension: IncomeDimension): RawBuilder<string | number | null> {
  if (dimension === 'VILLAGE') return sql`receipts.village`;
  if (isRegion(dimension)) return sql`substr(receipts.village, 1, ${sql.lit(REGION_LENGTHS[dimension])})`;
  if (dimension === 'YEAR') return sql`(receipts.month / 12)`;
  return sql.ref(`receipts.${dimension.toLowerCase()}`);
}

/** What the groups are sorted by: absent first, on both databases. */
function sortingOf(dimension: IncomeDimension): RawBuilder<string | number> {
  const inOrder = (words: readonly string[]) =>
    sql<number>`case ${groupingOf(dimension)} ${sql.join(
      words.map((word, index) => sql`when ${sql.lit(word)} then ${sql.lit(index)}`),
      sql` `,
    )} else -1 end`;
  if (dimension === 'MODE') return inOrder(MODES);
  if (dimension === 'INDUSTRY') return inOrder(INDUSTRIES);
  if (dimension === 'PARK' || dimension === 'PROJECT') return sql`coalesce(${groupingOf(dimension)}, '')`;
  return groupingOf(dimension) as RawBuilder<string | number>;
}

/**
 * Sums what reached the accounts, up to the as-of month of each county: one aggregate in the database, then the names
 * of the groups' regions and parks.
 */
export const aggregateIncome = (db: Kysely<Database>, query: IncomeQuery): Promise<IncomeAggregate> =>
  snapshot(db, async (db) => {
    const dimensions = [...new Set(query.groupBy)];
    const groupings = dimensions.map(groupingOf);
    let select = db
      .selectFrom('receipts')
      .innerJoin('counties', 'counties.code', 'receipts.county')
      .whereRef('receipts.month', '<=', 'counties.as_of')
      .where((where) => {
        const conditions: Expression<SqlBool>[] = [];
        for (const regions of [query.scope, query.villages, query.townships]) {
          if (regions) conditions.push(inRegions(db, 'receipts.village', regions));
        }
        const oneOf = (column: 'mode' | 'industry' | 'park' | 'project', values: readonly string[] | undefined) => {
          if (values) conditions.push(sql<SqlBool>`${sql.ref(`receipts.${column}`)} in ${textList(db, values)}`);
        };
        oneOf('mode', query.modes);
        oneOf('industry', query.industries);
        oneOf('park', query.parks);
        oneOf('project', query.projects);
        if (query.from !== undefined) conditions.push(where('receipts.month', '>=', query.from));
        if (query.to !== undefined) conditions.push(where('receipts.month', '<=', query.to));
        return where.and(conditions);
      })
      .select([
        sql<Fen>`cast(sum(receipts.amount) as bigint)`.as('amount'),
        sql<number>`count(*)`.as('receipts'),
        sql<Fen>`cast(sum(sum(receipts.amount)) over () as bigint)`.as('total'),
      ])
      .select(groupings.map((grouping, index) => grouping.as(`dimension_${index}`)))
      .having(sql<SqlBool>`count(*) > 0`)
      .limit(query.limit + 1);
    for (const [index, dimension] of dimensions.entries()) select = select.groupBy(groupings[index]!).orderBy(sortingOf(dimension));
    const rows = await select.execute();

    const groups = rows.slice(0, query.limit);
    const finest = dimensions.filter(isRegion).sort((left, right) => REGION_LENGTHS[right] - REGION_LENGTHS[left])[0];
    const valueOf = (row: (typeof rows)[number], dimension: IncomeDimension | undefined) => {
      const index = dimension === undefined ? -1 : dimensions.indexOf(dimension);
      return index < 0 ? null : ((row as Record<string, string | number | null>)[`dimension_${index}`] ?? null);
    };
    const codesOf = (dimension: IncomeDimension | undefined) =>
      groups.map((row) => valueOf(row, dimension)).filter((code): code is string => typeof code === 'string');
    const regionNames = await readRegionNames(db, codesOf(finest));
    const parkCodes = [...new Set(codesOf('PARK'))];
    const parks = await readInChunks(parkCodes, (chunk) =>
      db.selectFrom('parks').select(['code', 'name']).where('code', 'in', chunk).execute(),
    );
    const parkNames = new Map(parks.map((park) => [park.code, park.name]));
    const named = (code: string | number | null, names: ReadonlyMap<string, string>): NamedCode | null =>
      typeof code === 'string' ? { code, name: names.get(code) ?? code } : null;
    return {
      total: rows[0]?.total ?? 0,
      truncated: rows.length > query.limit,
      groups: groups.map((row) => ({
        region: named(valueOf(row, finest), regionNames),
        mode: valueOf(row, 'MODE') as Mode | null,
        industry: valueOf(row, 'INDUSTRY') as Industry | null,
        park: named(valueOf(row, 'PARK'), parkNames),
        project: valueOf(row, 'PROJECT') as string | null,
        year: valueOf(row, 'YEAR') as number | null,
        month: valueOf(row, 'MONTH') as Month | null,
        amount: row.amount,
        receipts: row.receipts,
      })),
    };
  });
