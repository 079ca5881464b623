import { expect, test } from 'vitest';
import { changeAssumption, listAssumptionChanges, readWorkspaceAssumptions } from '../../server/store/workspace-assumptions.js';
import type { Store } from '../../server/store/store.js';
import { describeOnBoth } from '../setup/stores.js';

const at = (day: number) => new Date(Date.UTC(2020, 5, day, 8));
const revisionOf = async ({ db }: Store) => (await db.selectFrom('workspace').select('revision').executeTakeFirstOrThrow()).revision;

describeOnBoth('assumptions of the workspace', (_, newStore) => {
  test('are kept to the last bit, and every change of them is written down', async () => {
    const store = await newStore();
    const { db } = store;
    await changeAssumption(db, { name: 'priorCountySd', value: 0.1, at: at(1) });
    await changeAssumption(db, { name: 'trials', value: 20_000, at: at(2) });
    await changeAssumption(db, { name: 'priorCountySd', value: 1 / 3, at: at(3) });
    expect(await readWorkspaceAssumptions(db)).toEqual(
      new Map([
        ['priorCountySd', { value: 1 / 3, changedAt: '2020-06-03T08:00:00.000Z' }],
        ['trials', { value: 20_000, changedAt: '2020-06-02T08:00:00.000Z' }],
      ]),
    );
    await changeAssumption(db, { name: 'priorCountySd', value: null, at: at(4) });
    expect([...(await readWorkspaceAssumptions(db)).keys()]).toEqual(['trials']);
    expect(await listAssumptionChanges(db, 3)).toEqual([
      { id: 4, name: 'priorCountySd', before: 1 / 3, after: null, changedAt: '2020-06-04T08:00:00.000Z' },
      { id: 3, name: 'priorCountySd', before: 0.1, after: 1 / 3, changedAt: '2020-06-03T08:00:00.000Z' },
      { id: 2, name: 'trials', before: null, after: 20_000, changedAt: '2020-06-02T08:00:00.000Z' },
    ]);
    expect(await revisionOf(store)).toBe(4);
  });

  test('set to what they are already are no change', async () => {
    const store = await newStore();
    const { db } = store;
    await changeAssumption(db, { name: 'horizon', value: null, at: at(1) });
    await changeAssumption(db, { name: 'horizon', value: 5, at: at(2) });
    await changeAssumption(db, { name: 'horizon', value: 5, at: at(3) });
    expect(await listAssumptionChanges(db, 10)).toEqual([
      { id: 1, name: 'horizon', before: null, after: 5, changedAt: '2020-06-02T08:00:00.000Z' },
    ]);
    expect(await revisionOf(store)).toBe(1);
  });

  test('are refused together: the check sees all values, and nothing is written where it throws', async () => {
    const store = await newStore();
    const { db } = store;
    await changeAssumption(db, { name: 'cessationPriorYears', value: 10, at: at(1) });
    const seen: [string, number][][] = [];
    const refuse = (values: ReadonlyMap<string, number>) => {
      seen.push([...values]);
      throw new Error('refused');
    };
    await expect(changeAssumption(db, { name: 'cessationPriorEvents', value: 6, at: at(2) }, refuse)).rejects.toThrow('refused');
    await expect(changeAssumption(db, { name: 'cessationPriorYears', value: null, at: at(3) }, refuse)).rejects.toThrow('refused');
    expect(seen).toEqual([
      [
        ['cessationPriorYears', 10],
        ['cessationPriorEvents', 6],
      ],
      [],
    ]);
    expect([...(await readWorkspaceAssumptions(db)).keys()]).toEqual(['cessationPriorYears']);
    expect(await listAssumptionChanges(db, 10)).toHaveLength(1);
    expect(await revisionOf(store)).toBe(1);
  });

  test('changed at the same time queue up, and none is lost', async () => {
    const { db } = await newStore();
    await Promise.all([5, 6, 7, 8].map((value) => changeAssumption(db, { name: 'horizon', value, at: at(value) })));
    const changes = (await listAssumptionChanges(db, 10)).toReversed();
    expect(changes.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(changes.map(({ before }) => before)).toEqual([null, ...changes.slice(0, -1).map(({ after }) => after)]);
  });
});
