import type { Request } from '../../api/client.js';
import type { Estimate } from '../../api/operations.js';
import type { DataTable } from '../../tables/data-table.js';
import type { Named } from '../operations.js';
import type { ParkWords } from './words.js';

export interface OverdueItem {
  readonly what: string;
  readonly owner: string | null;
  readonly dueOn: string;
}

export interface ParkOverview {
  readonly park: Named;
  readonly asOf: string;
  readonly villages: readonly Named[];
  readonly stakes: number;
  readonly capital: number;
  readonly promisedYearly: number;
  readonly income: number;
  readonly due: number;
  readonly received: number;
  readonly overdue: number;
  readonly overduePayments: number;
  readonly longestOverdueDays: number | null;
  readonly contracts: number;
  readonly gaps: readonly { readonly subject: string; readonly gap: string }[];
  readonly overdueMilestones: readonly OverdueItem[];
  readonly openActions: number;
  readonly overdueActions: readonly OverdueItem[];
}

export const parkOverviews = (county: string): Request<{ parkOverviews: readonly ParkOverview[] }> => ({
  query: `query ParkOverviews($scope: [ID!]) { parkOverviews(scope: $scope) { park { code name } asOf villages { code name } stakes capital
    promisedYearly income due received overdue overduePayments longestOverdueDays contracts gaps { subject gap }
    overdueMilestones { what owner dueOn } openActions overdueActions { what owner dueOn } } }`,
  variables: { scope: [county] },
});

interface ParkShares {
  readonly parkDependence: {
    readonly concentration: number;
    readonly shares: readonly { readonly park: Named; readonly share: number }[];
  };
}

/** How much of the income of the coming years hangs on each park, for the county and for each village. */
export interface Dependence {
  readonly projection: {
    readonly years: readonly number[];
    readonly outcome: ParkShares;
    readonly villages: { readonly nodes: readonly (ParkShares & { readonly village: Named })[] };
  };
}

export const dependence = (county: string): Request<Dependence> => ({
  query: `query ParkDependence($scenario: ScenarioInput!) { projection(scenario: $scenario) { years
    outcome { parkDependence { concentration shares { park { code } share } } }
    villages(first: 1000) { nodes { village { code name } parkDependence { concentration shares { park { code } share } } } } } }`,
  variables: { scenario: { scope: [county] } },
});

export const shareOf = ({ parkDependence }: ParkShares, park: string): number =>
  parkDependence.shares.find((one) => one.park.code === park)?.share ?? 0;

/** The villages that hang most on a park, the most first. */
export const mostDependent = ({ projection }: Dependence, park: string, most: number) =>
  projection.villages.nodes
    .map((node) => ({ village: node.village, share: shareOf(node, park) }))
    .filter(({ share }) => share > 0)
    .toSorted((left, right) => right.share - left.share)
    .slice(0, most);

/** What becomes of a park. */
export interface ParkTrouble {
  readonly park: string;
  readonly start: string | null;
  readonly late: number | null;
}

export interface Mover {
  readonly village: Named;
  readonly before: number;
  readonly after: number;
  readonly standardError: number;
}

export interface TroubleEffect {
  readonly comparison: {
    readonly year: number;
    readonly trials: number;
    readonly seed: number;
    readonly differences: readonly {
      readonly expectedReaching: Estimate;
      readonly movers: readonly Mover[];
    }[];
  };
}

/** The county as it is planned against the same with a park in trouble, on the same draws. */
export const troubleEffect = (county: string, { park, start, late }: ParkTrouble, year: number | null): Request<TroubleEffect> => ({
  query: `query ParkTrouble($scenarios: [ScenarioInput!]!, $year: Int) { comparison(scenarios: $scenarios, baseline: 0, year: $year) {
    year trials seed differences { expectedReaching { mean standardError low high }
      movers(first: 200) { village { code name } before after standardError } } } }`,
  variables: { scenarios: [{ scope: [county] }, { scope: [county], parks: [{ park, start, late }] }], year },
});

/** Those whose chance moves at all. */
export const moved = (movers: readonly Mover[]): Mover[] => movers.filter(({ before, after }) => before !== after);

export const moverTable = (effect: TroubleEffect, park: string, words: ParkWords): DataTable => {
  const { year, trials, seed, differences } = effect.comparison;
  return {
    name: 'park-trouble',
    title: words.effectOf(park, year),
    columns: [
      { title: words.village, format: 'text', strong: true },
      { title: words.before, format: 'chance' },
      { title: words.after, format: 'chance' },
      { title: words.change, format: 'points', signed: true },
      { title: words.error, format: 'points' },
    ],
    rows: moved(differences[0]?.movers ?? []).map(({ village, before, after, standardError }) => [
      village.name,
      before,
      after,
      after - before,
      standardError,
    ]),
    source: words.sampled(trials, seed),
  };
};

export const parkTable = (parks: readonly ParkOverview[], words: ParkWords, county: string): DataTable => ({
  name: 'park-overviews',
  title: `${county}${words.parks}`,
  columns: [
    { title: words.park, format: 'text', strong: true },
    { title: words.villages, format: 'number' },
    { title: words.capital, format: 'money' },
    { title: words.promised, format: 'money' },
    { title: words.income, format: 'money' },
    { title: words.due, format: 'money' },
    { title: words.received, format: 'money' },
    { title: words.overdue, format: 'money' },
    { title: words.longest, format: 'number', unit: words.days },
    { title: words.gaps, format: 'number' },
    { title: words.lateMilestones, format: 'number' },
    { title: words.lateActions, format: 'number' },
  ],
  rows: parks.map((one) => [
    one.park.name,
    one.villages.length,
    one.capital,
    one.promisedYearly,
    one.income,
    one.due,
    one.received,
    one.overdue,
    one.longestOverdueDays,
    one.gaps.length,
    one.overdueMilestones.length,
    one.overdueActions.length,
  ]),
  source: words.source(parks[0]?.asOf ?? ''),
});
