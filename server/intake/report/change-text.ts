import type { Language } from '../../base/errors/problem.js';
import { formatMonth } from '../../base/month.js';
import { CRITERIA, CRITERION_WORDS, INDUSTRY_WORDS, MODE_WORDS, STAGE_WORDS } from '../../base/vocabulary.js';
import { CRITERION_COLUMNS } from '../../store/village-record.js';
import type { Relation } from '../../store/relations.js';
import { type ChangedRow, differingColumns } from '../changes.js';
import { shown } from '../findings.js';
import type { ImportPlan } from '../plan.js';
import { writtenAmount } from '../written-amount.js';
import { COLUMNS } from '../columns.js';

/** The tables that a report tells of, in its order. */
export const REPORTED = ['villages', 'parks', 'projects', 'targets', 'receipts'] as const satisfies readonly Relation[];
export type Reported = (typeof REPORTED)[number];

/** Changes of a table beyond this many are counted, not printed. */
const MOST_PRINTED = 20;

const MONEY: ReadonlySet<string> = new Set(['amount', 'capital']);

/** What a stored value is called; nothing is written as a dash. */
function valueText(column: string, value: unknown, language: Language): string {
  if (value === null || value === undefined) return '—';
  if (MONEY.has(column)) return writtenAmount(value as number);
  if (column === 'start' || column === 'month') return formatMonth(value as number);
  if (column.startsWith('criterion_')) return language === 'zh' ? (value === 1 ? '符合' : '不符合') : value === 1 ? 'met' : 'not met';
  const words = { mode: MODE_WORDS, industry: INDUSTRY_WORDS, stage: STAGE_WORDS }[column] as
    Record<string, { zh: string; en: string }> | undefined;
  return words?.[String(value)]?.[language] ?? shown(String(value));
}

function columnText(relation: Reported, column: string, language: Language): string {
  const criterion = CRITERIA[CRITERION_COLUMNS.indexOf(column as (typeof CRITERION_COLUMNS)[number])];
  if (criterion) return CRITERION_WORDS[criterion][language];
  return language === 'zh' ? (COLUMNS[relation].find((known) => known.name === column)?.zh ?? column) : column;
}

/** What the row of a table is about: a village, a park, a receipt's key. */
function rowText<Name extends Reported>(
  relation: Name,
  row: ChangedRow<Name>['after'],
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const cells = row as unknown as Readonly<Record<string, string | number | null>>;
  const village = shown(names.get(String(cells.village ?? cells.code)) ?? String(cells.village ?? cells.code));
  if (relation === 'villages') return village;
  if (relation === 'targets') return `${village} ${cells.year}`;
  if (relation === 'receipts') {
    const parts = (['month', 'mode', 'industry', 'park', 'project', 'reference'] as const)
      .filter((column) => cells[column] !== null)
      .map((column) => valueText(column, cells[column], language));
    return [village, ...parts].join(' ');
  }
  return `${shown(String(cells.name))}(${shown(String(cells.code))})`;
}

/** What of a row changes, old → new. */
export function changeText<Name extends Reported>(
  relation: Name,
  { before, after }: ChangedRow<Name>,
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const zh = language === 'zh';
  const columns = differingColumns(before, after).filter((column) => column !== 'county');
  const changes = columns.map((column) => {
    const old = valueText(column, (before as unknown as Record<string, unknown>)[column], language);
    const value = valueText(column, (after as unknown as Record<string, unknown>)[column], language);
    const unit = MONEY.has(column) ? (zh ? ' 元' : ' yuan') : '';
    const label = relation === 'receipts' || relation === 'targets' ? '' : `${columnText(relation, column, language)} `;
    return `${label}${old} → ${value}${unit}`;
  });
  const said = changes.join(zh ? '；' : '; ') || (zh ? '多县共用' : 'shared by counties');
  return `${rowText(relation, after, names, language)}${zh ? '：' : ': '}${said}`;
}

/** A row that is new, or stored as it is: what it is about, with its amount. */
export function storedRowText<Name extends Reported>(
  relation: Name,
  row: ChangedRow<Name>['after'],
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const { amount, capital } = row as { readonly amount?: number; readonly capital?: number };
  const money = amount ?? capital;
  const said = money === undefined ? '' : language === 'zh' ? `：${writtenAmount(money)} 元` : `: ${writtenAmount(money)} yuan`;
  return `${rowText(relation, row, names, language)}${said}`;
}

/** The changed rows of a table, a line each. */
export function changeLines<Name extends Reported>(
  plan: ImportPlan,
  relation: Name,
  names: ReadonlyMap<string, string>,
  language: Language,
): string[] {
  const changed = plan.changes[relation].changed as readonly ChangedRow<Name>[];
  const lines = changed.slice(0, MOST_PRINTED).map((row) => changeText(relation, row, names, language));
  const rest = changed.length - lines.length;
  if (rest > 0) lines.push(language === 'zh' ? `…… 还有 ${rest} 处变更` : `… and ${rest} more changes`);
  return lines;
}
