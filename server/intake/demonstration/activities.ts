import type { Industry, Mode } from '../../base/vocabulary.js';
import type { ParkCode } from './parks.js';

/**
 * When money comes in: relative weights of January to December. Nearly all of them are settled at the year's end, which
 * is why only about a fifth of a year's income is in by mid-year.
 */
const CALENDARS = {
  /** Spring cocoons in May and June, autumn ones from August; the village's own share is settled in December. */
  cocoonSeasons: [0, 0, 0, 0, 6, 8, 5, 8, 10, 9, 0, 54],
  yearEndDividend: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 18, 82],
  halfYearDividend: [0, 0, 0, 0, 0, 30, 0, 0, 0, 0, 0, 70],
  /** A dividend on account at the Spring Festival, the rest at the year's end. */
  springAdvance: [0, 18, 0, 0, 0, 0, 0, 0, 0, 0, 0, 82],
  herbHarvest: [0, 0, 5, 7, 4, 0, 0, 0, 10, 20, 25, 29],
  pigBatches: [6, 0, 0, 9, 0, 0, 10, 0, 0, 17, 0, 58],
  mangoHarvest: [0, 0, 0, 0, 0, 3, 14, 22, 15, 0, 0, 46],
  aniseHarvest: [0, 0, 5, 5, 0, 0, 0, 0, 20, 25, 15, 30],
  halfYearRent: [0, 0, 0, 0, 0, 41, 0, 0, 0, 0, 0, 59],
  quarterRent: [0, 0, 18, 0, 0, 19, 0, 0, 24, 0, 0, 39],
  springRent: [0, 0, 30, 0, 0, 0, 0, 0, 0, 0, 0, 70],
  yearEndRent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100],
  monthlyPay: [5, 3, 5, 6, 6, 7, 7, 8, 9, 10, 12, 22],
  quarterPay: [0, 0, 14, 0, 0, 18, 0, 0, 24, 0, 0, 44],
  timberSales: [3, 1, 3, 4, 4, 5, 7, 8, 11, 13, 16, 25],
  oilPressing: [2, 0, 2, 0, 0, 0, 0, 3, 9, 20, 30, 34],
  /** Spring Festival, Labour Day, summer and National Day, then the share of the year's profit. */
  holidays: [2, 7, 1, 3, 8, 3, 6, 8, 4, 15, 2, 41],
} as const satisfies Record<string, readonly number[]>;

export type Calendar = keyof typeof CALENDARS;

export const calendarWeights = (calendar: Calendar): readonly number[] => CALENDARS[calendar];

/** A way for a village to earn; together with a park it makes a stream. */
export interface Activity {
  /** What its receipts are entered under. */
  readonly account: { readonly mode: Mode; readonly industry: Industry | null };
  /** The park it may belong to, and how many of a hundred streams do. */
  readonly park: readonly [ParkCode, number] | null;
  /**
   * Median yearly income in 2017 in a township of average wealth, yuan; and a factor on the size of the stream's own
   * shocks: contracts are steadier than harvests.
   */
  readonly years: { readonly level: number; readonly volatility: number };
  /** Log standard deviation of a month's share of the year; amounts are multiples of `unit` yuan: rents are round. */
  readonly months: { readonly wobble: number; readonly unit: number };
  /** Calendars that such streams follow, by weight. */
  readonly calendars: Readonly<Partial<Record<Calendar, number>>>;
}

export const ACTIVITIES = {
  cocoons: {
    account: { mode: 'INDUSTRY', industry: 'SERICULTURE' },
    park: ['NAPO-COCOON', 50],
    years: { level: 12_700, volatility: 1 },
    months: { wobble: 0.3, unit: 10 },
    calendars: { cocoonSeasons: 6, halfYearDividend: 2, yearEndDividend: 2 },
  },
  herbs: {
    account: { mode: 'INDUSTRY', industry: 'HERBS' },
    park: null,
    years: { level: 8_300, volatility: 1.15 },
    months: { wobble: 0.35, unit: 10 },
    calendars: { herbHarvest: 7, yearEndDividend: 3 },
  },
  pigs: {
    account: { mode: 'INDUSTRY', industry: 'LIVESTOCK' },
    park: ['NAPO-LIVESTOCK', 45],
    years: { level: 12_000, volatility: 1.1 },
    months: { wobble: 0.3, unit: 10 },
    calendars: { pigBatches: 5, halfYearDividend: 2, springAdvance: 2, yearEndDividend: 2 },
  },
  mango: {
    account: { mode: 'INDUSTRY', industry: 'OTHER' },
    park: ['NAPO-MANGO', 65],
    years: { level: 11_300, volatility: 1.15 },
    months: { wobble: 0.3, unit: 10 },
    calendars: { mangoHarvest: 6, yearEndDividend: 3, springAdvance: 1 },
  },
  woodland: {
    account: { mode: 'INDUSTRY', industry: 'FORESTRY' },
    park: null,
    years: { level: 8_300, volatility: 1.1 },
    months: { wobble: 0.35, unit: 10 },
    calendars: { aniseHarvest: 6, timberSales: 3 },
  },
  shops: {
    account: { mode: 'PROPERTY', industry: 'PROPERTY' },
    park: null,
    years: { level: 15_200, volatility: 0.8 },
    months: { wobble: 0.08, unit: 100 },
    calendars: { halfYearRent: 4, quarterRent: 2, springRent: 2, yearEndRent: 2 },
  },
  silkwormHouses: {
    account: { mode: 'PROPERTY', industry: 'SERICULTURE' },
    park: ['NAPO-COCOON', 40],
    years: { level: 7_800, volatility: 0.8 },
    months: { wobble: 0.1, unit: 100 },
    calendars: { halfYearRent: 4, yearEndRent: 3, springRent: 1 },
  },
  upkeep: {
    account: { mode: 'SERVICE', industry: null },
    park: null,
    years: { level: 8_300, volatility: 0.9 },
    months: { wobble: 0.2, unit: 10 },
    calendars: { monthlyPay: 5, quarterPay: 5 },
  },
  farmStore: {
    account: { mode: 'SERVICE', industry: 'OTHER' },
    park: null,
    years: { level: 8_700, volatility: 1 },
    months: { wobble: 0.25, unit: 1 },
    calendars: { monthlyPay: 7, quarterPay: 3 },
  },
  leases: {
    account: { mode: 'RESOURCE', industry: 'OTHER' },
    park: null,
    years: { level: 5_500, volatility: 0.9 },
    months: { wobble: 0.1, unit: 100 },
    calendars: { yearEndRent: 4, springRent: 2, halfYearRent: 2 },
  },
  oilPress: {
    account: { mode: 'RESOURCE', industry: 'FORESTRY' },
    park: null,
    years: { level: 6_900, volatility: 1.1 },
    months: { wobble: 0.35, unit: 10 },
    calendars: { oilPressing: 1 },
  },
  sawmill: {
    account: { mode: 'RESOURCE', industry: 'FORESTRY' },
    park: null,
    years: { level: 8_300, volatility: 1.1 },
    months: { wobble: 0.3, unit: 10 },
    calendars: { timberSales: 1 },
  },
  jointTourism: {
    account: { mode: 'TOURISM', industry: 'OTHER' },
    park: null,
    years: { level: 11_000, volatility: 1.05 },
    months: { wobble: 0.3, unit: 10 },
    calendars: { holidays: 6, halfYearDividend: 2, yearEndDividend: 2 },
  },
} as const satisfies Record<string, Activity>;

export type ActivityCode = keyof typeof ACTIVITIES;
