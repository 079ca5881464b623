import { expect, test } from 'vitest';
import {
  addPlan,
  findPlan,
  listPlans,
  readPlanContents,
  readWithdrawals,
  withdrawPlan,
  type NewPlan,
} from '../../server/store/adopted-plans.js';
import { describeOnBoth } from '../setup/stores.js';

const at = (day: number) => new Date(Date.UTC(2020, 5, day, 8));
const plan = (name: string, more: Partial<NewPlan> = {}): NewPlan => ({
  counties: ['451026'],
  demonstration: false,
  name,
  note: null,
  content: JSON.stringify({ name, chance: 1 / 3 }),
  by: '县农业农村局',
  at: at(1),
  ...more,
});

describeOnBoth('adopted plans', (_, newStore) => {
  test('are kept as they were given, numbered from 1, the last one first', async () => {
    const { db } = await newStore();
    const first = await addPlan(db, plan('一'));
    const second = await addPlan(db, plan('二', { counties: ['451026', '451027'], demonstration: true, note: '会议纪要', at: at(2) }));
    expect(await listPlans(db)).toEqual([second, first]);
    expect(await findPlan(db, second.id)).toEqual({
      id: second.id,
      number: 2,
      counties: ['451026', '451027'],
      demonstration: 1,
      name: '二',
      note: '会议纪要',
      adopted_at: '2020-06-02T08:00:00.000Z',
      adopted_by: '县农业农村局',
    });
    const contents = await readPlanContents(db, [first.id, second.id]);
    expect(JSON.parse(contents.get(first.id)!)).toEqual({ name: '一', chance: 1 / 3 });
    expect(await findPlan(db, 'none')).toBeUndefined();
  });

  test('adopted at the same time queue up for their numbers', async () => {
    const { db } = await newStore();
    const plans = await Promise.all(['一', '二', '三', '四'].map((name) => addPlan(db, plan(name))));
    expect(plans.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
  });

  test('are withdrawn once, and stay', async () => {
    const { db } = await newStore();
    const adopted = await addPlan(db, plan('一'));
    const before = await readPlanContents(db, [adopted.id]);
    expect(await withdrawPlan(db, { plan: adopted.id, reason: '资金未到位', by: '财政局', at: at(3) })).toBeUndefined();
    const withdrawal = { plan: adopted.id, reason: '资金未到位', withdrawn_by: '财政局', withdrawn_at: '2020-06-03T08:00:00.000Z' };
    expect(await withdrawPlan(db, { plan: adopted.id, reason: '再撤', by: '别人', at: at(4) })).toEqual(withdrawal);
    expect(await readWithdrawals(db, [adopted.id])).toEqual(new Map([[adopted.id, withdrawal]]));
    expect(await findPlan(db, adopted.id)).toEqual(adopted);
    expect(await readPlanContents(db, [adopted.id])).toEqual(before);
  });

  test('that do not exist cannot be withdrawn', async () => {
    const { db } = await newStore();
    await expect(withdrawPlan(db, { plan: 'none', reason: '无', by: '无', at: at(1) })).rejects.toThrow(/foreign key/i);
    expect(await readWithdrawals(db, ['none'])).toEqual(new Map());
  });
});
