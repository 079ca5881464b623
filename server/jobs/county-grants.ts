import { resolvePolicy, type Needs } from '../allocation/policy.js';
import type { CountyRecord } from '../base/county.js';
import { isInScope } from '../scenario/known-regions.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';

/** Whether grants follow from the needs that a projection without them shows. */
export const looksAtNeeds = ({ policy }: Pick<Scenario, 'policy'>): boolean =>
  policy?.kind === 'neediest' || policy?.kind === 'proportional' || policy?.kind === 'optimal';

/** What a policy that does not look at needs gives to the villages of one county. */
export function grantsWithin({ code, villages }: CountyRecord, { policy, scope }: Pick<Scenario, 'policy' | 'scope'>): ListedGrant[] {
  const inScope = villages.filter((village) => isInScope(village.code, scope));
  return ofCounty(code, resolvePolicy(policy, inScope, noNeeds));
}

const looked = (): never => {
  throw new Error('this policy does not look at needs');
};

/** For policies that look at none. */
export const noNeeds: Needs = { gaps: looked, optimal: looked };

/** Those of some grants that villages of a county get. */
export const ofCounty = (county: string, grants: readonly ListedGrant[]): ListedGrant[] =>
  grants.filter(({ village }) => village.startsWith(county));
