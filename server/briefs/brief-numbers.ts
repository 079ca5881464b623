import type { Language } from '../base/errors/problem.js';
import type { Estimate } from '../statistics/estimate.js';

/** Numbers as a brief writes them, in the units that its readers think in: 万元 in Chinese, yuan in English. */
export interface BriefNumbers {
  readonly moneyUnit: string;
  /** Of an amount in yuan, without the unit. */
  money(yuan: number): string;
  villages(number: number, digits?: number): string;
  /** With its sign. */
  change(villages: number): string;
  /** Half of the 95% interval of a Monte Carlo error, never rounded to none. */
  error(estimate: Pick<Estimate, 'standardError'>): string;
  /** Never rounded to certainty. */
  chance(probability: number): string;
  /** The error of a chance in points. */
  points(standardError: number): string;
}

const HALF_INTERVAL = 1.96;

export function briefNumbers(language: Language): BriefNumbers {
  const written = (value: number, digits: number) =>
    new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
      .format(value)
      .replace('-', '−');
  const plusMinus = (half: number) => (half < 0.05 ? '<0.1' : `±${written(half, 1)}`);
  return {
    moneyUnit: language === 'zh' ? '万元' : 'yuan',
    money: (yuan) => (language === 'zh' ? written(yuan / 10_000, 2) : written(yuan, 0)),
    villages: (number, digits = 1) => written(number, digits),
    change: (villages) => `${villages >= 0.05 ? '+' : ''}${written(Math.abs(villages) < 0.05 ? 0 : villages, 1)}`,
    error: ({ standardError }) => plusMinus(HALF_INTERVAL * standardError),
    chance: (probability) => (probability < 0.001 ? '<0.1%' : probability > 0.999 ? '>99.9%' : `${written(100 * probability, 1)}%`),
    points: (standardError) => plusMinus(100 * HALF_INTERVAL * standardError),
  };
}
