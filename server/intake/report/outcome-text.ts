import { type Language, Problem } from '../../base/errors/problem.js';
import { formatMonth } from '../../base/month.js';
import { shown } from '../findings.js';
import type { ImportOutcome } from '../import-files.js';
import { noticeText, type Notice } from '../notice.js';
import type { Table } from '../table.js';
import { TABLE_WORDS } from '../table-kind.js';
import { changeLines, REPORTED } from './change-text.js';
import { placeText } from './place-text.js';
import { suspicionLines } from './suspicion-text.js';
import { unitJumpDetails } from '../unit-jump.js';

/** Of the notices, more than this many are counted, not printed. */
const MOST_NOTICES = 50;

const WORDS = {
  zh: {
    preview: '试运行，将会：',
    result: '结果：',
    notices: '提示：',
    suspicions: '请核对：',
    stopped: '导入时会被拦下：',
    dryRun: '试运行结束，没有写入任何数据。',
    nothing: '与已有数据相同，没有变化，没有写入。',
    units: { yuan: '元', wan: '万元' },
    unitFrom: { flag: '按 --unit', header: '按表头', default: '未注明，按元' },
    colon: '：',
  },
  en: {
    preview: 'Dry run; this would happen:',
    result: 'Result:',
    notices: 'Notices:',
    suspicions: 'Please check:',
    stopped: 'This would stop the import:',
    dryRun: 'End of the dry run; nothing was written.',
    nothing: 'The same as what is stored; nothing changed, nothing was written.',
    units: { yuan: 'yuan', wan: '10,000 yuan' },
    unitFrom: { flag: 'as --unit says', header: 'as the header says', default: 'none stated, so yuan' },
    colon: ': ',
  },
} as const;

const count = (value: number): string => value.toLocaleString('en-US');

/** What an import did, or would do, in full sentences. */
export function outcomeText(outcome: ImportOutcome, language: Language): string {
  const words = WORDS[language];
  const section = (title: string, lines: readonly string[]) => (lines.length ? ['', title, ...lines.map((line) => `  ${line}`)] : []);
  return [
    ...outcome.files.map((table) => fileLine(table, language)),
    ...section(outcome.dryRun ? words.preview : words.result, [...changeSection(outcome, language), ...countyLines(outcome, language)]),
    ...section(words.notices, noticeLines(outcome.notices, language)),
    ...section(words.stopped, unitJumpLines(outcome, language)),
    ...section(words.suspicions, suspicionLines(outcome.suspicions, outcome.villageNames, language)),
    '',
    closing(outcome, language),
  ].join('\n');
}

function fileLine(table: Table, language: Language): string {
  const words = WORDS[language];
  const hasMoney = [...table.header.columns.keys()].some((name) => name === 'amount' || name === 'capital');
  const unit = hasMoney ? [words.units[table.unit], words.unitFrom[table.unitFrom]] : undefined;
  const rows = count(table.rows.length);
  return language === 'zh'
    ? `${shown(table.file.name)}：${TABLE_WORDS[table.kind].zh}表，${rows} 行，${table.encoding}${unit ? `，金额单位 ${unit[0]}（${unit[1]}）` : ''}`
    : `${shown(table.file.name)}: ${TABLE_WORDS[table.kind].en}, ${rows} ${table.rows.length === 1 ? 'row' : 'rows'}, ${table.encoding}${unit ? `, amounts in ${unit[0]} (${unit[1]})` : ''}`;
}

function changeSection(outcome: ImportOutcome, language: Language): string[] {
  const zh = language === 'zh';
  const lines = removalLines(outcome, language);
  for (const relation of REPORTED) {
    const { added, changed, same } = outcome.plan.changes[relation];
    if (!added.length && !changed.length && !same.length) continue;
    const counts = [
      ...(added.length ? [zh ? `新增 ${count(added.length)}` : `${count(added.length)} new`] : []),
      ...(changed.length ? [zh ? `变更 ${count(changed.length)}` : `${count(changed.length)} changed`] : []),
      ...(same.length ? [zh ? `相同 ${count(same.length)}` : `${count(same.length)} the same`] : []),
    ];
    lines.push(`${TABLE_WORDS[relation][language]}${WORDS[language].colon}${counts.join(zh ? '，' : ', ')}`);
    const resetOnly = relation === 'villages' && outcome.plan.removal?.keepsVillages;
    if (!resetOnly) lines.push(...changeLines(outcome.plan, relation, outcome.villageNames, language).map((line) => `  ${line}`));
  }
  return lines;
}

function removalLines({ plan, dryRun }: ImportOutcome, language: Language): string[] {
  if (!plan.removal) return [];
  const { county, keepsVillages, villages, projects, parks, targets, receipts } = plan.removal;
  const counts = [villages, parks, projects, targets, receipts].map((rows) => count(rows.length));
  if (language === 'zh') {
    const what = `收入 ${counts[4]} 笔、目标 ${counts[3]} 条、项目 ${counts[2]} 个、园区 ${counts[1]} 个`;
    const verb = dryRun ? '将移除' : '已移除';
    return [
      keepsVillages
        ? `${verb}演示数据：${county.name}（${county.code}）的${what}和六项条件；保留 ${counts[0]} 个村的名单`
        : `${verb}演示县：${county.name}（${county.code}），${counts[0]} 个村、${what}`,
    ];
  }
  const what = `${counts[4]} receipts, ${counts[3]} targets, ${counts[2]} projects, ${counts[1]} parks`;
  const verb = dryRun ? 'Would remove' : 'Removed';
  return [
    keepsVillages
      ? `${verb} the demonstration data of ${county.name} (${county.code}): ${what} and the conditions; the list of ${counts[0]} villages stays`
      : `${verb} the demonstration county ${county.name} (${county.code}): ${counts[0]} villages, ${what}`,
  ];
}

function countyLines(outcome: ImportOutcome, language: Language): string[] {
  const zh = language === 'zh';
  const nothing = zh ? '无' : 'none';
  const month = (value: number | null) => (value === null ? nothing : formatMonth(value));
  return outcome.plan.counties.map(({ code, name, asOf, asOfBefore }) => {
    const moved = asOfBefore !== null && asOfBefore !== asOf;
    return zh
      ? `${name}（${code}）：截至月份 ${month(asOf)}${moved ? `（原为 ${month(asOfBefore)}）` : ''}`
      : `${name} (${code}): as of ${month(asOf)}${moved ? ` (before: ${month(asOfBefore)}）` : ''}`;
  });
}

function noticeLines(notices: readonly Notice[], language: Language): string[] {
  const lines = notices
    .slice(0, MOST_NOTICES)
    .map((notice) => `${placeText(notice.place, language)}${WORDS[language].colon}${noticeText(notice, language)}`);
  const rest = notices.length - lines.length;
  if (rest > 0) lines.push(language === 'zh' ? `…… 还有 ${rest} 条` : `… and ${rest} more`);
  return lines;
}

const unitJumpLines = ({ unitJumps }: ImportOutcome, language: Language): string[] =>
  unitJumps.map((jump) => {
    const problem = new Problem('UNIT_JUMP', unitJumpDetails(jump));
    return `${placeText({ file: jump.file }, language)}${WORDS[language].colon}${problem.text(language)}`;
  });

function closing(outcome: ImportOutcome, language: Language): string {
  if (outcome.dryRun) return WORDS[language].dryRun;
  if (outcome.batch === null) return WORDS[language].nothing;
  return language === 'zh'
    ? `已导入，批次 ${outcome.batch}。如需撤销：npm run import -- --undo ${outcome.batch}`
    : `Imported as batch ${outcome.batch}. To take it back: npm run import -- --undo ${outcome.batch}`;
}
