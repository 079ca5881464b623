import type { Language } from '../../base/errors/problem.js';
import { formatMonth } from '../../base/month.js';
import { MODE_WORDS } from '../../base/vocabulary.js';
import { shown } from '../findings.js';
import type { Suspicion } from '../suspicion.js';
import { writtenAmount } from '../written-amount.js';
import { placeText } from './place-text.js';

/** Of each kind of suspicion, more than this many are counted, not printed. */
const MOST_PRINTED = 10;

/** What deserves a look, a line each. */
export function suspicionLines(suspicions: readonly Suspicion[], names: ReadonlyMap<string, string>, language: Language): string[] {
  return [...Map.groupBy(suspicions, (suspicion) => suspicion.kind).values()].flatMap((group) => {
    const lines = group.slice(0, MOST_PRINTED).map((suspicion) => suspicionText(suspicion, names, language));
    const rest = group.length - lines.length;
    if (rest > 0) lines.push(language === 'zh' ? `…… 同类还有 ${rest} 处` : `… and ${rest} more of this kind`);
    return lines;
  });
}

/** What deserves a look, and why. */
export const suspicionText = (suspicion: Suspicion, names: ReadonlyMap<string, string>, language: Language): string =>
  (language === 'zh' ? chinese : english)(suspicion, (code) => shown(names.get(code) ?? code));

function chinese(suspicion: Suspicion, village: (code: string) => string): string {
  switch (suspicion.kind) {
    case 'AMOUNT': {
      const { receipt, usual } = suspicion;
      const place = placeText({ file: receipt.source_file, row: receipt.source_row }, 'zh');
      const stream = `${village(receipt.village)}${MODE_WORDS[receipt.mode].zh}`;
      return `${place}：${stream} ${writtenAmount(receipt.amount)} 元，平常每笔约 ${writtenAmount(usual)} 元；是否把元和万元写混了？`;
    }
    case 'UNIT':
      return `${shown(suspicion.file)}：半数以上的金额在 ${writtenAmount(suspicion.median)} 元上下；是否单位不对（元还是万元）？可用 --unit 指定`;
    case 'MONTH':
      return `${suspicion.county.name}：${monthSpan(suspicion.months)} 有 ${suspicion.receipts} 笔收入，离其他月份两年以上；是否年份写错？`;
    case 'NEGATIVE_YEAR':
      return `${village(suspicion.village)} ${suspicion.year} 年合计为负：${writtenAmount(suspicion.total)} 元`;
    case 'SILENT':
      return `${village(suspicion.village)}：${monthSpan([suspicion.from, suspicion.to])} 没有到账，去年同期有 ${writtenAmount(suspicion.lastYear)} 元；是否漏报？`;
    case 'TARGET':
      return `${village(suspicion.village)} ${suspicion.year} 年目标 ${writtenAmount(suspicion.amount)} 元；是否单位不对？`;
    case 'CAPITAL':
      return `项目 ${shown(suspicion.name)}（${shown(suspicion.project)}）投入 ${writtenAmount(suspicion.amount)} 元；是否单位不对？`;
    case 'CUMULATIVE_FALLS': {
      const { figure, before } = suspicion;
      const stream = `${village(figure.village)}${MODE_WORDS[figure.mode].zh} ${formatMonth(figure.month)}`;
      return `${placeText(figure.source, 'zh')}：${stream} 累计 ${writtenAmount(figure.amount)} 元，少于此前已到账的 ${writtenAmount(before)} 元；当月按 ${writtenAmount(figure.amount - before)} 元记，是否冲销或写错？`;
    }
    case 'CUMULATIVE_GAP': {
      const { county, from, month, receipts } = suspicion;
      return `${county}：${monthSpan([from, month - 1])} 没有数据，${formatMonth(month)} 的 ${receipts} 个累计数把这几个月的到账都记在当月；可先导入这几个月的表`;
    }
    case 'AFTER_AS_OF':
      return `${suspicion.county.name}：${suspicion.receipts} 笔收入晚于截至月份 ${formatMonth(suspicion.county.asOf!)}，已保存但不计入`;
  }
}

function english(suspicion: Suspicion, village: (code: string) => string): string {
  switch (suspicion.kind) {
    case 'AMOUNT': {
      const { receipt, usual } = suspicion;
      const place = placeText({ file: receipt.source_file, row: receipt.source_row }, 'en');
      const stream = `${village(receipt.village)}, ${MODE_WORDS[receipt.mode].en}`;
      return `${place}: ${stream}: ${writtenAmount(receipt.amount)} yuan, usually about ${writtenAmount(usual)} yuan; are yuan and 10,000 yuan mixed up?`;
    }
    case 'UNIT':
      return `${shown(suspicion.file)}: half of the amounts are about ${writtenAmount(suspicion.median)} yuan; is the unit wrong? Name it with --unit`;
    case 'MONTH':
      return `${suspicion.county.name}: receipts of ${monthSpan(suspicion.months)} (${suspicion.receipts}) are more than two years away from all others; is the year right?`;
    case 'NEGATIVE_YEAR':
      return `${village(suspicion.village)}: the total of ${suspicion.year} is negative: ${writtenAmount(suspicion.total)} yuan`;
    case 'SILENT':
      return `${village(suspicion.village)}: nothing received in ${monthSpan([suspicion.from, suspicion.to])}, ${writtenAmount(suspicion.lastYear)} yuan in the same months a year before; is it missing?`;
    case 'TARGET':
      return `${village(suspicion.village)}: the target of ${suspicion.year} is ${writtenAmount(suspicion.amount)} yuan; is the unit wrong?`;
    case 'CAPITAL':
      return `project ${shown(suspicion.name)} (${shown(suspicion.project)}): its capital is ${writtenAmount(suspicion.amount)} yuan; is the unit wrong?`;
    case 'CUMULATIVE_FALLS': {
      const { figure, before } = suspicion;
      const stream = `${village(figure.village)}, ${MODE_WORDS[figure.mode].en}, ${formatMonth(figure.month)}`;
      return `${placeText(figure.source, 'en')}: ${stream}: ${writtenAmount(figure.amount)} yuan since January, below the ${writtenAmount(before)} yuan received before; the month is taken as ${writtenAmount(figure.amount - before)} yuan. Is it a reversal, or wrong?`;
    }
    case 'CUMULATIVE_GAP': {
      const { county, from, month, receipts } = suspicion;
      return `${county}: nothing is known of ${monthSpan([from, month - 1])}, so the figures since January of ${formatMonth(month)} (${receipts}) put what came then into that month; import those months first if there are sheets of them`;
    }
    case 'AFTER_AS_OF':
      return `${suspicion.county.name}: receipts after the as-of month ${formatMonth(suspicion.county.asOf!)} (${suspicion.receipts}) are stored but not counted`;
  }
}

const monthSpan = (months: readonly number[]): string => {
  const [first, last] = [formatMonth(months[0]!), formatMonth(months.at(-1)!)];
  return first === last ? first : `${first}–${last}`;
};
