import { monthOf } from '../../base/month.js';
import type { Mode } from '../../base/vocabulary.js';
import type { ReceiptRow } from '../tables.js';
import { calendarWeights } from './activities.js';
import { between, happens, normal, uniform } from './draws.js';
import type { Stream } from './streams.js';

/** Money due to a village, before anybody has written it down; the reference of an ordinary one comes with its voucher. */
export interface Payment extends Pick<ReceiptRow, 'village' | 'mode' | 'industry' | 'park' | 'project' | 'month' | 'reference'> {
  readonly yuan: number;
}

/** Log standard deviation of the first half-year's share, common to a mode in a year: an early or a late season. */
const SEASON_SD = 0.07;

/** Small works done, timber sold: seldom, and not again next year. Sizes are shares of the stream's own year. */
const ONE_OFF = { chance: 0.08, least: 0.2, most: 1.1 } as const;
const ONE_OFF_NAMES: Readonly<Partial<Record<Mode, string>>> = { SERVICE: '一次性:承接小工程', RESOURCE: '一次性:处置林木' };

/** An amount entered twice in December and taken back in spring. */
const CORRECTION = { chance: 0.009, least: 0.1, most: 0.45 } as const;

/** What a stream pays month by month, one-off payments and corrections included. */
export function paymentsOf(stream: Stream): Payment[] {
  const { entity, village, mode, industry, park, unit } = stream;
  const payments: Payment[] = [];
  const pay = (year: number, month: number, amount: number, granularity: number, reference: string | null): void => {
    const yuan = Math.round(amount / granularity) * granularity;
    if (yuan !== 0) payments.push({ village, mode, industry, park, project: null, month: monthOf(year, month), yuan, reference });
  };
  for (const [year, income] of stream.income) {
    const shares = monthlyShares(stream, year);
    shares.forEach((share, index) => pay(year, index + 1, income * share, unit, null));

    const oneOff = ONE_OFF_NAMES[mode];
    if (oneOff && happens(ONE_OFF.chance, 'one-off', entity, year)) {
      const size = ONE_OFF.least + (ONE_OFF.most - ONE_OFF.least) * uniform('one-off size', entity, year);
      pay(year, between(2, 12, 'one-off month', entity, year), income * size, 100, oneOff);
    }
    if (stream.income.has(year + 1) && happens(CORRECTION.chance, 'correction', entity, year)) {
      const size = CORRECTION.least + (CORRECTION.most - CORRECTION.least) * uniform('correction size', entity, year);
      const month = between(2, 4, 'correction month', entity, year);
      pay(year + 1, month, -income * shares[11]! * size, unit, `更正${year}年12月重复登记`);
    }
  }
  return payments;
}

/** Shares of a year's income by month, January first: the stream's calendar, shaken anew each year. */
function monthlyShares(stream: Stream, year: number): number[] {
  const season = Math.exp(SEASON_SD * normal('season', stream.mode, year));
  const weights = calendarWeights(stream.calendar).map((weight, index) => {
    if (weight === 0) return 0;
    return weight * Math.exp(stream.wobble * normal('share', stream.entity, year, index + 1)) * (index < 6 ? season : 1);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
