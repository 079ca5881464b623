import type { CountyRecord, ReceiptRecord, VillageRecord } from '../../server/base/county.js';
import { monthOf } from '../../server/base/month.js';
import { CRITERIA, type Mode } from '../../server/base/vocabulary.js';

const COUNTY = '451026';

/** A village of the tests' county by its number. */
export function village(number: number, eligible = true): VillageRecord {
  const code = `${COUNTY}100${String(200 + number)}`;
  return {
    code,
    name: `村${number}`,
    township: `${COUNTY}100`,
    criteria: Object.fromEntries(CRITERIA.map((key) => [key, eligible])) as VillageRecord['criteria'],
  };
}

/** One receipt a year in a month. */
export function yearly(
  of: VillageRecord,
  mode: Mode,
  firstYear: number,
  amounts: readonly number[],
  more: Partial<ReceiptRecord> & { inMonth?: number } = {},
): ReceiptRecord[] {
  const { inMonth = 1, ...tags } = more;
  return amounts.flatMap((amount, year) =>
    amount === 0
      ? []
      : [{ village: of.code, mode, industry: null, park: null, project: null, month: monthOf(firstYear + year, inMonth), amount, ...tags }],
  );
}

/** A county of given villages and receipts, closed at the end of a year or in a month of it. */
export function county(parts: Partial<CountyRecord> & Pick<CountyRecord, 'villages' | 'receipts'>, asOf = monthOf(2019, 12)): CountyRecord {
  return {
    code: COUNTY,
    name: '试验县',
    demonstration: false,
    asOf,
    townships: [{ code: `${COUNTY}100`, name: '试验镇' }],
    parks: [],
    projects: [],
    targets: [],
    ...parts,
  };
}
