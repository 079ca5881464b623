import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthOf, type Month } from '../../server/base/month.js';
import { commitImport } from '../../server/intake/commit.js';
import { differenceCumulative } from '../../server/intake/difference-cumulative.js';
import { Findings } from '../../server/intake/findings.js';
import { readStoredState } from '../../server/intake/stored-state.js';
import { NO_TABLES, type ReceiptRow, type VillageRow } from '../../server/intake/tables.js';
import { openStore } from '../../server/store/store.js';

const VILLAGE: VillageRow = { code: '451026100201', name: '永平村', townshipCode: '451026100', township: '城厢镇', criteria: {} };
const month = (number: number): Month => monthOf(2020, number);
const receipt = (number: number, amount: number, more: Partial<ReceiptRow> = {}): ReceiptRow => ({
  village: VILLAGE.code,
  mode: 'INDUSTRY',
  industry: null,
  park: null,
  project: null,
  month: month(number),
  amount,
  reference: null,
  source: { file: '收入.csv', row: number + 1 },
  ...more,
});

async function difference(stored: readonly ReceiptRow[], cumulative: readonly ReceiptRow[], plain: readonly ReceiptRow[] = []) {
  const store = await openStore({ dataDirectory: ':memory:' });
  await commitImport(store, { ...NO_TABLES, villages: [VILLAGE], receipts: stored }, { at: new Date(0), by: '', files: [] });
  const findings = new Findings();
  const { counties } = await readStoredState(store.db);
  const differenced = await differenceCumulative(store.db, cumulative, plain, counties, findings);
  await store.close();
  const amounts = differenced.receipts.map((one) => [one.month - month(1) + 1, one.amount]);
  return { amounts, kinds: differenced.suspicions.map(({ kind }) => kind), findings: findings.all, bases: [...differenced.bases] };
}

test('the months of a year add up to its figures, whatever is stored of them already', async () => {
  const amount = fc.integer({ min: -1000, max: 1000 });
  const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(months, months, fc.array(amount, { minLength: 12, maxLength: 12 }), async (known, told, amounts) => {
      const stored = known.map((number) => receipt(number, amounts[number - 1]!, { reference: number % 2 ? '记-1' : null }));
      const figures = told.map((number) => receipt(number, 100 * number));
      const { amounts: made } = await difference(stored, figures);
      const replaced = new Set(figures.map((figure) => figure.month));
      const kept = stored.filter((one) => one.reference !== null || !replaced.has(one.month));
      for (const figure of figures) {
        const until = figure.month - month(1) + 1;
        const received = kept.filter((one) => one.month <= figure.month).reduce((sum, one) => sum + one.amount, 0);
        expect(received + made.filter(([number]) => number! <= until).reduce((sum, [, value]) => sum + value!, 0)).toBe(figure.amount);
      }
    }),
    { numRuns: 15 },
  );
});

test('a receipt is taken off the figure that names most of it, and of one figure only', async () => {
  const silk = { industry: 'SERICULTURE' } as const;
  const stored = [receipt(1, 100), receipt(1, 50, silk), receipt(1, 7, { industry: 'HERBS' })];
  const { amounts, bases } = await difference(stored, [receipt(2, 180), receipt(2, 90, silk)]);
  expect(amounts).toEqual([
    [2, 180 - 107],
    [2, 90 - 50],
  ]);
  expect(bases).toEqual([1]);
});

test('a figure that falls is negative and told; one behind unknown months is told, too', async () => {
  expect(await difference([receipt(1, 100), receipt(2, 50)], [receipt(3, 120)])).toMatchObject({
    amounts: [[3, -30]],
    kinds: ['CUMULATIVE_FALLS'],
  });
  expect(await difference([receipt(1, 100)], [receipt(4, 120)])).toMatchObject({ amounts: [[4, 20]], kinds: ['CUMULATIVE_GAP'] });
  expect((await difference([receipt(1, 100)], [receipt(1, 100), receipt(2, 100)])).kinds).toEqual([]);
});

test('a month that the same import gives alone must agree', async () => {
  const own = receipt(2, 30, { source: { file: '本月.csv', row: 9 } });
  expect(await difference([receipt(1, 100)], [receipt(2, 130)], [own])).toMatchObject({ amounts: [], findings: [] });
  const { findings } = await difference([receipt(1, 100)], [receipt(2, 140)], [own]);
  expect(findings.map(({ problem }) => [problem.code, problem.details])).toEqual([
    ['CONFLICTING_RECEIPT', { firstFile: '本月.csv', firstRow: 9, first: '0.30', value: '0.40' }],
  ]);
});
