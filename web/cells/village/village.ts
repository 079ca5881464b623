import { MODES, type Mode } from '../../../server/base/vocabulary.js';
import { monthInYear, parseMonth, yearOf } from '../../../server/base/month.js';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import type { ChartPicture, ChartProps } from '../../charts/chart-picture.js';
import { bandOf, fanTable, type ForecastYear, type PastYear } from '../../charts/fan-chart.js';
import { curveTable, roundedUp } from '../../charts/response-curve.js';
import { stackedTable } from '../../charts/stacked-columns.js';
import { chartWords } from '../../charts/words.js';
import { optional, text, type CellOf } from '../../notebook/fields.js';
import type { CellPlace, Shown } from '../cell-place.js';
import type { DataTable } from '../../tables/data-table.js';
import { followedFields, freshFollowed } from '../followed-scenario.js';
import { columnsOf, modeSeries } from '../history/history.js';
import { income, type IncomeGroup } from '../history/operations.js';
import { historyWords } from '../history/words.js';
import { findScenario } from '../parameters/parameters.js';
import { periodIncomes, type PeriodIncome } from '../receipts.js';
import { askedScenario, optionsUsed, projectedYears, withoutGrants } from '../scenario-request.js';
import { responseCurve, villageStory, type ResponseCurve, type VillageStory, type VillageYear } from './operations.js';
import type { VillageWords } from './words.js';

export const villageFields = {
  ...followedFields,
  /** The village's code. */
  village: text,
  /** The option whose grants the response curve is about; null: the scenario's first. */
  option: optional(text),
};

export type VillageCell = CellOf<'village', typeof villageFields>;

export interface VillageAnswers {
  readonly story: { readonly projection: VillageStory };
  readonly history: { readonly income: { readonly groups: readonly IncomeGroup[] } };
  /** How its chance moves with a grant, where the scenario has an option. */
  readonly curve?: { readonly responseCurve: ResponseCurve };
  /** The same without the scenario's grants, where it has any. */
  readonly without?: { readonly projection: VillageStory };
}

type ShownVillage = Shown<VillageCell, VillageAnswers, VillageWords>;

export function villageRequests(cell: VillageCell, { notebook, county, defaults }: CellPlace) {
  const { scenario } = findScenario(notebook, cell.scenario)!;
  const asked = askedScenario(scenario, county.code);
  const years = projectedYears(scenario, county.asOf, defaults);
  const without = withoutGrants(asked);
  const option = optionOf(cell, scenario);
  return {
    story: villageStory(asked, cell.village, years),
    history: income(county.code, 'YEAR', cell.village),
    ...(option === undefined
      ? {}
      : { curve: responseCurve(curveScenario(scenario, county.code, option, cell.village), cell.village, option, cell.year, NEEDED) }),
    ...(without ? { without: villageStory(without, cell.village, years) } : {}),
  };
}

/** The chance that the curve says the money for. */
export const NEEDED = 0.8;

/** The option that the curve is about: the cell's own choice where the scenario has it, else the first. */
export function optionOf(cell: VillageCell, scenario: ScenarioSpec): string | undefined {
  const options = scenario.options ?? [];
  return (options.find(({ code }) => code === cell.option) ?? options[0])?.code;
}

/** Whether the policy's own grants are along the curve, so that it starts without them; else it comes on top of them. */
export const isAlongCurve = (scenario: ScenarioSpec, option: string): boolean =>
  !scenario.policy?.optimal && optionsUsed(scenario.policy).every((used) => used === option);

/** The scenario that the curve starts from: without the village's grants where these are along the curve. */
function curveScenario(scenario: ScenarioSpec, county: string, option: string, village: string): ScenarioSpec {
  const along = isAlongCurve(scenario, option);
  const list = along ? scenario.policy?.list?.filter((grant) => grant.village !== village) : undefined;
  const policy = along ? (list && list.length > 0 ? { list } : undefined) : scenario.policy;
  const options = (scenario.options ?? []).filter(({ code }) => code === option || optionsUsed(policy).includes(code));
  return { ...askedScenario({ ...scenario, policy }, county), options };
}

/** One village in a projected year; undefined where the answer has neither. */
export const yearOfStory = (story: VillageStory, year: number): VillageYear | undefined => story[`y${year}`]?.nodes[0];

export const forecastOf = (story: VillageStory): ForecastYear[] =>
  story.years.flatMap((year) => {
    const one = yearOfStory(story, year);
    return one ? [{ year, band: bandOf(one.income), target: one.target }] : [];
  });

/** The complete years, and what the running one has brought so far. */
export function pastOf(
  periods: readonly PeriodIncome[],
  asOf: string | null,
): { past: PastYear[]; soFar: (PastYear & { month: string }) | null } {
  const last = parseMonth(asOf ?? '');
  const running = periods.find(({ partial }) => partial);
  return {
    past: periods.filter(({ partial }) => !partial).map(({ year, total }) => ({ year, amount: total })),
    soFar: running && last !== undefined ? { year: yearOf(last), amount: running.total, month: String(monthInYear(last)) } : null,
  };
}

export interface ModeLine {
  readonly mode: Mode;
  /** The complete years, yuan. */
  readonly past: readonly number[];
  readonly lastYear: number;
  /** Mean of the asked year, yuan. */
  readonly mean: number;
}

/** The modes that have brought or are to bring something, with their past and their expected income. */
export function modeLines(periods: readonly PeriodIncome[], year: VillageYear): ModeLine[] {
  const complete = periods.filter(({ partial }) => !partial);
  return MODES.map((mode, index) => {
    const past = complete.map(({ byMode }) => byMode[index]!);
    return { mode, past, lastYear: past.at(-1) ?? 0, mean: year.byMode.find((one) => one.mode === mode)?.mean ?? 0 };
  }).filter(({ past, mean }) => mean > 0 || past.some((amount) => amount > 0));
}

/** The first village there is, followed through the first scenario. */
export const freshVillage = (place: CellPlace) => ({ ...freshFollowed(place), village: place.villages[0]?.code ?? '', option: null });

/** What the cell is about in the year that it shows. */
export function storyOf({ cell, answers, notebook, words, common, format }: ShownVillage) {
  const story = answers.story.projection;
  const year = cell.year ?? story.years.at(-1) ?? 0;
  const one = yearOfStory(story, year);
  const without = answers.without && yearOfStory(answers.without.projection, year);
  const periods = periodIncomes(answers.history.income.groups, story.asOf);
  const { past, soFar } = pastOf(periods, story.asOf);
  const trials = format.count(story.trials);
  const fan: ChartProps['FanChart'] = {
    title: words.fan,
    source: words.source(trials),
    past,
    soFar,
    forecast: forecastOf(story),
    height: 232,
  };
  const history = historyWords[format.language];
  const columns: ChartProps['StackedColumns'] | undefined =
    periods.length === 0
      ? undefined
      : {
          title: words.columns,
          source: history.source,
          periodName: chartWords[format.language].fanChart.year,
          series: modeSeries(common),
          columns: columnsOf(periods, story.asOf, format),
          height: 232,
        };
  const scenario = findScenario(notebook, cell.scenario)?.scenario ?? {};
  return { story, year, one, without, past, fan, columns, lines: one ? modeLines(periods, one) : [], curve: one && curveOf(scenario, one) };

  function curveOf(scenario: ScenarioSpec, one: VillageYear) {
    const option = optionOf(cell, scenario);
    const curve = answers.curve?.responseCurve;
    if (option === undefined || !curve) return undefined;
    const along = isAlongCurve(scenario, option);
    const given = along ? one.grant : 0;
    const needed =
      curve.grantFor === null ? undefined : { grant: curve.grantFor, text: format.money(roundedUp(curve.grantFor, format.yuanPerUnit)) };
    const chart: ChartProps['ResponseCurve'] = {
      title: along ? words.curve(option) : words.curveOnTop(option),
      source: words.curveSource(trials),
      grants: curve.grants,
      chances: curve.chances,
      standardErrors: curve.standardErrors,
      current: { grant: given, chance: one.chance, text: words.curveCurrent(format.money(given), format.chance(one.chance)) },
      needed: needed && { grant: needed.grant, chance: NEEDED, text: words.curveNeeded(format.percent(NEEDED, 0), needed.text) },
    };
    const sentence = !needed
      ? (curve.unreachableReason ?? words.curveBest(format.chance(curve.bestChance)))
      : needed.grant === 0
        ? words.curveEnough(format.percent(NEEDED, 0))
        : words.curveSay(format.percent(NEEDED, 0), needed.text, format.chance(curve.bestChance));
    return { chart, sentence };
  }
}

export function villageCharts(shown: ShownVillage): readonly ChartPicture[] {
  const { one, fan, columns, curve } = storyOf(shown);
  if (!one) return [];
  return [
    { chart: 'FanChart', props: fan },
    ...(columns ? [{ chart: 'StackedColumns' as const, props: columns }] : []),
    ...(curve ? [{ chart: 'ResponseCurve' as const, props: curve.chart }] : []),
  ];
}

export function villageTables(shown: ShownVillage): readonly DataTable[] {
  const { words, common, format } = shown;
  const { story, year, one, past, fan, columns, lines, curve } = storyOf(shown);
  if (!one) return [];
  const years = fanTable(fan, format);
  return [
    {
      ...years,
      columns: [...years.columns, { title: words.chanceColumn, format: 'chance', digits: 1, strong: true }],
      rows: years.rows.map((row, index) => {
        const forecast = fan.forecast[index - past.length];
        return [...row, forecast ? (yearOfStory(story, forecast.year)?.chance ?? null) : null];
      }),
    },
    ...(columns ? [stackedTable(columns, format)] : []),
    {
      name: 'modes',
      title: words.byMode,
      source: fan.source,
      columns: [
        { title: words.modeColumn, format: 'text' },
        { title: past.length > 0 ? words.lastYear(past.at(-1)!.year) : chartWords[format.language].fanChart.received, format: 'money' },
        { title: words.mean(year), format: 'money' },
      ],
      rows: lines.map(({ mode, lastYear, mean }) => [common.modes[mode], lastYear, mean]),
    },
    ...(curve ? [curveTable(curve.chart, format)] : []),
  ];
}
