import type { CountyRecord, ProjectRecord, VillageRecord } from '../../base/county.js';
import { formatMonth, monthOf, type Month } from '../../base/month.js';

/** What generated entries are about: the demonstration county and what reached its accounts. */
export interface CountyFacts {
  readonly county: CountyRecord;
  readonly villages: readonly VillageRecord[];
  readonly projects: readonly ProjectRecord[];
  /** Yuan received in a month, undefined where nothing was booked. */
  received(village: string, month: Month): number | undefined;
  townshipName(code: string): string;
}

export function factsOf(county: CountyRecord): CountyFacts {
  const received = new Map<string, number>();
  for (const { village, month, amount } of county.receipts) {
    const key = `${village} ${month}`;
    received.set(key, (received.get(key) ?? 0) + amount);
  }
  const townships = new Map(county.townships.map(({ code, name }) => [code, name]));
  return {
    county,
    villages: county.villages,
    projects: county.projects,
    received: (village, month) => received.get(`${village} ${month}`),
    townshipName: (code) => townships.get(code) ?? code,
  };
}

/** The running year of the demonstration county, and its last closed month. */
export const YEAR = 2020;
export const LAST_MONTH: Month = monthOf(YEAR, 5);

/** A day of a month, 2020-05-08. */
export const dayOf = (month: Month, day: number): string => `${formatMonth(month)}-${String(day).padStart(2, '0')}`;
