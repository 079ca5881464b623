import type { ChartPicture, ChartProps } from '../../charts/chart-picture.js';
import { heatTable } from '../../charts/heat-table.js';
import { tornadoTable } from '../../charts/tornado.js';
import type { Voice } from '../../i18n/voice.js';
import { flag, optional, text, withDefault, type CellOf } from '../../notebook/fields.js';
import type { Requests } from '../../notebook/runs.js';
import type { DataTable } from '../../tables/data-table.js';
import type { CellPlace, Shown } from '../cell-place.js';
import { errorText } from '../comparison/comparison.js';
import { followedFields, freshFollowed } from '../followed-scenario.js';
import { findScenario } from '../parameters/parameters.js';
import { policyForm } from '../parameters/policy.js';
import { policiesAsked } from '../policies-asked.js';
import { askedScenario } from '../scenario-request.js';
import {
  sensitivity,
  sensitivityTable,
  valueOfInformation,
  type AssumptionUnit,
  type KnownAssumption,
  type Sensitivity,
  type SensitivityAxis,
  type SensitivityTable,
  type ValueOfInformation,
} from './operations.js';
import type { SensitivityWords } from './words.js';

export const sensitivityFields = {
  ...followedFields,
  /** Whether it is also asked what it would be worth to know the assumptions. */
  worth: withDefault(flag, false),
  /** Names of two assumptions that are moved together; null: none. */
  rows: optional(text),
  columns: optional(text),
};

export type SensitivityCell = CellOf<'sensitivity', typeof sensitivityFields>;

export const freshSensitivity = (place: CellPlace) => ({ ...freshFollowed(place), worth: false, rows: null, columns: null });

export interface SensitivityAnswers {
  readonly tornado: { readonly sensitivity: Sensitivity };
  /** Where it was asked for, and the scenario offers something to spend money on. */
  readonly worth?: { readonly valueOfInformation: ValueOfInformation };
  /** Where two assumptions are moved together. */
  readonly pair?: { readonly sensitivityTable: SensitivityTable };
}

type ShownSensitivity = Shown<SensitivityCell, SensitivityAnswers, SensitivityWords>;

/** Bars drawn; a picture of more is no longer read. */
const MOST_BARS = 15;

/** Whether its scenario offers something to spend money on: else there is nothing to choose. */
export const offersOption = (cell: SensitivityCell, { notebook, county }: CellPlace): boolean =>
  policiesAsked(findScenario(notebook, cell.scenario)?.scenario ?? {}, county.code, 0) !== undefined;

export function sensitivityRequests(cell: SensitivityCell, { notebook, county }: CellPlace): Requests {
  const { scenario } = findScenario(notebook, cell.scenario)!;
  const asking = askedScenario(scenario, county.code);
  const tornado = sensitivity(asking, cell.year);
  const asked = cell.worth ? policiesAsked(scenario, county.code, policyForm(scenario).budget) : undefined;
  const { rows, columns, year } = cell;
  return {
    tornado,
    ...(asked ? { worth: valueOfInformation(asked, year) } : {}),
    ...(rows !== null && columns !== null && rows !== columns ? { pair: sensitivityTable(asking, { rows, columns, year }) } : {}),
  };
}

/** A value of an assumption in words. */
export function settingText(unit: AssumptionUnit, value: number, { words, format }: Voice<SensitivityWords>): string {
  switch (unit) {
    case 'SHARE':
    case 'LOG':
      return format.percent(value);
    case 'MONTH':
      return `${Math.floor(value / 100)}-${String(value % 100).padStart(2, '0')}`;
    case 'MONTHS':
      return words.months(format.count(value, Number.isInteger(value) ? 0 : 1));
    case 'NUMBER':
      return format.count(value, Number.isInteger(value) ? 0 : 2);
  }
}

/** Those that change anything, largest swing first. */
export const mattering = ({ bars }: Sensitivity) => bars.filter(({ matters }) => matters);

/** Undefined where no assumption changes anything. */
export function sensitivityChart(shown: ShownSensitivity): ChartProps['Tornado'] | undefined {
  const { answers, words, format } = shown;
  const result = answers.tornado.sensitivity;
  const bars = mattering(result);
  if (bars.length === 0) return undefined;
  const drawn = bars.slice(0, MOST_BARS);
  return {
    title: words.chart(result.year),
    source: words.source(format.count(result.trials)),
    unit: words.unit,
    base: result.base.mean,
    bars: drawn.map(({ assumption, label, unit, low, high, expectedReachingLow, expectedReachingHigh }) => ({
      key: assumption,
      name: label,
      low: { setting: settingText(unit, low, shown), value: expectedReachingLow.mean, standardError: expectedReachingLow.standardError },
      high: {
        setting: settingText(unit, high, shown),
        value: expectedReachingHigh.mean,
        standardError: expectedReachingHigh.standardError,
      },
    })),
    ...(drawn.length < bars.length ? { note: words.shown(format.count(drawn.length), format.count(bars.length)) } : {}),
  };
}

/** Two assumptions moved together; undefined where that is not asked for. */
export function pairChart(shown: ShownSensitivity): ChartProps['HeatTable'] | undefined {
  const { answers, words, format } = shown;
  const result = answers.pair?.sensitivityTable;
  if (!result) return undefined;
  const sideOf = ({ label, unit, values }: SensitivityAxis) => ({
    name: label,
    settings: values.map((value) => settingText(unit, value, shown)),
  });
  const assumed = ({ value, values }: SensitivityAxis) => values.findIndex((one) => Math.abs(one - value) < 1e-9);
  const place = { row: assumed(result.rows), column: assumed(result.columns) };
  return {
    title: words.pairChart(result.rows.label, result.columns.label, result.year),
    source: words.source(format.count(result.trials)),
    unit: words.unit,
    rows: sideOf(result.rows),
    columns: sideOf(result.columns),
    values: result.cells.map((row) => row.map(({ expectedReaching }) => expectedReaching.mean)),
    standardErrors: result.cells.map((row) => row.map(({ expectedReaching }) => expectedReaching.standardError)),
    middle: result.base.mean,
    current: place.row < 0 || place.column < 0 ? null : place,
  };
}

export function sensitivityCharts(shown: ShownSensitivity): readonly ChartPicture[] {
  const tornado = sensitivityChart(shown);
  const pair = pairChart(shown);
  return [
    ...(tornado ? [{ chart: 'Tornado', props: tornado } as const] : []),
    ...(pair ? [{ chart: 'HeatTable', props: pair } as const] : []),
  ];
}

/** What matters most, and how many play no part. */
export function sensitivitySentence(result: Sensitivity, voice: Voice<SensitivityWords>): string {
  const { words, format } = voice;
  const bars = mattering(result);
  const [first] = bars;
  const idle = result.bars.length - bars.length;
  if (!first) return words.none;
  const half = 1.96 * first.swing.standardError;
  const said = words.largest(
    first.label,
    format.count(first.swing.mean, 1),
    half < 0.05 ? '<0.1' : `±${format.count(half, 1)}`,
    settingText(first.unit, first.low, voice),
    settingText(first.unit, first.high, voice),
  );
  return idle > 0 ? said + words.idle(format.count(idle)) : said;
}

/** What would be worth knowing most, or that nobody would choose otherwise. */
export function worthSentence(result: ValueOfInformation, { words, format }: Voice<SensitivityWords>): string {
  const budget = format.money(result.budget);
  const [first] = result.assumptions;
  if (!first || first.villages.mean <= 0) return words.worthNothing(budget);
  const { label, villages, worth } = first;
  return words.worthMost(
    budget,
    label,
    format.count(villages.mean, 2),
    twoDigits(villages, format),
    worth === null ? '—' : format.money(worth),
  );
}

/** An error in villages where differences are small. */
const twoDigits = ({ standardError }: KnownAssumption['villages'], format: Voice<unknown>['format']): string =>
  1.96 * standardError < 0.005 ? '<0.01' : `±${format.count(1.96 * standardError, 2)}`;

/** An assumption as a line of text. */
export interface WorthLine {
  readonly assumption: string;
  readonly label: string;
  readonly villages: string;
  readonly error: string;
  readonly worth: string;
  readonly worthRange: string;
  readonly atLow: string;
  readonly atHigh: string;
}

export const worthLines = ({ assumptions }: ValueOfInformation, voice: Voice<SensitivityWords>): WorthLine[] =>
  assumptions.map(({ assumption, label, unit, low, high, villages, worth, worthLow, worthHigh, atLow, atHigh }) => {
    const { words, format } = voice;
    const chosen = ({ label: plan, anew, gain }: KnownAssumption['atLow'], setting: number) => {
      const known = settingText(unit, setting, voice);
      if (gain.mean === 0) return words.asBefore(known);
      return (anew ? words.anew : words.instead)(known, plan, format.count(gain.mean, 1), errorText(gain, format));
    };
    return {
      assumption,
      label,
      villages: format.count(villages.mean, 2),
      error: twoDigits(villages, format),
      worth: worth === null ? '—' : format.amount(worth),
      worthRange: worthLow === null || worthHigh === null ? '' : words.range(format.amount(worthLow), format.amount(worthHigh)),
      atLow: chosen(atLow, low),
      atHigh: chosen(atHigh, high),
    };
  });

function worthTable({ answers, words, format }: ShownSensitivity): DataTable[] {
  const result = answers.worth?.valueOfInformation;
  if (!result) return [];
  const villages = { format: 'number', digits: 3, unit: words.unit } as const;
  return [
    {
      name: 'worth',
      title: words.worthTitle,
      source: words.worthSource(format.count(result.trials), format.money(result.budget)),
      columns: [
        { title: words.assumption, format: 'text' },
        { title: words.worthVillages, ...villages },
        { title: words.error, ...villages },
        { title: words.worthMoney, format: 'money' },
        { title: words.worthLow, format: 'money' },
        { title: words.worthHigh, format: 'money' },
      ],
      rows: result.assumptions.map(({ label, villages: own, worth, worthLow, worthHigh }) => [
        label,
        own.mean,
        1.96 * own.standardError,
        worth,
        worthLow,
        worthHigh,
      ]),
    },
  ];
}

export function sensitivityTables(shown: ShownSensitivity): readonly DataTable[] {
  const { answers, words, format } = shown;
  const result = answers.tornado.sensitivity;
  const chart = sensitivityChart(shown);
  const villages = { format: 'number', digits: 2, unit: words.unit } as const;
  const everything: DataTable = {
    name: 'assumptions',
    title: words.all,
    source: words.source(format.count(result.trials)),
    columns: [
      { title: words.assumption, format: 'text' },
      { title: words.value, format: 'text' },
      { title: words.low, format: 'text' },
      { title: words.high, format: 'text' },
      { title: words.lowChange, ...villages },
      { title: words.error, ...villages },
      { title: words.highChange, ...villages },
      { title: words.error, ...villages },
      { title: words.swing, ...villages },
      { title: words.error, ...villages },
      { title: words.basis, format: 'text' },
    ],
    rows: result.bars.map(({ label, unit, value, low, high, differenceLow, differenceHigh, swing, basis }) => [
      label,
      ...[value, low, high].map((one) => settingText(unit, one, shown)),
      ...[differenceLow, differenceHigh, swing].flatMap(({ mean, standardError }) => [mean, 1.96 * standardError]),
      basis,
    ]),
  };
  const pair = pairChart(shown);
  return [...(chart ? [tornadoTable(chart, format)] : []), everything, ...(pair ? [heatTable(pair, format)] : []), ...worthTable(shown)];
}
