import { codeOf, MODE_WORDS, type Mode } from '../../base/vocabulary.js';

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** A year written in Chinese digits, 二〇二〇年, in Arabic ones. */
const arabic = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((digit) => CHINESE_DIGITS.indexOf(digit === '零' ? '〇' : digit)).join(''),
    );

/** The year that a title, a sheet's name or a file's name tells; undefined where it tells none, or several. */
export function yearOfText(text: string): number | undefined {
  const years = new Set([...arabic(text).matchAll(/(?<!\d)((?:19|20)\d{2})(?:\s*年|[-/.]|(?!\d))/g)].map((match) => Number(match[1])));
  return years.size === 1 ? [...years][0] : undefined;
}

/** The month that a text tells as 2020年5月 or 5月份, 1 to 12; undefined where it tells none, or several. */
export function monthOfText(text: string): number | undefined {
  const months = new Set([...arabic(text).matchAll(/(?<![\d-])(1[0-2]|0?[1-9])\s*月/g)].map((match) => Number(match[1])));
  return months.size === 1 ? [...months][0] : undefined;
}

/** The month that a column's header tells: 5月, 五月, 5月份, 2020年5月, 2020-05, with its year where it names one. */
export function monthOfHeader(header: string): { readonly month: number; readonly year: number | undefined } | undefined {
  const plain = arabic(header)
    .replace(/\s/g, '')
    .replace(/[((](?:万元|元)[))]$/, '');
  const match =
    /^(?:((?:19|20)\d{2})年?[-/.]?)?(?:(1[0-2]|0?[1-9])|(十[一二]?|[一二三四五六七八九]))月(?:份|收入|到账)?$/.exec(plain) ??
    /^((?:19|20)\d{2})[-/.](1[0-2]|0?[1-9])$/.exec(plain);
  if (!match) return undefined;
  const written = match[3];
  const month =
    written === undefined
      ? Number(match[2])
      : written.startsWith('十')
        ? 10 + CHINESE_DIGITS.indexOf(written[1] ?? '〇')
        : CHINESE_DIGITS.indexOf(written);
  return { month, year: match[1] === undefined ? undefined : Number(match[1]) };
}

/** The last month of a span that begins in January, as in 2020年1-5月 or 1月至5月; undefined where a text tells none, or several. */
export function lastMonthOfSpan(text: string): number | undefined {
  const span = /(?<!\d)0?1(?:月份?)?\s*[-—–~至到]\s*(1[0-2]|0?[2-9])\s*月/g;
  const months = new Set([...arabic(text).matchAll(span)].map((match) => Number(match[1])));
  return months.size === 1 ? [...months][0] : undefined;
}

/** The month up to which a column counts from January: 1-5月, 5月累计, 截至5月底累计到账, 2020年1—5月. */
export function cumulativeMonthOfHeader(header: string): { readonly month: number; readonly year: number | undefined } | undefined {
  const plain = arabic(header)
    .replace(/\s/g, '')
    .replace(/\((?:万元|元)\)$/, '');
  const match =
    /^(?:((?:19|20)\d{2})年?)?0?1(?:月份?)?[-—–~至到](1[0-2]|0?[2-9])月份?(?:累计)?(?:收入|到账)?$/.exec(plain) ??
    /^(?:截[至止]到?)?(?:((?:19|20)\d{2})年?)?(1[0-2]|0?[1-9])月份?[底末止]?累计(?:收入|到账)?$/.exec(plain);
  return match ? { month: Number(match[2]), year: match[1] === undefined ? undefined : Number(match[1]) } : undefined;
}

/** The mode that a column's header is, 产业 or 产业收入. */
export const modeOfHeader = (header: string): Mode | undefined =>
  codeOf(
    MODE_WORDS,
    header
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/\((?:万元|元)\)$/, '')
      .replace(/(?:经济)?(?:收入|到账)$/, ''),
  );

/** The only mode that a title or a sheet's name tells. */
export function modeOfText(text: string): Mode | undefined {
  const found = (Object.keys(MODE_WORDS) as Mode[]).filter((mode) =>
    [MODE_WORDS[mode].zh, ...MODE_WORDS[mode].also].some(
      (word) => new RegExp(`${word}(?:经济|模式|收入|类)`).test(text) || text.trim() === word,
    ),
  );
  return found.length === 1 ? found[0] : undefined;
}
