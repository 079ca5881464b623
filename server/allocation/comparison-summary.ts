import { toFen, toYuan } from '../base/money.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';
import type { Estimate } from '../statistics/estimate.js';
import { estimateFromSums } from '../statistics/sums.js';
import type { ComparisonSums } from './comparison-sums.js';

/** Nobody reads further down a list of villages that hardly move. */
export const MOST_MOVERS = 1_000;

export interface ComparedScenario {
  readonly name: string;
  /** Sum of its grants, yuan. */
  readonly cost: number;
  /** Expected number of villages that reach their target in the asked year. */
  readonly expectedReaching: Estimate;
  readonly grants: readonly ListedGrant[];
}

/** A scenario less the baseline, trial by trial. */
export interface ScenarioDifference {
  /** Position of the scenario. */
  readonly scenario: number;
  /** By how many more villages are expected to reach. */
  readonly expectedReaching: Estimate;
  /** Share of the trials in which more villages reach than under the baseline, as many, fewer. */
  readonly chanceBetter: number;
  readonly chanceEqual: number;
  readonly chanceWorse: number;
  readonly costPerExtraVillage: CostPerExtraVillage;
  /** Villages whose chance changes, by descending size of the change, ties by code; the first `MOST_MOVERS` of them. */
  readonly movers: readonly Mover[];
}

/**
 * Yuan spent beyond the baseline for each village more that is expected to reach. Null where no village more is expected.
 * Where the scenario costs as much as the baseline it is 0, where it costs less it is negative: what is saved with each
 * village gained. (A saving with villages lost is no price of a village, so it is null.) `low` and `high` are the ends of the
 * Monte Carlo 95% interval (Fieller 1954, the cost being known exactly); an end is null where the interval of the difference
 * contains 0, so that no bound can be given.
 */
export interface CostPerExtraVillage {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Mover {
  readonly village: string;
  /** Its chance under the baseline. */
  readonly before: number;
  /** Its chance under the scenario. */
  readonly after: number;
  /** Monte Carlo standard error of after − before, from the trials in which they differ. */
  readonly standardError: number;
}

/** What was compared, and every scenario but the baseline held against it, by position. */
export interface ComparisonSummary {
  readonly scenarios: readonly ComparedScenario[];
  readonly differences: readonly ScenarioDifference[];
}

/** What a scenario is called in a comparison, and what its policy gives. */
export interface GrantedScenario {
  readonly scenario: Pick<Scenario, 'name'>;
  readonly grants: readonly ListedGrant[];
}

/**
 * @param compared in the order of the sums
 * @param villages codes of the villages, in the order of the sums
 */
export function summariseComparison(
  sums: ComparisonSums,
  compared: readonly GrantedScenario[],
  villages: readonly string[],
): ComparisonSummary {
  const costs = compared.map(({ grants }) => grants.reduce((sum, { amount }) => sum + toFen(amount), 0));
  const scenarios = compared.map(({ scenario, grants }, s) => ({
    name: scenario.name,
    cost: toYuan(costs[s]!),
    expectedReaching: estimateFromSums(sums.reaching(s), 0, villages.length),
    grants,
  }));
  const { baseline } = sums;
  const others = Array.from(compared.keys()).filter((s) => s !== baseline);
  const differences = others.map((scenario) => {
    const expectedReaching = estimateFromSums(sums.difference(scenario, baseline), -villages.length, villages.length);
    const { better, equal } = sums.against(scenario);
    return {
      scenario,
      expectedReaching,
      chanceBetter: better / sums.trials,
      chanceEqual: equal / sums.trials,
      chanceWorse: (sums.trials - better - equal) / sums.trials,
      costPerExtraVillage: costPerExtraVillage(toYuan(costs[scenario]! - costs[baseline]!), expectedReaching),
      movers: moversOf(sums, scenario, villages),
    };
  });
  return { scenarios, differences };
}

/** @param extraCost of the scenario beyond the baseline, yuan */
export function costPerExtraVillage(extraCost: number, { mean, low, high }: Estimate): CostPerExtraVillage {
  if (!(mean > 0)) return { value: null, low: null, high: null };
  const value = extraCost / mean;
  if (low <= 0) return { value, low: null, high: null };
  const ends = [extraCost / low, extraCost / high].sort((left, right) => left - right);
  return { value, low: ends[0]!, high: ends[1]! };
}

function moversOf(sums: ComparisonSums, scenario: number, villages: readonly string[]): Mover[] {
  const moved = villages.flatMap((village, v) => {
    const { before, after, gained } = sums.change(scenario, v);
    return before === after ? [] : [{ village, before, after, changed: 2 * gained - (after - before) }];
  });
  return moved
    .sort(
      (left, right) => Math.abs(right.after - right.before) - Math.abs(left.after - left.before) || (left.village < right.village ? -1 : 1),
    )
    .slice(0, MOST_MOVERS)
    .map(({ village, before, after, changed }) => ({
      village,
      before: before / sums.trials,
      after: after / sums.trials,
      standardError: estimateFromSums({ count: sums.trials, sum: after - before, squares: changed }).standardError,
    }));
}
