export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type MoneyUnit = 'wan' | 'yuan';

/** Numbers as people of a language write them; every number on the page goes through here. */
export interface Format {
  readonly language: Language;
  readonly moneyUnit: MoneyUnit;
  /** The unit's name, for axes and headings: 万元, 元, yuan. */
  readonly moneyName: string;
  /** What one of the shown unit is in yuan: 10,000 for 万元. */
  readonly yuanPerUnit: number;
  /** 12.3 万元, 123,000 元, ¥123,000. */
  money(yuan: number): string;
  /** The number alone, for axes and tables that name the unit elsewhere. */
  amount(yuan: number): string;
  /** 18.7%. */
  percent(fraction: number, digits?: number): string;
  /** +18.7%, −3.0%. */
  growth(fraction: number): string;
  /** A chance, never rounded to certainty: <0.1%, 62%, >99.9%. */
  chance(fraction: number): string;
  /** The error of a chance in percentage points, never rounded to none: ±1.0, <0.1. */
  points(fraction: number): string;
  /** The same with its unit: ±1.0 个百分点. */
  error(fraction: number): string;
  count(number: number, digits?: number): string;
  /** 0.04 秒 of milliseconds. */
  seconds(milliseconds: number): string;
  /** 3 秒: of what is still going on. */
  wholeSeconds(milliseconds: number): string;
  time(moment: Date): string;
  /** Day and time. */
  moment(at: Date): string;
}

/** English readers are never shown units of ten thousand. */
export function createFormat(language: Language, wished: MoneyUnit): Format {
  const unit: MoneyUnit = language === 'en' ? 'yuan' : wished;
  const number = (value: number, digits: number, least = digits) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: least }).format(value).replace('-', '−');
  const percent = (fraction: number, digits = 1) => `${number(fraction * 100, digits)}%`;
  const points = (fraction: number) => (fraction < 0.0005 ? '<0.1' : `±${number(fraction * 100, 1)}`);
  const amount = (yuan: number) => (unit === 'yuan' ? number(yuan, 0) : number(yuan / 10_000, Math.abs(yuan) >= 999_500 ? 0 : 1, 0));
  const seconds = (milliseconds: number, digits: number) => `${number(milliseconds / 1000, digits)} ${language === 'en' ? 's' : '秒'}`;
  return {
    language,
    moneyUnit: unit,
    moneyName: language === 'en' ? 'yuan' : unit === 'wan' ? '万元' : '元',
    yuanPerUnit: unit === 'wan' ? 10_000 : 1,
    amount,
    money: (yuan) => (language === 'en' ? `¥${amount(yuan)}`.replace('¥−', '−¥') : `${amount(yuan)} ${unit === 'wan' ? '万元' : '元'}`),
    percent,
    growth: (fraction) => `${fraction >= 0.00005 ? '+' : ''}${percent(fraction)}`,
    chance: (fraction) =>
      fraction < 0.001 ? '<0.1%' : fraction > 0.999 ? '>99.9%' : percent(fraction, fraction < 0.01 || fraction > 0.99 ? 1 : 0),
    points,
    error: (fraction) => (language === 'en' ? `${points(fraction)} points` : `${points(fraction)} 个百分点`),
    count: (value, digits = 0) => number(value, digits),
    seconds: (milliseconds) => seconds(milliseconds, 2),
    wholeSeconds: (milliseconds) => seconds(Math.floor(milliseconds / 1000) * 1000, 0),
    time: (moment) => moment.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false }),
    moment: (at) => at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}
