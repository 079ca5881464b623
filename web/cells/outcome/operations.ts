import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import type { Request } from '../../api/client.js';
import { DISTRIBUTION, ESTIMATE, PROVENANCE } from '../../api/fragments.js';
import type { Distribution, Estimate, PercentileBand, Provenance } from '../../api/operations.js';

export interface Outcome {
  readonly villageCount: number;
  readonly expectedReaching: Estimate;
  readonly reaching: readonly PercentileBand[];
  readonly reachingDistribution: readonly { readonly villages: number; readonly probability: number }[];
  readonly chanceAll: Estimate;
  readonly income: Distribution;
  readonly industryShareChance: Estimate;
  readonly keyIndustryShareChance: Estimate;
  readonly keyIndustryFloorChance: Estimate;
}

/** How the county comes out in one year. */
export const countyOutcome = (scenario: ScenarioSpec, year: number | null): Request<{ projection: Provenance & { outcome: Outcome } }> => ({
  query: `query CountyOutcome($scenario: ScenarioInput!, $year: Int) {
    projection(scenario: $scenario) {
      ${PROVENANCE}
      outcome(year: $year) {
        villageCount expectedReaching ${ESTIMATE} reaching { percentile value } reachingDistribution { villages probability }
        chanceAll ${ESTIMATE} income ${DISTRIBUTION}
        industryShareChance ${ESTIMATE} keyIndustryShareChance ${ESTIMATE} keyIndustryFloorChance ${ESTIMATE}
      }
    }
  }`,
  variables: { scenario, year },
});
