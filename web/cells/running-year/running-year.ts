import { monthInYear, parseMonth } from '../../../server/base/month.js';
import { beforeAfterTable, type BeforeAfterRow } from '../../charts/before-after.js';
import type { ChartPicture, ChartProps } from '../../charts/chart-picture.js';
import type { Voice } from '../../i18n/voice.js';
import { cellName, text, type CellOf } from '../../notebook/fields.js';
import type { DataTable } from '../../tables/data-table.js';
import type { CellPlace, Shown } from '../cell-place.js';
import { findScenario, scenarioCells } from '../parameters/parameters.js';
import { askedScenario } from '../scenario-request.js';
import { runningYear, type Receipt, type RunningMonth, type RunningYear } from './operations.js';
import type { RunningYearWords } from './words.js';

export const runningYearFields = {
  /** The id of a parameters cell. */
  scenario: cellName('scenario', 'parameters'),
  /** The village's code. */
  village: text,
};

export type RunningYearCell = CellOf<'running-year', typeof runningYearFields>;

export interface RunningYearAnswers {
  readonly year: { readonly runningYear: RunningYear };
}

type ShownYear = Shown<RunningYearCell, RunningYearAnswers, RunningYearWords>;

export const freshRunningYear = ({ notebook, villages }: CellPlace) => ({
  scenario: scenarioCells(notebook)[0]?.id ?? '',
  village: villages[0]?.code ?? '-',
});

export function runningYearRequests(cell: RunningYearCell, { notebook, county }: CellPlace) {
  const { scenario } = findScenario(notebook, cell.scenario)!;
  return { year: runningYear(askedScenario(scenario, county.code), cell.village) };
}

const monthName = (month: string, words: RunningYearWords): string => {
  const at = parseMonth(month);
  return at === undefined ? month : words.month(monthInYear(at));
};

/** A month as a way from the chance before it to the chance after it, with the money that came. */
export function rowsOf({ months }: RunningYear, { words, format }: Voice<RunningYearWords>): BeforeAfterRow[] {
  return months.slice(1).map(({ month, chance, change, receipts }, index) => ({
    key: month,
    name: monthName(month, words),
    detail: words.came(format.money(receipts.reduce((sum, { amount }) => sum + amount, 0))),
    before: months[index]!.chance,
    after: chance,
    standardError: change?.standardError ?? 0,
  }));
}

export function runningYearChart(shown: ShownYear): ChartProps['BeforeAfter'] {
  const { answers, words, format } = shown;
  const year = answers.year.runningYear;
  return {
    title: words.chart(year.year, format.money(year.target)),
    source: words.source(format.count(year.trials), year.seed),
    names: words.monthColumn,
    rows: rowsOf(year, shown),
    ends: { before: words.before, after: words.after },
  };
}

export const runningYearCharts = (shown: ShownYear): readonly ChartPicture[] =>
  shown.answers.year.runningYear.months.length > 1 ? [{ chart: 'BeforeAfter', props: runningYearChart(shown) }] : [];

/** A source by what it is: its mode, with the park or project that pays. */
export const sourceName = ({ mode, park, project }: Receipt, { common, words }: Voice<RunningYearWords>): string =>
  [common.modes[mode], ...[park, project].filter((one) => one !== null)].join(words.of);

/** A change beyond what simulation alone makes. */
export const isReal = ({ change }: RunningMonth): boolean => change !== null && Math.abs(change.mean) > 1.96 * change.standardError;

/** The months in a sentence: where the chance stood, where it stands, and the month that moved it most. */
export function sentenceOf({ months }: RunningYear, { words, format }: Voice<RunningYearWords>): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || first === last) return words.onlyStart(format.chance(first?.chance ?? 0));
  const moving = months.filter(isReal).toSorted((left, right) => Math.abs(right.change!.mean) - Math.abs(left.change!.mean))[0];
  const whole = words.whole(format.chance(first.chance), monthName(last.month, words), format.chance(last.chance));
  if (!moving) return whole + words.calm;
  const points = format.count(Math.abs(moving.change!.mean) * 100, 1);
  const own = Math.abs(moving.ownPart?.mean ?? 0) >= Math.abs(moving.commonPart?.mean ?? 0);
  return (
    whole +
    words.most(
      monthName(moving.month, words),
      moving.change!.mean > 0 ? words.up(points) : words.down(points),
      own ? words.own : words.common,
    )
  );
}

export function runningYearTables(shown: ShownYear): readonly DataTable[] {
  const { answers, words, format } = shown;
  const year = answers.year.runningYear;
  const chart = runningYearChart(shown);
  return [
    {
      name: 'months',
      title: chart.title,
      source: chart.source,
      columns: [
        { title: words.monthColumn, format: 'month' },
        { title: words.chance, format: 'chance', strong: true },
        { title: words.error, format: 'points', digits: 2 },
        { title: words.change, format: 'points', signed: true },
        { title: words.ownPart, format: 'points', signed: true },
        { title: words.commonPart, format: 'points', signed: true },
      ],
      rows: year.months.map(({ month, chance, standardError, change, ownPart, commonPart }) => [
        month,
        chance,
        1.96 * standardError,
        change?.mean ?? null,
        ownPart?.mean ?? null,
        commonPart?.mean ?? null,
      ]),
    },
    receiptTable(shown),
    beforeAfterTable(chart, format),
  ];
}

/** Every source in every month: what came, and what usually is in by then. */
export function receiptTable(shown: ShownYear): DataTable {
  const { answers, words } = shown;
  return {
    name: 'receipts',
    title: words.receipts,
    source: words.receiptSource,
    columns: [
      { title: words.monthColumn, format: 'month' },
      { title: words.sourceColumn, format: 'text' },
      { title: words.amount, format: 'money', strong: true },
      { title: words.receivedSoFar, format: 'money' },
      { title: words.expectedSoFar, format: 'money' },
    ],
    rows: answers.year.runningYear.months.flatMap(({ month, receipts }) =>
      receipts.map((receipt) => [month, sourceName(receipt, shown), receipt.amount, receipt.receivedSoFar, receipt.expectedSoFar]),
    ),
  };
}
