import type { ChartPicture, ChartProps } from '../../charts/chart-picture.js';
import { tornadoTable } from '../../charts/tornado.js';
import type { Voice } from '../../i18n/voice.js';
import type { CellOf } from '../../notebook/fields.js';
import type { DataTable } from '../../tables/data-table.js';
import type { CellPlace, Shown } from '../cell-place.js';
import type { followedFields } from '../followed-scenario.js';
import { findScenario } from '../parameters/parameters.js';
import { askedScenario } from '../scenario-request.js';
import { sensitivity, type AssumptionUnit, type Sensitivity } from './operations.js';
import type { SensitivityWords } from './words.js';

export type SensitivityCell = CellOf<'sensitivity', typeof followedFields>;

export interface SensitivityAnswers {
  readonly tornado: { readonly sensitivity: Sensitivity };
}

type ShownSensitivity = Shown<SensitivityCell, SensitivityAnswers, SensitivityWords>;

/** Bars drawn; a picture of more is no longer read. */
const MOST_BARS = 15;

export const sensitivityRequests = (cell: SensitivityCell, { notebook, county }: CellPlace) => ({
  tornado: sensitivity(askedScenario(findScenario(notebook, cell.scenario)!.scenario, county.code), cell.year),
});

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

export function sensitivityCharts(shown: ShownSensitivity): readonly ChartPicture[] {
  const props = sensitivityChart(shown);
  return props ? [{ chart: 'Tornado', props }] : [];
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
  return chart ? [tornadoTable(chart, format), everything] : [everything];
}
