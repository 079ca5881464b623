import type { Draws } from '../../projection/draws.js';
import { isInScope } from '../../scenario/known-regions.js';
import type { ListedGrant } from '../../scenario/scenario.js';
import { addChanceTables, joinChanceTables, type ChanceTables } from '../chance-tables.js';
import type { Comparable } from '../comparison-checks.js';
import { makingTablesFor, optimalGrantsFrom } from '../optimal/solving-allocation.js';
import { optimalPolicy, type PolicyTerms } from './policy-terms.js';
import type { RivalView } from './rival-view.js';

/**
 * The grants by which most villages reach on average over several views, each counting the same (Laplace's principle of
 * insufficient reason): chosen by one dynamic program over the chance tables of all views added up.
 * @returns yields between pieces of work
 * @throws Problem, Problems as `solvingAllocation` does
 */
export function* makingBalancedPlan(
  {
    base,
    terms,
    views,
    year,
  }: { readonly base: Comparable; readonly terms: PolicyTerms; readonly views: readonly RivalView[]; readonly year: number },
  draws: Draws,
): Generator<unknown, readonly ListedGrant[]> {
  const { rule } = optimalPolicy(terms, base.scenario);
  const inScope = (village: string) => isInScope(village, base.scenario.scope);
  let together: ChanceTables | undefined;
  for (const view of views) {
    const { scenario, counties } = view.at(1, base);
    const parts: ChanceTables[] = [];
    for (const county of counties) {
      parts.push(yield* makingTablesFor(rule, county, { scenario, grants: [], inScope }, { year, draws }));
    }
    const joined = joinChanceTables(parts);
    together = together ? addChanceTables(together, joined) : joined;
  }
  const villages = base.counties.flatMap(({ record }) => record.villages.filter(({ code }) => inScope(code)));
  return optimalGrantsFrom([together!], villages, rule);
}
