import { describe, expect, test } from 'vitest';
import { Problems } from '../../server/base/errors/problems.js';
import { fillDemonstration } from '../../server/intake/commit.js';
import { listEntryChanges } from '../../server/store/entries.js';
import { knownRegions } from '../../server/store/regions.js';
import type { Store } from '../../server/store/store.js';
import { dropEntry, entriesOf, keepEntry, type Known } from '../../server/supervision/register/register-book.js';
import { REGISTERS } from '../../server/supervision/registers/all-registers.js';
import { contracts } from '../../server/supervision/registers/contract.js';
import { duties } from '../../server/supervision/registers/duty.js';
import { dutyRecords } from '../../server/supervision/registers/duty-record.js';
import { payments } from '../../server/supervision/registers/payment.js';
import { trainings } from '../../server/supervision/registers/training.js';
import { describeOnBoth } from '../setup/stores.js';

const NAPO = '451026';
const VILLAGE = '451026100201';

async function knownIn(store: Store): Promise<Known> {
  const regions = await knownRegions(store.db);
  const named = (length: number) => new Map(regions.filter(({ code }) => code.length === length).map(({ code, name }) => [code, name]));
  const parks = await store.db.selectFrom('parks').select(['code', 'name']).execute();
  return {
    regions: new Map(regions.map(({ code, name }) => [code, name])),
    villages: named(12),
    parks: new Map(parks.map(({ code, name }) => [code, name])),
    counties: new Map([[NAPO, '那坡县']]),
  };
}

const change = (by: string | null = '韦干事') => ({ at: new Date('2020-06-01T02:00:00Z'), by });

/** What is said of a refusal: code, field and words. */
async function refusal(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const problems = error instanceof Problems ? error.problems : [error as Problems['problems'][number]];
  return problems.map((problem) => `${problem.code} ${problem.path.join('.')}: ${problem.text('zh')}`);
}

describeOnBoth('registers', (_newPlace, newStore) => {
  test('keep an entry, its changes and its removal, with who and when', async () => {
    const store = await newStore();
    await fillDemonstration(store);
    const known = await knownIn(store);
    const fields = { heldOn: '2020-05-20', topic: ' 财务公开 ', organiser: '县委组织部', attendees: 42, days: null };
    const first = await keepEntry(store.db, trainings, { fields }, { known, change: change() });
    expect(first).toMatchObject({
      county: NAPO,
      revision: 1,
      updatedBy: '韦干事',
      values: { heldOn: '2020-05-20', topic: '财务公开', organiser: '县委组织部', attendees: 42, days: null, village: null, documents: [] },
    });
    const second = await keepEntry(
      store.db,
      trainings,
      { id: first.id, revision: 1, fields: { attendees: 45 } },
      { known, change: change('黄干事') },
    );
    expect(second).toMatchObject({ revision: 2, updatedBy: '黄干事', values: { topic: '财务公开', attendees: 45 } });
    await dropEntry(store.db, trainings, { id: first.id, revision: 2 }, { ...change(), reason: '重复' });
    expect(await entriesOf(store.db, trainings)).toEqual([]);
    const changes = await listEntryChanges(store.db, { first: 10 });
    expect(changes.map(({ number, changed_by, reason }) => [number, changed_by, reason])).toEqual([
      [3, '韦干事', '重复'],
      [2, '黄干事', null],
      [1, '韦干事', null],
    ]);
    expect(changes.map(({ before, after }) => [before && JSON.parse(before).attendees, after && JSON.parse(after).attendees])).toEqual([
      [45, null],
      [42, 45],
      [null, 42],
    ]);
  });

  test('do not overwrite what somebody else changed meanwhile', async () => {
    const store = await newStore();
    await fillDemonstration(store);
    const known = await knownIn(store);
    const fields = { village: VILLAGE, payer: '德康公司', amount: 12_345.67, dueOn: '2020-06-30' };
    const kept = await keepEntry(store.db, payments, { fields }, { known, change: change() });
    expect(kept.values.amount).toBe(1_234_567);
    const both = await Promise.allSettled(
      [1, 2].map((received) =>
        keepEntry(store.db, payments, { id: kept.id, revision: 1, fields: { received } }, { known, change: change(`第${received}人`) }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [entry] = await entriesOf(store.db, payments);
    expect(entry!.revision).toBe(2);
    expect(await listEntryChanges(store.db, { first: 10 })).toHaveLength(2);
    expect(await refusal(dropEntry(store.db, payments, { id: kept.id, revision: 1 }, change()))).toEqual([
      expect.stringMatching(/^ENTRY_CHANGED_MEANWHILE revision: 这一条在你打开之后已被第[12]人改过（第 2 版，你改的是第 1 版）/),
    ]);
  });

  test('tell everything that is wrong with an entry at once, and write nothing', async () => {
    const store = await newStore();
    await fillDemonstration(store);
    const known = await knownIn(store);
    const wrong = (fields: Record<string, unknown>) => refusal(keepEntry(store.db, contracts, { fields }, { known, change: change() }));
    expect(await wrong({ village: '永宁', counterparty: ' ', signedOn: '2020-02-30', yearlyAmount: -1, state: 'FINE' })).toEqual([
      'FIELD_REQUIRED counterparty: “承包方”没有填；请填写',
      'FIELD_REQUIRED subject: “标的”没有填；请填写',
      'FIELD_NOT_A_DAY signedOn: “签订日期”的“2020-02-30”不是日期；请写成 2020-05-31',
      'FIELD_OUT_OF_RANGE yearlyAmount: “年承包款”= -1 不在 0 到 10000000000000 之间',
      'FIELD_NOT_A_CHOICE state: “清理结果”没有“FINE”这一项；可选：规范、需规范、有争议、已规范',
      'FIELD_UNKNOWN_REFERENCE village: “村”：本县没有代码为“永宁”的对象；是否要写：永宁村 (451026100201)？',
    ]);
    const right = { village: VILLAGE, counterparty: '某公司', subject: '林地', state: '规范' };
    expect(await wrong({ ...right, signedOn: '2020-05-02', endsOn: '2020-05-01' })).toEqual([
      'DAYS_REVERSED endsOn: “到期日期”（2020-05-01）早于“签订日期”（2020-05-02）',
    ]);
    expect(await wrong({ ...right, village: '永宁', partner: 'nobody' })).toEqual([
      expect.stringMatching(/^FIELD_UNKNOWN_REFERENCE village: “村”：本县没有代码为“永宁”的对象；是否要写：永宁村 \(\d{12}\)/),
      'FIELD_UNKNOWN_REFERENCE partner: “合作主体”：本县没有代码为“nobody”的对象',
    ]);
    expect(await entriesOf(store.db, contracts)).toEqual([]);
    expect(await listEntryChanges(store.db, { first: 1 })).toEqual([]);
  });

  test('of the demonstration county are out of sight once the county is a real one, and back when that is undone', async () => {
    const store = await newStore();
    await fillDemonstration(store);
    const fields = { heldOn: '2020-05-20', topic: '试一试', organiser: '某单位', attendees: 1 };
    await keepEntry(store.db, trainings, { fields }, { known: await knownIn(store), change: change() });
    const seen = async () => [(await entriesOf(store.db, trainings)).length, (await listEntryChanges(store.db, { first: 9 })).length];
    expect(await seen()).toEqual([1, 1]);
    await store.db.updateTable('counties').set({ demonstration: 0 }).execute();
    expect(await seen()).toEqual([0, 0]);
    await store.db.updateTable('counties').set({ demonstration: 1 }).execute();
    expect(await seen()).toEqual([1, 1]);
  });

  test('keep what others refer to', async () => {
    const store = await newStore();
    await fillDemonstration(store);
    const known = await knownIn(store);
    const duty = await keepEntry(
      store.db,
      duties,
      { fields: { body: 'TOWNSHIP', owner: '城厢镇党委', what: '研究村集体经济', cadence: 'MONTHLY', since: '2020-01' } },
      { known, change: change() },
    );
    const fields = { duty: duty.id, heldOn: '2020-05-08', topic: '五月例会' };
    const record = await keepEntry(store.db, dutyRecords, { fields }, { known, change: change() });
    expect(await refusal(dropEntry(store.db, duties, { id: duty.id }, change()))).toEqual([
      'ENTRY_REFERRED_TO id: 还有 1 条“履职记录”引用这一条，不能删除；请先改那些',
    ]);
    await dropEntry(store.db, dutyRecords, { id: record.id }, change());
    await dropEntry(store.db, duties, { id: duty.id }, change());
    expect(await entriesOf(store.db, duties)).toEqual([]);
  });
});

test('no field is named like what every change says', () => {
  const taken = REGISTERS.filter(({ ruledBy }) => !ruledBy).flatMap(({ name, fields }) =>
    ['id', 'revision', 'county', 'by', 'reason', 'createdAt', 'updatedAt', 'updatedBy']
      .filter((field) => field in fields)
      .map((field) => `${name}.${field}`),
  );
  expect(taken).toEqual([]);
});

describe('text of an entry', () => {
  test('counts characters as people do', async () => {
    const { readValues } = await import('../../server/supervision/register/read-values.js');
    expect(readValues(trainings.fields, { topic: '𠮷'.repeat(200), heldOn: '2020-01-01', organiser: 'x', attendees: 1 }).problems).toEqual(
      [],
    );
    expect(
      readValues(trainings.fields, { topic: '字'.repeat(201), heldOn: '2020-01-01', organiser: 'x', attendees: 1 }).problems,
    ).toMatchObject([{ code: 'FIELD_TOO_LONG', details: { value: 201, most: 200 }, path: ['topic'] }]);
  });
});
