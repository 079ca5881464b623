import { MODES, type Mode } from '../../../server/base/vocabulary.js';
import { monthInYear, parseMonth, yearOf } from '../../../server/base/month.js';
import {
  income,
  responseCurve,
  villageStory,
  type IncomeGroup,
  type ResponseCurve,
  type VillageStory,
  type VillageYear,
} from '../../api/operations.js';
import { bandOf, type ForecastYear, type PastYear } from '../../charts/fan-chart.js';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import { findScenario, type Notebook, type VillageCell } from '../../notebook/notebook.js';
import type { PeriodIncome } from '../receipts.js';
import { askedScenario, optionsUsed, projectedYears, withoutGrants } from '../scenario-request.js';

export interface VillageAnswers {
  readonly story: { readonly projection: VillageStory };
  readonly history: { readonly income: { readonly groups: readonly IncomeGroup[] } };
  /** The same without the scenario's grants, where it has any. */
  /** How its chance moves with a grant, where the scenario has an option. */
  readonly curve?: { readonly responseCurve: ResponseCurve };
  readonly without?: { readonly projection: VillageStory };
}

export function villageRequests(cell: VillageCell, notebook: Notebook, county: string, countyAsOf: string | null) {
  const { scenario } = findScenario(notebook, cell.scenario)!;
  const asked = askedScenario(scenario, county);
  const years = projectedYears(scenario, countyAsOf);
  const without = withoutGrants(asked);
  const option = optionOf(cell, scenario);
  return {
    story: villageStory(asked, cell.village, years),
    history: income(county, 'YEAR', cell.village),
    ...(option === undefined
      ? {}
      : { curve: responseCurve(curveScenario(scenario, county, option, cell.village), cell.village, option, cell.year, NEEDED) }),
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
