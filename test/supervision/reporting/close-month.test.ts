import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Problem } from '../../../server/base/errors/problem.js';
import { monthOf } from '../../../server/base/month.js';
import { commitImport } from '../../../server/intake/commit.js';
import { ImportRefused } from '../../../server/intake/findings.js';
import { importFiles } from '../../../server/intake/import-files.js';
import { undoImport } from '../../../server/intake/undo.js';
import { listEntryChanges } from '../../../server/store/entries.js';
import type { Store } from '../../../server/store/store.js';
import { dropEntry, keepEntry, type Known } from '../../../server/supervision/register/register-book.js';
import { reports } from '../../../server/supervision/registers/report.js';
import { closeMonth, reopenMonth } from '../../../server/supervision/reporting/close-month.js';
import { confirmReport } from '../../../server/supervision/reporting/confirm-report.js';
import { COUNTY, OTHER_YONGPING, STAMP, YONGLE, YONGPING } from '../../setup/county.js';
import { dumpRows } from '../../setup/dump.js';
import { describeOnBoth } from '../../setup/stores.js';

const NAPO = '451026';
const names = new Map([YONGPING, YONGLE, OTHER_YONGPING].map((code) => [code, code]));
const known: Known = { regions: names, villages: names, parks: new Map(), counties: new Map([[NAPO, '那坡县']]) };
const signed = (by: string | null, reason: string | null = null) => ({
  known,
  change: { at: new Date('2020-06-10T02:00:00Z'), by, reason },
});
const MAY = { county: NAPO, month: monthOf(2020, 5) };

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? `${error.code}: ${error.text('zh')}` : String(error)),
  );

const report = (store: Store, village: string, source: string, amount: number) =>
  keepEntry(
    store.db,
    reports,
    { fields: { village, month: '2020-05', source, amount, reportedOn: '2020-06-03', reportedBy: '黄某' } },
    signed('黄某'),
  );

/** Imports one row of receipts; what is refused comes back in words. */
async function importRow(store: Store, row: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'planner-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, '收入.csv');
  await writeFile(file, `村,模式,月份,金额（元）\n${row}\n`);
  try {
    await importFiles(store, [file], { at: new Date('2020-07-01T00:00:00Z'), by: '韦会计' });
    return [];
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return error.findings.map(({ problem }) => problem.text('zh'));
  }
}

describeOnBoth('a closed month', (_, newStore) => {
  test('waits until one of two differing sources is confirmed', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const [first, second] = [await report(store, YONGPING, '乡镇农经站', 1000), await report(store, YONGPING, '县委组织部', 1200)];
    const close = () => codeOf(closeMonth(store.db, MAY, { ...signed('县农经站'), dueDay: 5 }));
    expect(await close()).toBe(
      'FIGURES_UNSETTLED: 2020-05 有 1 个村的两个来源报的数不一致，还没有确认用哪个（如 永平村）；请先逐个确认再关账',
    );
    expect(await codeOf(confirmReport(store.db, { id: first.id, revision: 1 }, signed(null)))).toMatch(/^SIGNATURE_NEEDED/);
    const states = async (id: string) =>
      (await confirmReport(store.db, { id, revision: null }, signed('陈某'))).map(({ values }) => [values.source, values.confirmed]);
    expect(new Set(await states(first.id))).toEqual(
      new Set([
        ['乡镇农经站', true],
        ['县委组织部', null],
      ]),
    );
    expect(new Set(await states(second.id))).toEqual(
      new Set([
        ['乡镇农经站', false],
        ['县委组织部', true],
      ]),
    );
    expect(await codeOf(confirmReport(store.db, { id: first.id, revision: 1 }, signed('陈某')))).toMatch(/^ENTRY_CHANGED_MEANWHILE/);
    expect(await close()).toBe('done');
  });

  test('refuses reports, imports and undoing in words, and leaves a trace when it is opened again', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const kept = await report(store, YONGPING, '乡镇农经站', 0.01);
    const close = (by: string | null, month = MAY) => codeOf(closeMonth(store.db, month, { ...signed(by), dueDay: 5 }));
    expect(await close(null)).toMatch(/^SIGNATURE_NEEDED/);
    expect(await close('县农经站', { ...MAY, month: monthOf(2020, 6) })).toMatch(
      /^MONTH_NOT_OVER: 2020-06 还没有收入入账（数据截至 2020-05）/,
    );
    const closing = await closeMonth(store.db, MAY, { ...signed('县农经站'), dueDay: 5 });
    expect(closing).toMatchObject({ values: { month: '2020-05', state: 'CLOSED', missing: 2 }, updatedBy: '县农经站' });
    expect(await close('县农经站')).toBe('MONTH_ALREADY_CLOSED: 2020-05 已经关账');

    const frozen = 'MONTH_CLOSED: 那坡县 2020-05 已关账，其中的数不能再改；确需更正，请先重开这个月并写明原因';
    expect(await codeOf(report(store, YONGLE, '乡镇农经站', 5))).toBe(frozen);
    expect(await codeOf(keepEntry(store.db, reports, { id: kept.id, fields: { month: '2020-06' } }, signed('黄某')))).toBe(frozen);
    expect(await codeOf(dropEntry(store.db, reports, { id: kept.id }, signed('黄某').change))).toBe(frozen);
    const before = await dumpRows(store);
    expect(await importRow(store, `${YONGLE},服务,2020-05,500`)).toEqual([
      '那坡县 2020-05 已关账，文件里这个月有 1 笔收入是新的或与入账的不同；请删去这些行，或先重开这个月并写明原因',
    ]);
    expect(await importRow(store, `${YONGPING},旅游,2020-05,0.02`)).toHaveLength(1);
    expect(await codeOf(undoImport(store, 1, { at: new Date(), by: '' }))).toBe(
      'BATCH_IN_CLOSED_MONTH: 第 1 批里有已关账月份（2020-05）的收入，不能撤回；请先重开这些月份并写明原因',
    );
    expect(await dumpRows(store)).toEqual(before);
    expect(await importRow(store, `${YONGPING},旅游,2020-05,0.01`)).toEqual([]);
    expect(await importRow(store, `${YONGLE},服务,2020-06,500`)).toEqual([]);

    expect(await codeOf(reopenMonth(store.db, MAY, signed('陈某')))).toMatch(/^REOPENING_UNEXPLAINED/);
    await reopenMonth(store.db, MAY, signed('陈某', '农经站漏报一笔'));
    expect(await codeOf(reopenMonth(store.db, MAY, signed('陈某', '再来')))).toBe('MONTH_NOT_CLOSED: 2020-05 没有关账，不需要重开');
    expect(await importRow(store, `${YONGLE},服务,2020-05,500`)).toEqual([]);
    await closeMonth(store.db, MAY, { ...signed('县农经站'), dueDay: 5 });
    const trail = await listEntryChanges(store.db, { entry: closing.id, first: 10 });
    expect(trail.map(({ changed_by, reason, after }) => [changed_by, reason, JSON.parse(after!).state])).toEqual([
      ['县农经站', null, 'CLOSED'],
      ['陈某', '农经站漏报一笔', 'REOPENED'],
      ['县农经站', null, 'CLOSED'],
    ]);
  });
});
