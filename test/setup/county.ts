import { monthOf } from '../../server/base/month.js';
import { CRITERIA, type Criterion } from '../../server/base/vocabulary.js';
import type { ImportStamp } from '../../server/intake/commit.js';
import { type ImportTables, NO_TABLES, type ReceiptRow, type VillageRow } from '../../server/intake/tables.js';

/** A small county written by hand: three villages in two townships, two of one name. */

export const YONGPING = '451026100201';
export const YONGLE = '451026100202';
export const OTHER_YONGPING = '451026101201';

export const STAMP: ImportStamp = { at: new Date('2020-07-01T08:00:00Z'), by: 'planner', files: [] };

export const criteria = (met: boolean | null): Record<Criterion, boolean | null> =>
  Object.fromEntries(CRITERIA.map((criterion) => [criterion, met])) as Record<Criterion, boolean | null>;

export const village = (code: string, name: string, township: string, met: boolean | null = null): VillageRow => ({
  code,
  name,
  townshipCode: code.slice(0, 9),
  township,
  criteria: criteria(met),
});

export const receipt = (village: string, year: number, month: number, amount: number, more: Partial<ReceiptRow> = {}): ReceiptRow => ({
  village,
  mode: 'INDUSTRY',
  industry: null,
  park: null,
  project: null,
  month: monthOf(year, month),
  amount,
  reference: null,
  source: {
    file: 'receipts.csv',
    row: 2,
  },
  ...more,
});

export const VILLAGES: readonly VillageRow[] = [
  village(YONGPING, '永平村', '城厢镇', true),
  village(YONGLE, '永乐村', '城厢镇'),
  village(OTHER_YONGPING, '永平村', '平孟镇'),
];

export const COUNTY: ImportTables = {
  ...NO_TABLES,
  villages: VILLAGES,
  parks: [{ code: 'P1', name: '鲜茧园', kind: '加工', payer: null }],
  projects: [
    {
      code: 'X1',
      village: YONGLE,
      name: '养蚕房',
      mode: 'INDUSTRY',
      industry: 'SERICULTURE',
      park: 'P1',
      funder: '县财政',
      capital: 5e7,
      start: monthOf(2020, 6),
      terms: {
        rate: 0.082,
        sd: null,
      },
      stage: 'PUBLICITY',
    },
  ],
  targets: [{ village: YONGPING, year: 2020, amount: 10_000_000 }],
  receipts: [
    receipt(YONGPING, 2019, 1, 1_234_567, { industry: 'SERICULTURE', park: 'P1', source: { file: 'receipts.csv', row: 2 } }),
    receipt(YONGPING, 2020, 5, 1, { mode: 'TOURISM', source: { file: 'receipts.csv', row: 3 } }),
    receipt(YONGLE, 2020, 4, -300_00, { mode: 'SERVICE', project: 'X1', reference: 'A1', source: { file: 'receipts.csv', row: 4 } }),
  ],
};
