import type { Language } from '../../base/errors/problem.js';
import type { Finding } from '../findings.js';
import { placeText } from './place-text.js';

/** More findings than this are counted, not printed: the first ones show what is wrong. */
const MOST_PRINTED = 200;

/** Why files were refused: every finding with its place, then what to do. */
export function refusalText(findings: readonly Finding[], language: Language): string {
  const zh = language === 'zh';
  const colon = zh ? '：' : ': ';
  const lines = findings
    .slice(0, MOST_PRINTED)
    .map(({ place, problem }) => `${placeText(place, language)}${colon}${problem.text(language)}`);
  const rest = findings.length - lines.length;
  if (rest > 0) lines.push(zh ? `…… 还有 ${rest} 处，改正以上各处后再试可看到` : `… and ${rest} more, shown once these are mended`);
  const head = zh
    ? `未导入：有 ${findings.length} 处需要改正，没有写入任何数据。`
    : `Not imported: ${findings.length === 1 ? '1 place needs' : `${findings.length} places need`} mending; nothing was written.`;
  return [head, ...lines].join('\n');
}
