import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import type { Request } from '../../api/client.js';
import { DISTRIBUTION, PROVENANCE } from '../../api/fragments.js';
import type { Distribution, Provenance } from '../../api/operations.js';

export interface VillageChance {
  readonly village: { readonly code: string; readonly name: string; readonly township: { readonly code: string; readonly name: string } };
  readonly target: number;
  readonly grant: number;
  readonly chance: number;
  readonly standardError: number;
  readonly income: Distribution;
}

/** The chance of every village in one year. */
export const villageChances = (
  scenario: ScenarioSpec,
  year: number | null,
): Request<{ projection: Provenance & { villages: { totalCount: number; nodes: readonly VillageChance[] } } }> => ({
  query: `query VillageChances($scenario: ScenarioInput!, $year: Int) {
    projection(scenario: $scenario) {
      ${PROVENANCE}
      villages(year: $year, first: 1000) {
        totalCount
        nodes {
          village { code name township { code name } }
          target grant chance standardError income ${DISTRIBUTION}
        }
      }
    }
  }`,
  variables: { scenario, year },
});
