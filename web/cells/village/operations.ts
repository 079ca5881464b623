import type { Mode } from '../../../server/base/vocabulary.js';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import type { Request } from '../../api/client.js';
import { DISTRIBUTION, PROVENANCE } from '../../api/fragments.js';
import type { Distribution, Provenance } from '../../api/operations.js';

export interface VillageYear {
  readonly target: number;
  readonly grant: number;
  readonly chance: number;
  readonly standardError: number;
  readonly chanceEveryYear: number;
  readonly shortfall: number;
  readonly grantDependence: number;
  readonly income: Distribution;
  readonly byMode: readonly { readonly mode: Mode; readonly mean: number }[];
}

export type VillageStory = Provenance & Readonly<Record<`y${number}`, { readonly nodes: readonly VillageYear[] }>>;

/** One village in each of the projected years, under the alias y2020 and so on. */
export const villageStory = (scenario: ScenarioSpec, village: string, years: readonly number[]): Request<{ projection: VillageStory }> => ({
  query: `query VillageStory($scenario: ScenarioInput!, $where: VillageFilter) {
    projection(scenario: $scenario) {
      ${PROVENANCE}
      ${years.map((year) => `y${year}: villages(year: ${year}, where: $where) { nodes { ...Year } }`).join('\n      ')}
    }
  }
  fragment Year on VillageOutcome {
    target grant chance standardError chanceEveryYear shortfall grantDependence
    income ${DISTRIBUTION} byMode { mode mean }
  }`,
  variables: { scenario, where: { codes: [village] } },
});

export interface ResponseCurve {
  readonly bestChance: number;
  readonly grants: readonly number[];
  readonly chances: readonly number[];
  readonly standardErrors: readonly number[];
  /** The smallest grant with the chance asked; null where none has it. */
  readonly grantFor: number | null;
  readonly unreachableReason: string | null;
}

/** A village's chance as a function of a grant on top of what the scenario's policy gives. */
export const responseCurve = (
  scenario: ScenarioSpec,
  village: string,
  option: string,
  year: number | null,
  chance: number,
): Request<{ responseCurve: ResponseCurve }> => ({
  query: `query ResponseCurve($scenario: ScenarioInput!, $village: ID!, $option: ID!, $year: Int, $chance: Float!) {
    responseCurve(scenario: $scenario, village: $village, option: $option, year: $year, points: 101) {
      bestChance grants chances standardErrors grantFor(chance: $chance) unreachableReason(chance: $chance)
    }
  }`,
  variables: { scenario, village, option, year, chance },
});
