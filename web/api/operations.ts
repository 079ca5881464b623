import type { Mode } from '../../server/base/vocabulary.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import type { Request } from './client.js';

export interface Township {
  readonly code: string;
  readonly name: string;
  readonly villageCount: number;
}

export interface County {
  readonly code: string;
  readonly name: string;
  readonly asOf: string | null;
  readonly villageCount: number;
  readonly demonstration: boolean;
  readonly townships: readonly Township[];
  readonly parks: readonly { readonly code: string; readonly name: string }[];
}

/** The counties loaded. */
export const counties = (): Request<{ counties: readonly County[] }> => ({
  query: `query Counties { counties { code name asOf villageCount demonstration townships { code name villageCount } parks { code name } } }`,
  variables: {},
});

export interface Village {
  readonly code: string;
  readonly name: string;
  readonly eligible: boolean;
  readonly township: { readonly code: string; readonly name: string };
}

/** Every village of a county, by code. */
export const villages = (county: string): Request<{ villages: { totalCount: number; nodes: readonly Village[] } }> => ({
  query: `query Villages($scope: [ID!], $first: Int!) {
    villages(scope: $scope, first: $first) { totalCount nodes { code name eligible township { code name } } }
  }`,
  variables: { scope: [county], first: 1000 },
});

export interface NotebookDocument {
  readonly id: string;
  readonly title: string;
  readonly spec: unknown;
}

/** The worked examples that come with the product. */
export const notebooks = (): Request<{ notebooks: readonly NotebookDocument[] }> => ({
  query: `query Notebooks { notebooks { id title spec } }`,
  variables: {},
});

export interface ModelFit {
  readonly asOf: string;
  readonly completeYears: number;
  readonly closedMonths: number;
  readonly countySd: number;
  readonly modeSd: number;
  readonly permanentSd: number;
  readonly modes: readonly ModeFit[];
}

export interface ModeFit {
  readonly mode: Mode;
  readonly drift: number;
  readonly driftError: number;
  readonly cessation: number;
  readonly pairs: number;
}

/** What the data say of each mode: drift, shocks, how often a stream ends. */
export const modelFit = (county: string, asOf: string | null): Request<{ modelFit: readonly ModelFit[] }> => ({
  query: `query ModelFit($scope: [ID!], $asOf: YearMonth) {
    modelFit(scope: $scope, asOf: $asOf) {
      asOf completeYears closedMonths countySd modeSd permanentSd modes { mode drift driftError cessation pairs }
    }
  }`,
  variables: { scope: [county], asOf },
});

export interface IncomeGroup {
  readonly mode: Mode;
  readonly year: number | null;
  readonly month: string | null;
  readonly amount: number;
}

/** Income that reached the accounts, by mode and by year or month; of one village where it is named. */
export const income = (
  county: string,
  period: 'YEAR' | 'MONTH',
  village: string | null,
): Request<{ income: { total: number; truncated: boolean; groups: readonly IncomeGroup[] } }> => ({
  query: `query Income($scope: [ID!], $where: IncomeFilter, $groupBy: [IncomeDimension!]!) {
    income(scope: $scope, where: $where, groupBy: $groupBy, limit: 5000) { total truncated groups { mode year month amount } }
  }`,
  variables: { scope: [county], where: village === null ? null : { villages: [village] }, groupBy: [period, 'MODE'] },
});

export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

export interface PercentileBand {
  readonly percentile: number;
  readonly value: number;
}

export interface Distribution {
  readonly mean: number;
  readonly bands: readonly PercentileBand[];
}

/** What a projection was made from; the same four give the same bits again. */
export interface Provenance {
  readonly seed: number;
  readonly trials: number;
  readonly engineVersion: string;
  readonly dataVersion: string;
  readonly asOf: string;
  readonly years: readonly number[];
}

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

const PROVENANCE = 'seed trials engineVersion dataVersion asOf years';
const ESTIMATE = '{ mean standardError low high }';

/** How the county comes out in one year. */
export const countyOutcome = (scenario: ScenarioSpec, year: number | null): Request<{ projection: Provenance & { outcome: Outcome } }> => ({
  query: `query CountyOutcome($scenario: ScenarioInput!, $year: Int) {
    projection(scenario: $scenario) {
      ${PROVENANCE}
      outcome(year: $year) {
        villageCount expectedReaching ${ESTIMATE} reaching { percentile value } reachingDistribution { villages probability }
        chanceAll ${ESTIMATE} income { mean bands { percentile value } }
        industryShareChance ${ESTIMATE} keyIndustryShareChance ${ESTIMATE} keyIndustryFloorChance ${ESTIMATE}
      }
    }
  }`,
  variables: { scenario, year },
});

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
          target grant chance standardError income { mean bands { percentile value } }
        }
      }
    }
  }`,
  variables: { scenario, year },
});

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
    income { mean bands { percentile value } } byMode { mode mean }
  }`,
  variables: { scenario, where: { codes: [village] } },
});

export interface WorkspaceAssumption {
  readonly name: string;
  readonly value: number;
  /** The product's own value. */
  readonly default: number;
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly zh: string;
  readonly en: string;
  readonly unitZh: string;
  readonly unitEn: string;
  /** When the workspace set it; null where it has the product's own value. */
  readonly changedAt: string | null;
}

export interface AssumptionChange {
  readonly id: number;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly reset: boolean;
  readonly at: string;
}

export interface Workspace {
  readonly assumptions: readonly WorkspaceAssumption[];
  readonly changes: readonly AssumptionChange[];
}

/** The defaults of the workspace and their latest changes. */
export const workspace = (): Request<{ workspace: Workspace }> => ({
  query: `query Workspace {
    workspace {
      assumptions { name value default least most whole zh en unitZh unitEn changedAt }
      changes(first: 20) { id name before after reset at }
    }
  }`,
  variables: {},
});

export interface AssumptionPayload {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** Sets a default for every scenario that says nothing about it. */
export const setWorkspaceAssumption = (name: string, value: number): Request<{ change: AssumptionPayload }> => ({
  query: `mutation SetWorkspaceAssumption($input: SetWorkspaceAssumptionInput!) {
    change: setWorkspaceAssumption(input: $input) { userErrors { code message } }
  }`,
  variables: { input: { name, value } },
});

/** Gives a default the product's own value back. */
export const resetWorkspaceAssumption = (name: string): Request<{ change: AssumptionPayload }> => ({
  query: `mutation ResetWorkspaceAssumption($input: ResetWorkspaceAssumptionInput!) {
    change: resetWorkspaceAssumption(input: $input) { userErrors { code message } }
  }`,
  variables: { input: { name } },
});

export interface Mover {
  readonly village: { readonly code: string; readonly name: string; readonly township: { readonly name: string } };
  readonly before: number;
  readonly after: number;
  readonly standardError: number;
}

export interface ScenarioDifference {
  /** Position of the scenario among those compared. */
  readonly scenario: number;
  readonly expectedReaching: Estimate;
  readonly chanceBetter: number;
  readonly chanceEqual: number;
  readonly chanceWorse: number;
  readonly costPerExtraVillage: number | null;
  readonly costPerExtraVillageLow: number | null;
  readonly costPerExtraVillageHigh: number | null;
  readonly movers: readonly Mover[];
}

export interface Comparison {
  readonly year: number;
  readonly trials: number;
  readonly settled: boolean;
  readonly scenarios: readonly { readonly name: string; readonly cost: number; readonly expectedReaching: Estimate }[];
  readonly differences: readonly ScenarioDifference[];
}

/** Scenarios on the same draws, the first one the baseline. */
export const comparison = (scenarios: readonly ScenarioSpec[], year: number | null): Request<{ comparison: Comparison }> => ({
  query: `query Comparison($scenarios: [ScenarioInput!]!, $year: Int) {
    comparison(scenarios: $scenarios, year: $year) {
      year trials settled scenarios { name cost expectedReaching ${ESTIMATE} }
      differences {
        scenario expectedReaching ${ESTIMATE} chanceBetter chanceEqual chanceWorse
        costPerExtraVillage costPerExtraVillageLow costPerExtraVillageHigh
        movers(first: 10) { village { code name township { name } } before after standardError }
      }
    }
  }`,
  variables: { scenarios, year },
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

/** A share that was observed, with its 95% interval, a county-year counted as one event. */
interface ObservedShare {
  readonly observed: number;
  readonly low: number;
  readonly high: number;
}

export interface Backtest {
  readonly closedMonths: number;
  readonly years: readonly number[];
  readonly countyYears: number;
  readonly forecasts: number;
  readonly chances: number;
  readonly errors: number;
  readonly brier: number;
  readonly brierClimatology: number;
  readonly crps: number;
  readonly crpsNaive: number;
  /** In words, in the reader's language. */
  readonly summary: string;
  readonly coverage: readonly (ObservedShare & { readonly level: number })[];
  readonly reliability: readonly (ObservedShare & {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly forecast: number;
  })[];
}

/** Forecasts of past years against what happened, by how many months of the year were closed. */
export const backtest = (county: string, trials: number): Request<{ backtest: readonly Backtest[] }> => ({
  query: `query Backtest($scope: [ID!], $trials: Int) {
    backtest(scope: $scope, trials: $trials) {
      closedMonths years countyYears forecasts chances errors brier brierClimatology crps crpsNaive summary
      coverage { level observed low high } reliability { from to count forecast observed low high }
    }
  }`,
  variables: { scope: [county], trials },
});
