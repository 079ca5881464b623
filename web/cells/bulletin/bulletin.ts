import { formatMonth, parseMonth } from '../../../server/base/month.js';
import { choice, optional, text, withDefault, type CellOf } from '../../notebook/fields.js';
import type { Requests } from '../../notebook/runs.js';
import type { DataColumn, DataTable, DataValue } from '../../tables/data-table.js';
import type { CellPlace, Shown } from '../cell-place.js';
import { bulletin, COLOURS, type Bulletin, type BulletinRow, type Colour } from './operations.js';
import type { BulletinWords } from './words.js';

export const bulletinFields = {
  /** 2020-05; null: the last month there are data of. */
  month: optional(text),
  /** A township's code; null: the whole county. */
  township: optional(text),
  /** The villages that somebody has to see to, or every one. */
  show: withDefault(choice('attention', 'all'), 'attention'),
};

export type BulletinCell = CellOf<'bulletin', typeof bulletinFields>;

export interface BulletinAnswers {
  readonly bulletin?: { readonly bulletin: Bulletin };
}

type ShownBulletin = Shown<BulletinCell, BulletinAnswers, BulletinWords>;

const MOST_MONTHS = 36;

/** The months that a bulletin may be of, the last one first. */
export function monthsOf(asOf: string | null): string[] {
  const last = parseMonth(asOf ?? '');
  return last === undefined ? [] : Array.from({ length: MOST_MONTHS }, (_, back) => formatMonth(last - back));
}

export function bulletinRequests(cell: BulletinCell, { county }: CellPlace): Requests {
  const month = cell.month ?? county.asOf;
  return month === null ? {} : { bulletin: bulletin(cell.township ?? county.code, month) };
}

/** Red and orange need somebody, and so does whatever the bulletin remarks on. */
export const needsAttention = ({ colour, flags }: BulletinRow): boolean => colour === 'RED' || colour === 'ORANGE' || flags.length > 0;

/** How many villages have each colour, the most urgent first. */
export const coloursOf = ({ villages }: Bulletin): readonly { readonly colour: Colour; readonly count: number }[] =>
  COLOURS.map((colour) => ({ colour, count: villages.filter((row) => row.colour === colour).length }));

/** What all the villages have received, and what they had a year before; null where that is not known of each. */
export function sumsOf({ villages }: Bulletin): { readonly received: number; readonly lastYear: number | null; readonly target: number } {
  const sum = (amountOf: (row: BulletinRow) => number) => villages.reduce((total, row) => total + amountOf(row), 0);
  const known = villages.every(({ sameMonthLastYear }) => sameMonthLastYear !== null);
  return {
    received: sum(({ received }) => received),
    lastYear: known ? sum(({ sameMonthLastYear }) => sameMonthLastYear ?? 0) : null,
    target: sum(({ target }) => target),
  };
}

/** The villages whose chance has moved by more than its error since the month before: those that fell, those that rose. */
export function movedOf({ villages }: Bulletin): { readonly fell: number; readonly rose: number } {
  const moves = villages.flatMap(({ chance, chanceLastMonth, standardError }) =>
    chance === null || chanceLastMonth === null || Math.abs(chance - chanceLastMonth) < Math.max(0.05, 2.8 * (standardError ?? 0))
      ? []
      : [chance - chanceLastMonth],
  );
  return { fell: moves.filter((move) => move < 0).length, rose: moves.filter((move) => move > 0).length };
}

export const rowsShown = (cell: BulletinCell, { villages }: Bulletin): readonly BulletinRow[] =>
  cell.show === 'all' ? villages : villages.filter(needsAttention);

const change = ({ chance, chanceLastMonth }: BulletinRow): DataValue =>
  chance === null || chanceLastMonth === null ? null : chance - chanceLastMonth;

export function villageTable({ cell, answers, words, common }: ShownBulletin, bulletin: Bulletin): DataTable {
  const columns: readonly (DataColumn & { readonly of: (row: BulletinRow) => DataValue })[] = [
    { title: words.village, format: 'text', of: ({ village }) => village.name },
    { title: words.township, format: 'text', of: ({ village }) => village.township.name },
    { title: words.colour, format: 'text', of: ({ colour }) => words.colours[colour] },
    { title: words.flags, format: 'text', of: ({ flags }) => flags.map(({ message }) => message).join(words.stop) },
    { title: words.chance, format: 'chance', strong: true, of: ({ chance }) => chance },
    { title: words.change, format: 'points', signed: true, of: change },
    { title: words.received, format: 'money', strong: true, of: ({ received }) => received },
    { title: words.inMonth, format: 'money', of: ({ inMonth }) => inMonth },
    { title: words.expected, format: 'money', of: ({ expectedByNow }) => expectedByNow },
    { title: words.pace, format: 'money', of: ({ pace }) => pace },
    { title: words.lastYear, format: 'money', of: ({ sameMonthLastYear }) => sameMonthLastYear },
    { title: words.target, format: 'money', of: ({ target }) => target },
    { title: words.rank, format: 'number', of: ({ rank }) => rank },
    { title: words.report, format: 'text', of: ({ reported, lateDays }) => words.reportOf(reported, lateDays) },
    { title: words.responsible, format: 'text', of: ({ responsible }) => responsible.join(words.and) },
  ];
  return {
    name: 'villages',
    title: cell.show === 'all' ? words.allVillages(bulletin.month) : words.attention(bulletin.month),
    source: sourceOf(answers, words, common.frame.demonstration),
    columns: columns.map(({ of: _of, ...column }) => column),
    rows: rowsShown(cell, bulletin).map((row) => columns.map(({ of }) => of(row))),
  };
}

export function townshipTable({ answers, words, common }: ShownBulletin, bulletin: Bulletin): DataTable {
  return {
    name: 'townships',
    title: words.byTownship(bulletin.month),
    source: sourceOf(answers, words, common.frame.demonstration),
    columns: [
      { title: words.township, format: 'text' },
      { title: words.villages, format: 'number' },
      { title: words.reported, format: 'number' },
      ...COLOURS.map((colour) => ({ title: words.colours[colour], format: 'number' }) as const),
      { title: words.received, format: 'money', strong: true },
      { title: words.lastYear, format: 'money' },
      { title: words.target, format: 'money' },
      { title: words.share, format: 'share' },
    ],
    rows: bulletin.townships.map(({ township, villages, reported, red, orange, yellow, green, received, sameMonthLastYear, target }) => [
      township.name,
      villages,
      reported,
      red,
      orange,
      yellow,
      green,
      received,
      sameMonthLastYear,
      target,
      target > 0 ? received / target : null,
    ]),
  };
}

function sourceOf({ bulletin }: BulletinAnswers, words: BulletinWords, demonstration: string): string {
  const source = words.source(bulletin?.bulletin.dataVersion.slice(0, 12) ?? '');
  return bulletin?.bulletin.demonstration ? `${demonstration} · ${source}` : source;
}

export function bulletinTables(shown: ShownBulletin): readonly DataTable[] {
  const bulletin = shown.answers.bulletin?.bulletin;
  return bulletin ? [villageTable(shown, bulletin), townshipTable(shown, bulletin)] : [];
}
