import type { CountyRecord } from '../../base/county.js';
import { batchEstimate } from '../../statistics/batch-estimate.js';
import type { Estimate } from '../../statistics/estimate.js';
import { gini } from '../../statistics/gini.js';
import { estimateFromSums, sumsOf } from '../../statistics/sums.js';
import type { ListedGrant } from '../../scenario/scenario.js';
import { grantsCost } from '../grants-cost.js';
import type { ReachingVillages } from '../reaching-villages.js';

/** How a plan treats villages and townships. */
export interface Equity {
  /** The village with the lowest chance, the first by code of equals, and that chance. */
  readonly lowest: { readonly village: string; readonly chance: Estimate };
  /** Gini coefficient of the villages' chances: 0 where all have the same. */
  readonly giniOfChances: Estimate;
  /** Ascending by code. */
  readonly townships: readonly TownshipShare[];
}

export interface TownshipShare {
  readonly township: string;
  readonly villages: number;
  /** Villages that get money. */
  readonly funded: number;
  /** Yuan. */
  readonly grants: number;
  readonly expectedReaching: Estimate;
}

/** Trials are cut into this many batches to tell the errors of numbers that are no means. */
const BATCHES = 20;

/** @param villages at least one, with at least as many trials as there are batches */
export function equityOf(
  { villages, reaches }: ReachingVillages,
  grants: readonly ListedGrant[],
  counties: readonly CountyRecord[],
): Equity {
  const trials = reaches[0]!.length;
  const edges = Array.from({ length: BATCHES + 1 }, (_, batch) => Math.floor((batch * trials) / BATCHES));
  const batchHits = reaches.map((own) => edges.slice(1).map((until, batch) => hitsIn(own, edges[batch]!, until)));
  const hits = batchHits.map((batches) => batches.reduce((sum, count) => sum + count, 0));
  const chances = hits.map((count) => count / trials);
  const without = edges.slice(1).map((until, batch) => {
    const left = trials - (until - edges[batch]!);
    return hits.map((count, village) => (count - batchHits[village]![batch]!) / left);
  });
  const estimated = (number: (chances: readonly number[]) => number) => batchEstimate(number(chances), without.map(number), 0, 1);
  const least = (of: readonly number[]) => of.reduce((lowest, chance) => Math.min(lowest, chance), 1);
  return {
    lowest: { village: villages[chances.indexOf(least(chances))]!, chance: estimated(least) },
    giniOfChances: estimated(gini),
    townships: townshipShares({ villages, reaches }, grants, counties),
  };
}

function townshipShares(
  { villages, reaches }: Pick<ReachingVillages, 'villages' | 'reaches'>,
  grants: readonly ListedGrant[],
  counties: readonly CountyRecord[],
): TownshipShare[] {
  const townshipOf = new Map(counties.flatMap((county) => county.villages.map(({ code, township }) => [code, township] as const)));
  const positions = Map.groupBy(villages.keys(), (village) => townshipOf.get(villages[village]!)!);
  const money = Map.groupBy(
    grants.filter(({ amount }) => amount > 0),
    ({ village }) => townshipOf.get(village)!,
  );
  return [...positions]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([township, own]) => {
      const given = money.get(township) ?? [];
      const byTrial = new Float64Array(reaches[0]!.length);
      for (const village of own) reaches[village]!.forEach((reached, trial) => (byTrial[trial]! += reached));
      return {
        township,
        villages: own.length,
        funded: new Set(given.map(({ village }) => village)).size,
        grants: grantsCost(given),
        expectedReaching: estimateFromSums(sumsOf(byTrial), 0, own.length),
      };
    });
}

function hitsIn(reaches: Uint8Array, from: number, until: number): number {
  let hits = 0;
  for (let trial = from; trial < until; trial++) hits += reaches[trial]!;
  return hits;
}
