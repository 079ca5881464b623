import type { ChartPicture, ChartProps } from '../../charts/chart-picture.js';
import { heatTable } from '../../charts/heat-table.js';
import type { Format } from '../../i18n/format.js';
import type { Voice } from '../../i18n/voice.js';
import type { CellOf } from '../../notebook/fields.js';
import type { Requests } from '../../notebook/runs.js';
import type { DataTable } from '../../tables/data-table.js';
import type { CellPlace, Shown } from '../cell-place.js';
import { errorText } from '../comparison/comparison.js';
import { findScenario } from '../parameters/parameters.js';
import { policiesAsked, type budgetedFields, type PolicyKind } from '../policies-asked.js';
import { robustness, type BalancedPlan, type Robustness, type ViewOutcome } from './operations.js';
import type { RobustnessWords } from './words.js';

export type RobustnessCell = CellOf<'robustness', typeof budgetedFields>;

/** Empty where the scenario offers nothing to spend money on. */
export interface RobustnessAnswers {
  readonly robustness?: { readonly robustness: Robustness };
}

type ShownRobustness = Shown<RobustnessCell, RobustnessAnswers, RobustnessWords>;

export function robustnessRequests(cell: RobustnessCell, { notebook, county }: CellPlace): Requests {
  const asked = policiesAsked(findScenario(notebook, cell.scenario)!.scenario, county.code, cell.budget);
  return asked ? { robustness: robustness(asked, cell.year) } : {};
}

const planLabel = ({ plans }: Robustness, kind: PolicyKind): string => plans.find((plan) => plan.kind === kind)?.label ?? kind;
const viewLabel = ({ views }: Robustness, view: string): string => views.find((one) => one.view === view)?.label ?? view;

/** The views in which something comes out otherwise, and the scenario's own. */
export const tellingViews = ({ views }: Robustness): readonly ViewOutcome[] => views.filter(({ matters }, index) => matters || index === 0);

/** By plan, the balanced one last. */
const reachingUnder = ({ views, balanced }: Robustness, view: ViewOutcome) =>
  [...view.outcomes, ...(balanced ? [balanced.outcomes[views.indexOf(view)]!] : [])].map(({ expectedReaching }) => expectedReaching);

export function robustnessChart({ answers, words, format }: ShownRobustness): ChartProps['HeatTable'] | undefined {
  const result = answers.robustness?.robustness;
  if (!result) return undefined;
  const views = tellingViews(result);
  const best = result.plans.findIndex(({ kind }) => kind === result.best);
  return {
    title: words.chart(result.year),
    source: words.source(format.count(result.trials)),
    unit: words.unit,
    rows: { name: words.views, settings: views.map(({ label }) => label) },
    columns: { name: words.plans, settings: [...result.plans.map(({ label }) => label), ...(result.balanced ? [words.balanced] : [])] },
    values: views.map((view) => reachingUnder(result, view).map(({ mean }) => mean)),
    standardErrors: views.map((view) => reachingUnder(result, view).map(({ standardError }) => standardError)),
    middle: views[0]!.outcomes[best]!.expectedReaching.mean,
    current: { row: 0, column: best },
    note: words.note,
  };
}

export function robustnessCharts(shown: ShownRobustness): readonly ChartPicture[] {
  const props = robustnessChart(shown);
  return props ? [{ chart: 'HeatTable', props }] : [];
}

/** Whether the best plan holds, under what it does not, its worst case, and the plan that one would regret least. */
export function robustnessSentence(result: Robustness, { words, format }: Voice<RobustnessWords>): string {
  const { views, plans } = result;
  const best = planLabel(result, result.best);
  const turned = views.filter(({ order }) => order === 'TURNS');
  const all = format.count(views.length);
  const holds = turned.length === 0 ? words.allHold(best, all) : words.mostHold(best, format.count(views.length - turned.length), all);
  const where = turned.map(
    ({ label, best: challenger, lead, turns }) =>
      words.turned(label, planLabel(result, challenger), format.count(lead.mean, 1), errorText(lead, format)) +
      (turns ? words.turnedAt(...turnTexts(turns, format)) : '') +
      words.stop,
  );
  const { worst, worstView } = plans.find(({ kind }) => kind === result.best)!;
  const { label, greatestRegret } = plans.find(({ kind }) => kind === result.steadiest)!;
  return [
    holds,
    ...where,
    words.worst(viewLabel(result, worstView), format.count(worst.mean, 1), errorText(worst, format)),
    greatestRegret.mean > 0
      ? words.steadiest(label, format.count(greatestRegret.mean, 1), errorText(greatestRegret, format))
      : words.steadiestIsBest(label),
    result.balanced ? balancedSentence(result.balanced, { words, format }) : '',
  ].join('');
}

const balancedSentence = ({ greatestRegret }: BalancedPlan, { words, format }: Pick<Voice<RobustnessWords>, 'words' | 'format'>): string =>
  greatestRegret.high <= 0
    ? words.balancedLeads
    : words.balancedRegret(format.count(Math.max(0, greatestRegret.mean), 1), errorText(greatestRegret, format));

const turnTexts = ({ share, low, high }: NonNullable<ViewOutcome['turns']>, format: Format) =>
  [share, low, high].map((part) => format.percent(part, 0)) as [string, string, string];

/** Whom the best policy would fund if it were decided under each view. */
export const fundedSentence = (result: Robustness, { words, format }: Voice<RobustnessWords>): string =>
  words.funded(
    planLabel(result, result.best),
    format.count(result.alwaysFunded),
    format.count(result.sometimesFunded),
    format.count(result.neverFunded),
  );

/** A view as a line of text. */
export interface ViewLine {
  readonly view: string;
  readonly label: string;
  readonly basis: string;
  readonly best: string;
  readonly lead: string;
  readonly error: string;
  readonly order: string;
  readonly turns: string;
}

export const viewLines = (result: Robustness, { words, format }: Voice<RobustnessWords>): ViewLine[] =>
  result.views.slice(1).map(({ view, label, basis, matters, best, lead, order, turns }) => {
    const leads = order !== 'HOLDS';
    const [share, low, high] = turns ? turnTexts(turns, format) : [];
    return {
      view,
      label,
      basis,
      best: planLabel(result, best),
      lead: leads ? format.count(lead.mean, 1) : '—',
      error: leads ? errorText(lead, format) : '',
      order: matters ? words.orders[order] : words.idle,
      turns: share === undefined ? '—' : `${share} (${low}–${high})`,
    };
  });

/** A plan as a line of text. */
export interface PlanLine {
  readonly kind: PolicyKind | 'BALANCED';
  readonly label: string;
  readonly cost: string;
  readonly beyond: boolean;
  readonly worstView: string;
  readonly worst: string;
  readonly worstError: string;
  readonly regretView: string;
  readonly regret: string;
  readonly regretError: string;
}

/** The plans, and the balanced one as the last. */
const allPlans = ({ plans, balanced }: Robustness, words: RobustnessWords) => [
  ...plans,
  ...(balanced ? [{ ...balanced, kind: 'BALANCED' as const, label: words.balanced, withinBudget: true }] : []),
];

export const planLines = (result: Robustness, { words, format }: Voice<RobustnessWords>): PlanLine[] =>
  allPlans(result, words).map(({ kind, label, cost, withinBudget, worstView, worst, mostRegrettedView, greatestRegret }) => ({
    kind,
    label,
    cost: format.amount(cost),
    beyond: !withinBudget,
    worstView: viewLabel(result, worstView),
    worst: format.count(worst.mean, 1),
    worstError: errorText(worst, format),
    regretView: greatestRegret.mean > 0 ? viewLabel(result, mostRegrettedView) : '—',
    regret: format.count(greatestRegret.mean, 1),
    regretError: errorText(greatestRegret, format),
  }));

export function robustnessTables(shown: ShownRobustness): readonly DataTable[] {
  const { answers, words, format } = shown;
  const result = answers.robustness?.robustness;
  const chart = robustnessChart(shown);
  if (!result || !chart) return [];
  const source = words.source(format.count(result.trials));
  const villages = { format: 'number', digits: 2, unit: words.unit } as const;
  return [
    heatTable(chart, format),
    {
      name: 'views',
      title: words.byView,
      source,
      columns: [
        { title: words.view, format: 'text' },
        { title: words.supposes, format: 'text' },
        { title: words.best, format: 'text' },
        { title: words.lead, ...villages },
        { title: words.error, ...villages },
        { title: words.order, format: 'text' },
        { title: words.turns, format: 'share', digits: 0 },
      ],
      rows: result.views.map(({ label, basis, best, lead, order, matters, turns }) => [
        label,
        basis,
        planLabel(result, best),
        lead.mean,
        1.96 * lead.standardError,
        matters ? words.orders[order] : words.idle,
        turns?.share ?? null,
      ]),
    },
    {
      name: 'plans',
      title: words.byPlan,
      source,
      columns: [
        { title: words.plan, format: 'text' },
        { title: words.cost, format: 'money' },
        { title: words.worstView, format: 'text' },
        { title: words.worstReaching, ...villages },
        { title: words.error, ...villages },
        { title: words.regretView, format: 'text' },
        { title: words.regret, ...villages },
        { title: words.error, ...villages },
      ],
      rows: allPlans(result, words).map(({ label, cost, worstView, worst, mostRegrettedView, greatestRegret }) => [
        label,
        cost,
        viewLabel(result, worstView),
        worst.mean,
        1.96 * worst.standardError,
        viewLabel(result, mostRegrettedView),
        greatestRegret.mean,
        1.96 * greatestRegret.standardError,
      ]),
    },
    {
      name: 'funded',
      title: words.villages,
      source,
      columns: [
        { title: words.village, format: 'text' },
        { title: words.township, format: 'text' },
        { title: words.timesFunded, format: 'number', digits: 0 },
        ...result.views.map(({ label }) => ({ title: words.amount(label), format: 'money' }) as const),
      ],
      rows: result.funded.map(({ village, funded, amounts }) => [village.name, village.township.name, funded, ...amounts]),
    },
  ];
}
