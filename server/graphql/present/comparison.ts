import type { ComparisonView } from '../comparisons.js';
import type { Comparison } from '../types/comparison.js';

export const toComparison = (view: ComparisonView, baseline: number): Comparison => ({
  baseline,
  year: view.year,
  seed: view.seed,
  trials: view.trials,
  settled: view.settled,
  stoppedBecause: view.stoppedBecause,
  engineVersion: view.engineVersion,
  dataVersion: view.dataVersion,
  scenarios: view.scenarios.map(({ name, cost, expectedReaching, grants }) => ({
    name,
    cost,
    expectedReaching,
    grants: grants.map(({ village, option, amount }) => ({ village: view.villageOf(village), option, amount })),
  })),
  differences: view.differences.map(({ costPerExtraVillage, movers, ...difference }) => ({
    ...difference,
    costPerExtraVillage: costPerExtraVillage.value,
    costPerExtraVillageLow: costPerExtraVillage.low,
    costPerExtraVillageHigh: costPerExtraVillage.high,
    moved: movers.map((mover) => ({ ...mover, village: view.villageOf(mover.village) })),
  })),
});
