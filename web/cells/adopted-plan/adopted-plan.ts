import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import { percentileOf } from '../../charts/fan-chart.js';
import type { Format } from '../../i18n/format.js';
import type { Voice } from '../../i18n/voice.js';
import { optional, text, type CellOf } from '../../notebook/fields.js';
import type { Requests } from '../../notebook/runs.js';
import type { CellPlace, Shown } from '../cell-place.js';
import type { DataTable } from '../../tables/data-table.js';
import { followedFields } from '../followed-scenario.js';
import { findScenario } from '../parameters/parameters.js';
import { askedScenario } from '../scenario-request.js';
import { adoptedPlan, proposal, type AdoptedPlan, type PlanResult, type PlanVillage, type PlanYear, type Proposal } from './operations.js';
import type { AdoptedPlanWords } from './words.js';

export const adoptedPlanFields = {
  ...followedFields,
  /** The id of an adopted plan; null: the scenario is proposed, and can be adopted. */
  plan: optional(text),
};

export type AdoptedPlanCell = CellOf<'adopted-plan', typeof adoptedPlanFields>;

/** One of the two: a plan that is adopted, null where it is gone, or what would be. */
export interface AdoptedPlanAnswers {
  readonly plan?: { readonly adoptedPlan: AdoptedPlan | null };
  readonly proposal?: { readonly projection: Proposal };
}

/** The scenario that the cell proposes. */
export const proposedScenario = ({ scenario }: AdoptedPlanCell, { notebook, county }: CellPlace): ScenarioSpec =>
  askedScenario(findScenario(notebook, scenario)!.scenario, county.code);

export const adoptedPlanRequests = (cell: AdoptedPlanCell, place: CellPlace): Requests =>
  cell.plan === null ? { proposal: proposal(proposedScenario(cell, place), cell.year) } : { plan: adoptedPlan(cell.plan) };

/** Half the width of the 95% interval of a number of villages, never rounded to none. */
const errorOf = ({ standardError }: { readonly standardError: number }, format: Format): string => {
  const half = 1.96 * standardError;
  return half < 0.05 ? '<0.1' : `±${format.count(half, 1)}`;
};

/** What would be adopted, in a sentence; undefined where no money is given. */
export function proposalSentence({ grants, outcome }: Proposal, { words, format }: Voice<AdoptedPlanWords>): string | undefined {
  if (grants.length === 0) return undefined;
  const cost = grants.reduce((sum, { amount }) => sum + amount, 0);
  const { expectedReaching } = outcome;
  return words.proposal(
    format.count(grants.length),
    format.money(cost),
    format.count(expectedReaching.mean, 1),
    errorOf(expectedReaching, format),
  );
}

/** The day of a moment, as people of the language write it. */
export const dayOf = (moment: string, { language }: Format): string => new Date(moment).toLocaleDateString(language);

/** A year of the plan, as shown. */
export interface PlanYearLine {
  readonly year: number;
  readonly state: string;
  readonly promised: string;
  readonly error: string;
  readonly range: string;
  readonly reached: string;
  readonly unknown: string;
  readonly brier: string;
  readonly climatology: string;
  readonly promisedIncome: string;
  readonly income: string;
}

const NOTHING = '—';

const bandsOf = ({ expectedReaching, reaching }: PlanYear) => ({ mean: expectedReaching.mean, bands: reaching });

export function planYearLines({ years }: AdoptedPlan, { words, format }: Voice<AdoptedPlanWords>): PlanYearLine[] {
  return years.map((year) => {
    const { score, expectedReaching } = year;
    const begun = score.closedMonths > 0;
    const bands = bandsOf(year);
    return {
      year: year.year,
      state: score.complete ? words.complete : begun ? words.running(score.closedMonths) : words.toCome,
      promised: format.count(expectedReaching.mean, 1),
      error: errorOf(expectedReaching, format),
      range: words.range(format.count(percentileOf(bands, 5)), format.count(percentileOf(bands, 95))),
      reached: begun ? format.count(score.all.reached) : NOTHING,
      unknown: begun ? format.count(score.all.unknown) : NOTHING,
      brier: score.brier === null ? NOTHING : format.count(score.brier, 3),
      climatology: score.brierClimatology === null ? NOTHING : format.count(score.brierClimatology, 3),
      promisedIncome: format.amount(year.expectedIncome),
      income: begun ? format.amount(score.income) : NOTHING,
    };
  });
}

/** The year that is opened first: the last one of which anything is in, else the first. */
export const firstShown = ({ years }: Pick<AdoptedPlan, 'years'>): PlanYear =>
  years.findLast(({ score }) => score.complete) ?? years.findLast(({ score }) => score.closedMonths > 0) ?? years[0]!;

const RESULT_ORDER: readonly PlanResult[] = ['MISSED', 'UNKNOWN', 'REACHED'];

/** Villages with a grant first, and of these the ones that did not reach: what there is to talk about stands on top. */
export const inOrderOfConcern = (villages: readonly PlanVillage[]): PlanVillage[] =>
  villages.toSorted(
    (left, right) =>
      Number(right.grant > 0) - Number(left.grant > 0) ||
      RESULT_ORDER.indexOf(left.result) - RESULT_ORDER.indexOf(right.result) ||
      right.chance - left.chance,
  );

/** How those with a grant fared, in a sentence. */
export const fundedSentence = ({ score: { funded } }: PlanYear, { words, format }: Voice<AdoptedPlanWords>): string =>
  words.fundedScore(
    format.count(funded.villages),
    format.count(funded.expected, 1),
    format.count(funded.reached),
    format.count(funded.unknown),
  );

export function adoptedPlanTables({
  answers,
  words,
  format,
}: Shown<AdoptedPlanCell, AdoptedPlanAnswers, AdoptedPlanWords>): readonly DataTable[] {
  const plan = answers.plan?.adoptedPlan;
  if (!plan) return [];
  const source = words.source(dayOf(plan.adoptedAt, format), format.count(plan.trials));
  const villages = { format: 'number', unit: words.villageUnit } as const;
  return [
    {
      name: 'years',
      title: words.byYear,
      source,
      columns: [
        { title: words.year, format: 'year' },
        { title: words.promised, ...villages, digits: 1 },
        { title: words.error, ...villages, digits: 2 },
        { title: words.low, ...villages },
        { title: words.high, ...villages },
        { title: words.reached, ...villages },
        { title: words.unknown, ...villages },
        { title: words.promisedIncome, format: 'money' },
        { title: words.income, format: 'money' },
        { title: words.brier, format: 'number', digits: 3 },
        { title: words.climatology, format: 'number', digits: 3 },
      ],
      rows: plan.years.map((year) => [
        year.year,
        year.expectedReaching.mean,
        1.96 * year.expectedReaching.standardError,
        percentileOf(bandsOf(year), 5),
        percentileOf(bandsOf(year), 95),
        year.score.closedMonths > 0 ? year.score.all.reached : null,
        year.score.closedMonths > 0 ? year.score.all.unknown : null,
        year.expectedIncome,
        year.score.closedMonths > 0 ? year.score.income : null,
        year.score.brier,
        year.score.brierClimatology,
      ]),
    },
    ...plan.years.map((year) => ({
      name: `villages-${year.year}`,
      title: words.byVillage(year.year),
      source,
      columns: [
        { title: words.village, format: 'text' as const },
        { title: words.township, format: 'text' as const },
        { title: words.grant, format: 'money' as const },
        { title: words.chance, format: 'share' as const, digits: 1 },
        { title: words.error, format: 'points' as const, digits: 2 },
        { title: words.target, format: 'money' as const },
        { title: words.income, format: 'money' as const },
        { title: words.result, format: 'text' as const },
      ],
      rows: year.villages.nodes.map((village) => [
        village.name,
        village.township.name,
        village.grant,
        village.chance,
        1.96 * village.standardError,
        village.target,
        village.income,
        words.results[village.result],
      ]),
    })),
  ];
}
