import { expect, test } from 'vitest';
import { monthOf } from '../../server/base/month.js';
import { commitImport } from '../../server/intake/commit.js';
import { readYearReceipts } from '../../server/store/year-receipts.js';
import { COUNTY, receipt, STAMP, YONGLE, YONGPING } from '../setup/county.js';
import { describeOnBoth } from '../setup/stores.js';

describeOnBoth('receipts of years', (_, newStore) => {
  test('are summed by village, year and mode up to the as-of month, and their months counted once', async () => {
    const store = await newStore();
    const receipts = [
      receipt(YONGPING, 2019, 12, 100, { reference: 'before' }),
      receipt(YONGPING, 2020, 1, 1_000),
      receipt(YONGPING, 2020, 1, 300, { mode: 'TOURISM' }),
      receipt(YONGPING, 2020, 4, -200),
      receipt(YONGPING, 2020, 6, 7_000),
      receipt(YONGLE, 2021, 1, 5),
    ];
    await commitImport(store, { ...COUNTY, receipts, projects: [] }, STAMP, { asOf: monthOf(2020, 5) });
    const rows = await readYearReceipts(store.db, [YONGPING, YONGLE, '451026999999'], [2020, 2021]);
    expect(rows).toEqual([
      {
        village: YONGPING,
        year: 2020,
        months: 2,
        byMode: new Map([
          ['INDUSTRY', 800],
          ['TOURISM', 300],
        ]),
      },
    ]);
  });
});
