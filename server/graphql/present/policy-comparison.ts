import type { ComparedPolicy as Compared, PolicyDifference as Difference } from '../../allocation/decision/policy-comparison.js';
import { POLICY_LABELS } from '../../allocation/decision/policy-kind.js';
import type { Language } from '../../base/errors/problem.js';
import type { PolicyComparisonView } from '../policy-comparisons.js';
import type { ComparedPolicy, PolicyComparison, PolicyDifference } from '../types/policy-comparison.js';
import type { Village } from '../types/village.js';

type VillageOf = (code: string) => Village;

export const toPolicyComparison = ({ villageOf, policies, ...rest }: PolicyComparisonView, language: Language): PolicyComparison => ({
  ...rest,
  policies: policies.map((policy) => toPolicy(policy, villageOf, language)),
});

function toPolicy({ equity, grants, difference, ...rest }: Compared, villageOf: VillageOf, language: Language): ComparedPolicy {
  const { lowest, giniOfChances, townships } = equity;
  return {
    ...rest,
    label: POLICY_LABELS[rest.kind][language],
    lowest: { village: villageOf(lowest.village), chance: lowest.chance },
    giniOfChances,
    townships: townships.map(({ villages, grants: cost, ...share }) => ({ ...share, villageCount: villages, cost })),
    grants: grants.map(({ village, option, amount }) => ({ village: villageOf(village), option, amount })),
    difference: toDifference(difference, villageOf),
  };
}

function toDifference({ costPerExtraVillage, gaining, losing, ...rest }: Difference, villageOf: VillageOf): PolicyDifference {
  const named = (movers: Difference['gaining']) => movers.map((mover) => ({ ...mover, village: villageOf(mover.village) }));
  return {
    ...rest,
    costPerExtraVillage: costPerExtraVillage.value,
    costPerExtraVillageLow: costPerExtraVillage.low,
    costPerExtraVillageHigh: costPerExtraVillage.high,
    gainingCount: gaining.length,
    losingCount: losing.length,
    gainers: named(gaining),
    losers: named(losing),
  };
}
