import type { Request } from '../../api/client.js';
import type { Village } from '../../api/operations.js';
import type { Voice } from '../../i18n/voice.js';
import type { DataTable } from '../../tables/data-table.js';
import type { Named } from '../operations.js';
import type { PairWords } from './words.js';

export interface Roster {
  readonly villages: { readonly nodes: readonly Village[] };
  readonly modelCooperatives: { readonly nodes: readonly { readonly village: Named | null; readonly state: string }[] };
}

/** The villages of a county, and which of them are model ones. */
export const roster = (county: string): Request<Roster> => ({
  query: `query ModelRoster($scope: [ID!]) {
    villages(scope: $scope, first: 1000) { nodes { code name eligible township { code name } } }
    modelCooperatives(scope: $scope, first: 1000) { nodes { village { code name } state } } }`,
  variables: { scope: [county] },
});

/** Those on the roster, whatever their state but withdrawn, each once and in the order of the roster. */
export function modelVillages({ villages, modelCooperatives }: Roster): readonly Village[] {
  const codes = new Set(
    modelCooperatives.nodes.flatMap(({ village, state }) => (village === null || state === 'WITHDRAWN' ? [] : [village.code])),
  );
  return [...codes].flatMap((code) => villages.nodes.filter((village) => village.code === code));
}

const CRITERIA = [
  'partyLead',
  'plan',
  'stableIncome',
  'operation',
  'supervision',
  'economicEffect',
  'demonstrationEffect',
  'sustainability',
] as const;
type Score = Readonly<Record<(typeof CRITERIA)[number], number>> & { readonly village: Named | null; readonly year: number };

export interface Measure {
  readonly id: string;
  readonly village: Named | null;
  readonly doneOn: string;
  readonly what: string;
  readonly effect: string | null;
}

export interface PairAnswer {
  readonly villages: {
    readonly nodes: readonly (Village & {
      readonly target: number;
      readonly criteria: readonly { readonly key: string; readonly met: boolean | null }[];
    })[];
  };
  readonly income: {
    readonly groups: readonly { readonly region: Named; readonly year: number; readonly mode: string; readonly amount: number }[];
  };
  readonly projection: {
    readonly villages: {
      readonly nodes: readonly {
        readonly village: Named;
        readonly chance: number;
        readonly standardError: number;
        readonly grantDependence: number;
      }[];
    };
  };
  readonly projects: { readonly nodes: readonly { readonly village: Named | null; readonly capital: number }[] };
  readonly modelScores: { readonly nodes: readonly Score[] };
  readonly modelMeasures: { readonly nodes: readonly Measure[] };
}

/** All that is known of two villages. @param year the running one */
export const villagePair = (codes: readonly [string, string], year: number): Request<PairAnswer> => ({
  query: `query VillagePair($scope: [ID!]!, $year: Int!) {
    villages(scope: $scope, first: 2) { nodes { code name eligible township { code name } target(year: $year) criteria { key met } } }
    income(scope: $scope, groupBy: [VILLAGE, YEAR, MODE]) { groups { region { code name } year mode amount } }
    projection(scenario: { scope: $scope }) { villages(year: $year, first: 2) { nodes { village { code name } chance standardError grantDependence } } }
    projects(scope: $scope, first: 200) { nodes { village { code name } capital } }
    modelScores(scope: $scope, first: 100) { nodes { village { code name } year ${CRITERIA.join(' ')} } }
    modelMeasures(scope: $scope, first: 100) { nodes { id village { code name } doneOn what effect } } }`,
  variables: { scope: codes, year },
});

/** A line of the comparison: the same thing of both villages. */
export interface PairLine {
  readonly label: string;
  readonly values: readonly [string, string];
  /** Stands under the line before. */
  readonly part?: boolean;
}

/** @param asOf the last month that is booked, 2020-05 */
export function pairLines(
  answer: PairAnswer,
  codes: readonly [string, string],
  asOf: string,
  { words, format, common }: Voice<PairWords>,
): readonly PairLine[] {
  const year = Number(asOf.slice(0, 4));
  const line = (label: string, of: (code: string) => string | undefined, part = false): PairLine => ({
    label,
    values: [of(codes[0]) ?? words.none, of(codes[1]) ?? words.none],
    part,
  });
  const villageOf = (code: string) => answer.villages.nodes.find((village) => village.code === code);
  const outcomeOf = (code: string) => answer.projection.villages.nodes.find(({ village }) => village.code === code);
  const groups = answer.income.groups;
  const received = (code: string, of: number, mode?: string) =>
    groups
      .filter((group) => group.region.code === code && group.year === of && (mode === undefined || group.mode === mode))
      .reduce((sum, { amount }) => sum + amount, 0);
  const modes = Object.keys(common.modes).filter((mode) => codes.some((code) => received(code, year - 1, mode) !== 0));
  const scores = answer.modelScores.nodes;
  const scoreYear = scores.length ? Math.max(...scores.map((score) => score.year)) : undefined;
  const scoreOf = (code: string) => scores.find((score) => score.village?.code === code && score.year === scoreYear);
  return [
    line(words.township, (code) => villageOf(code)?.township.name),
    line(words.conditions, (code) => {
      const village = villageOf(code);
      if (!village) return undefined;
      const met = village.criteria.filter((criterion) => criterion.met === true).length;
      return words.conditionsMet(format.count(met), format.count(village.criteria.length), village.eligible);
    }),
    line(words.target(year), (code) => {
      const village = villageOf(code);
      return village && format.money(village.target);
    }),
    line(words.chance(year), (code) => {
      const outcome = outcomeOf(code);
      return outcome && words.chanceOf(format.chance(outcome.chance), format.error(1.96 * outcome.standardError));
    }),
    line(words.total(year - 1), (code) => format.money(received(code, year - 1))),
    ...modes.map((mode) =>
      line(
        words.ofMode(common.modes[mode as keyof typeof common.modes], year - 1),
        (code) => format.money(received(code, year - 1, mode)),
        true,
      ),
    ),
    line(words.growth(year - 2, year - 1), (code) => {
      const before = received(code, year - 2);
      return before > 0 ? format.growth(received(code, year - 1) / before - 1) : undefined;
    }),
    line(words.soFar(year, String(Number(asOf.slice(5)))), (code) => format.money(received(code, year))),
    line(words.dependence, (code) => {
      const outcome = outcomeOf(code);
      return outcome && format.percent(outcome.grantDependence, 0);
    }),
    line(words.projects, (code) => {
      const own = answer.projects.nodes.filter(({ village }) => village?.code === code);
      return words.projectsOf(format.count(own.length), format.money(own.reduce((sum, { capital }) => sum + capital, 0)));
    }),
    ...(scoreYear === undefined
      ? []
      : [
          line(words.score(scoreYear), (code) => {
            const score = scoreOf(code);
            return score && format.count(CRITERIA.reduce((sum, criterion) => sum + score[criterion], 0));
          }),
          ...CRITERIA.map((criterion) =>
            line(
              words.criteria[criterion],
              (code) => {
                const score = scoreOf(code);
                return score && format.count(score[criterion]);
              },
              true,
            ),
          ),
        ]),
  ];
}

/** What a village did, the latest first. */
export const measuresOf = ({ modelMeasures }: PairAnswer, code: string): readonly Measure[] =>
  modelMeasures.nodes.filter(({ village }) => village?.code === code).toSorted((left, right) => (left.doneOn < right.doneOn ? 1 : -1));

export function pairTable(answer: PairAnswer, pair: readonly [Village, Village], asOf: string, voice: Voice<PairWords>): DataTable {
  const { words } = voice;
  const codes = [pair[0].code, pair[1].code] as const;
  const told = (code: string) =>
    measuresOf(answer, code)
      .map(({ doneOn, what, effect }) => `${doneOn} ${what}${effect ? ` (${effect})` : ''}`)
      .join('; ');
  return {
    name: 'village-pair',
    title: words.title(pair[0].name, pair[1].name),
    columns: [
      { title: words.item, format: 'text' },
      { title: pair[0].name, format: 'text', strong: true },
      { title: pair[1].name, format: 'text' },
    ],
    rows: [
      ...pairLines(answer, codes, asOf, voice).map(({ label, values }) => [label, ...values]),
      [words.done, told(codes[0]) || words.none, told(codes[1]) || words.none],
    ],
    source: words.source(asOf),
  };
}
