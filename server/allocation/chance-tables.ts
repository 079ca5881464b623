import type { Draws } from '../projection/draws.js';
import { projectVillages, type CountyRequest, type FittedCounty } from '../projection/project-county.js';
import { HALF_A_FEN } from '../projection/target.js';
import type { GrantOption } from '../scenario/scenario.js';
import { chanceTable, type LumpScale } from './chance-table.js';
import { netReceiptsPerYuan } from './net-receipts-per-yuan.js';
import { projectedPosition } from './projected-position.js';

/**
 * Hits and shortfall of villages at every option and number of lumps. The cell of village v, option o and a number of lumps
 * stands at `cellOf`; money comes on top of what the scenario gives already.
 */
export interface ChanceTables {
  /** Codes, ascending. */
  readonly villages: readonly string[];
  /** Targets of the year by village, yuan. */
  readonly targets: Float64Array;
  readonly options: number;
  readonly levels: number;
  readonly trials: number;
  /** In how many trials the target is reached. */
  readonly hits: Float64Array;
  /** Sum over the trials of what is missing to the target, yuan. */
  readonly shortfall: Float64Array;
}

/** Where the cell of a village, an option and a number of lumps stands in the tables. */
export const cellOf = (
  { options, levels }: Pick<ChanceTables, 'options' | 'levels'>,
  village: number,
  option: number,
  lumps: number,
): number => (village * options + option) * (levels + 1) + lumps;

export interface TablesAsked {
  readonly options: readonly GrantOption[];
  readonly scale: LumpScale;
  /** The calendar year in which the target is to be reached. */
  readonly year: number;
}

/**
 * The tables of a county's villages in scope; yields after each village, so that whoever runs it may stop.
 * @throws Problem YEAR_NOT_PROJECTED
 */
export function* makingChanceTables(
  county: FittedCounty,
  request: CountyRequest,
  { options, scale, year }: TablesAsked,
  draws: Draws,
): Generator<void, ChanceTables> {
  const { scenario } = request;
  const position = projectedPosition(year, county, scenario);
  // Nothing is asked of the years after; what is drawn for one year does not depend on them.
  const upToYear = { ...request, scenario: { ...scenario, horizon: position + 1 } };
  const codes = county.record.villages.map(({ code }) => code).filter((code) => request.inScope(code));
  const tables = emptyTables(codes, { options: options.length, levels: scale.levels, trials: draws.trials });
  let village = 0;
  for (const projected of projectVillages(county, upToYear, draws)) {
    const target = projected.targets[position]!;
    tables.targets[village] = target;
    options.forEach((option, o) => {
      const perYuan = netReceiptsPerYuan(projected, option, scenario, position);
      const income = { everythingElse: projected.income.total[position]!, perYuan, threshold: target - HALF_A_FEN };
      const { hits, shortfall } = chanceTable(income, target, scale);
      const start = cellOf(tables, village, o, 0);
      tables.hits.set(hits, start);
      tables.shortfall.set(shortfall, start);
    });
    village += 1;
    yield;
  }
  return tables;
}

/** The tables of several counties as one; the counties in ascending order of code. */
export function joinChanceTables(parts: readonly ChanceTables[]): ChanceTables {
  if (parts.length === 1) return parts[0]!;
  const joined = emptyTables(
    parts.flatMap(({ villages }) => villages),
    parts[0]!,
  );
  let village = 0;
  for (const { villages, targets, hits, shortfall } of parts) {
    joined.targets.set(targets, village);
    joined.hits.set(hits, cellOf(joined, village, 0, 0));
    joined.shortfall.set(shortfall, cellOf(joined, village, 0, 0));
    village += villages.length;
  }
  return joined;
}

/** The tables of the same villages, options and lumps under two views, as if the trials of both were trials of one. */
export function addChanceTables(one: ChanceTables, other: ChanceTables): ChanceTables {
  const sum = (left: Float64Array, right: Float64Array) => left.map((value, cell) => value + right[cell]!);
  return {
    ...one,
    trials: one.trials + other.trials,
    hits: sum(one.hits, other.hits),
    shortfall: sum(one.shortfall, other.shortfall),
  };
}

function emptyTables(
  villages: readonly string[],
  { options, levels, trials }: Pick<ChanceTables, 'options' | 'levels' | 'trials'>,
): ChanceTables {
  const cells = villages.length * options * (levels + 1);
  return {
    villages,
    targets: new Float64Array(villages.length),
    options,
    levels,
    trials,
    hits: new Float64Array(cells),
    shortfall: new Float64Array(cells),
  };
}
