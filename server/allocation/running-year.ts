import type { CountyRecord } from '../base/county.js';
import { monthInYear, type Month } from '../base/month.js';
import type { CountyFit } from '../model/fit.js';
import type { Draws } from '../projection/draws.js';
import { projectVillages, type FittedCounty } from '../projection/project-county.js';
import { HALF_A_FEN } from '../projection/target.js';
import { isInScope } from '../scenario/known-regions.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';
import { differenceOfChances } from '../statistics/difference-of-chances.js';
import { chanceEstimate, estimate, meanEstimate, type Estimate } from '../statistics/estimate.js';
import { monthReceipts, type MonthReceipt } from './running-year-receipts.js';
import { ScenarioProjection } from './scenario-projection.js';

/** A county with its fit up to each month that is replayed, in the order of `replayedMonths`. */
export interface ReplayedCounty {
  readonly record: CountyRecord;
  readonly fits: readonly CountyFit[];
}

export interface RunningYearRequest {
  readonly counties: readonly ReplayedCounty[];
  readonly scenario: Scenario;
  /** A village of the scope. */
  readonly village: string;
  readonly months: readonly Month[];
}

/** How things stood at the end of a month, and what moved them since the month before. */
export interface ReplayedMonth {
  readonly month: Month;
  /** P(the village reaches its target this year). */
  readonly chance: Estimate;
  /** What the month changed in it; undefined for the first, from which the year is told. */
  readonly moved: { readonly change: Estimate; readonly ownPart: Estimate; readonly commonPart: Estimate } | undefined;
  /** Of the village, of that month. */
  readonly receipts: readonly MonthReceipt[];
  /** Expected number of villages of the scope that reach. */
  readonly expectedReaching: Estimate;
}

export interface RunningYear {
  /** The projected year 1. */
  readonly year: number;
  readonly target: number;
  readonly months: readonly ReplayedMonth[];
}

/** From December of the year before, when nothing of the year was known, to the as-of month. */
export function replayedMonths(asOf: Month): Month[] {
  const closed = monthInYear(asOf) % 12;
  return Array.from({ length: closed + 1 }, (_, index) => asOf - closed + index);
}

/**
 * Replays the running year month by month: what would have been said at the end of each month of a village's chance to reach
 * its target this year, and of how many villages of the scope reach.
 *
 * At each month only receipts up to it are read, those of committed projects included, as they stand in the books today: a
 * correction that was entered later counts in the month that it is booked in. All else is as it is now at every month: the
 * scenario, the grants that its policy gives and when they start, targets, the library of projects. All months see the same
 * draws, so that only receipts move the chance, and the last month is the projection's own first year, bit for bit.
 *
 * A month's change is told in two parts that sum to it. The village's books are read first: `ownPart` is what changes when the
 * month is closed in this village alone, receipts or silence, while of all others no more is known than a month before.
 * `commonPart` is what closing the month everywhere else adds: what the others' receipts tell of the shocks that are common
 * to the county, a mode, a park. (While only the village's own month is closed, the shock to payment times is taken to be the
 * same as a month before.)
 *
 * Yields after each month, so that other work can be done in between.
 * @throws Problem YEARS_DIFFER
 */
export function* replayingRunningYear(
  { counties, scenario, village, months }: RunningYearRequest,
  draws: Draws,
): Generator<void, RunningYear> {
  const now = counties.map(({ record, fits }) => ({ record, fit: fits.at(-1)! }));
  const firstYear = { ...scenario, horizon: 1 };
  const projection = new ScenarioProjection(now, firstYear, draws);
  const grants = projection.grants();
  const inScope = (code: string) => isInScope(code, scenario.scope);
  const home = counties.findIndex(({ record }) => record.villages.some(({ code }) => code === village));
  /** The options of the scenario as they start now, in a county. */
  const heldStill = counties.map(({ fits }) => startingFrom(firstYear, fits.at(-1)!.panel.asOf + 1));

  const replayed: ReplayedMonth[] = [];
  let before: { reaches: Uint8Array; fit: CountyFit } | undefined;
  let target = 0;
  for (const [position, month] of months.entries()) {
    const reaching = draws.doubles();
    let villages = 0;
    let reaches = new Uint8Array(0);
    for (const [index, { record, fits }] of counties.entries()) {
      const world = { county: { record, fit: fits[position]! }, scenario: heldStill[index]!, grants, inScope };
      eachVillage(world, reaching, draws, (code, own, asked) => {
        villages += 1;
        if (code !== village) return;
        reaches = Uint8Array.from(own);
        target = asked;
      });
    }
    const { record, fits } = counties[home]!;
    const fit = fits[position]!;
    replayed.push({
      month,
      chance: chanceEstimate(
        reaches.reduce((sum, hit) => sum + hit, 0),
        draws.trials,
      ),
      moved: before && movedBy(before, { reaches, fit }, () => readAlone(before!.fit, fit)),
      receipts: month > fit.panel.asOf || position === 0 ? [] : monthReceipts(record, fit, village, scenario.growth, month),
      expectedReaching: meanEstimate(reaching, 0, villages),
    });
    draws.giveBack(reaching);
    before = { reaches, fit };
    yield;
  }
  return { year: projection.years[0]!, target, months: replayed };

  /** Whether the village reaches where its own month is closed and no other's is. */
  function readAlone(earlier: CountyFit, later: CountyFit): Uint8Array {
    const fit = withOthersAsBefore(earlier, later, village);
    const county = { record: counties[home]!.record, fit };
    const ignored = draws.doubles();
    let reaches = new Uint8Array(0);
    eachVillage({ county, scenario: heldStill[home]!, grants, inScope: (code) => code === village }, ignored, draws, (_, own) => {
      reaches = Uint8Array.from(own);
    });
    draws.giveBack(ignored);
    return reaches;
  }
}

interface World {
  readonly county: FittedCounty;
  readonly scenario: Scenario;
  readonly grants: readonly ListedGrant[];
  readonly inScope: (village: string) => boolean;
}

/**
 * Projects year 1 of the villages and adds those that reach to `reaching`, trial by trial.
 * @param visit gets 1 for each trial in which the village reaches, else 0; good while it runs
 */
function eachVillage(
  { county, scenario, grants, inScope }: World,
  reaching: Float64Array,
  draws: Draws,
  visit: (village: string, reaches: Float64Array, target: number) => void,
): void {
  for (const { village, income, targets } of projectVillages(county, { scenario, grants, inScope }, draws)) {
    const reaches = draws.doubles().fill(1);
    const target = targets[0]!;
    draws.arithmetic.reach(income.total[0]!, reaches, reaching, target - HALF_A_FEN, target);
    visit(village, reaches, target);
    draws.giveBack(reaches);
  }
}

interface Standing {
  readonly reaches: Uint8Array;
  readonly fit: CountyFit;
}

/** A month's change and its two parts; of a month with the same fit as the one before nothing was read, so nothing changed. */
function movedBy(before: Standing, after: Standing, readAlone: () => Uint8Array): ReplayedMonth['moved'] {
  if (before.fit === after.fit) return { change: NO_CHANGE, ownPart: NO_CHANGE, commonPart: NO_CHANGE };
  const alone = readAlone();
  return {
    change: differenceOfChances(before.reaches, after.reaches),
    ownPart: differenceOfChances(before.reaches, alone),
    commonPart: differenceOfChances(alone, after.reaches),
  };
}

const NO_CHANGE = estimate(0, 0);

/**
 * A fit in which one village's books are read up to a later month than everyone else's. Both fits rest on the same complete
 * years, so their streams differ only in what has been received and what share of a year that is. A stream that the earlier
 * fit lacks began to pay this year: it tells of no common shock.
 */
function withOthersAsBefore(earlier: CountyFit, later: CountyFit, village: string): CountyFit {
  const before = new Map(earlier.streams.map((streamFit) => [streamFit.stream.key, streamFit]));
  const streams = later.streams.map((streamFit) =>
    streamFit.stream.village === village ? streamFit : (before.get(streamFit.stream.key) ?? streamFit),
  );
  return { ...later, streams };
}

/** The scenario with options that start in a fixed month where it leaves that open. */
const startingFrom = (scenario: Scenario, start: Month): Scenario => ({
  ...scenario,
  options: scenario.options.map((option) => ({ ...option, start: option.start ?? start })),
});
