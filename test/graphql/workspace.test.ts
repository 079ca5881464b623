import { beforeAll, describe, expect, test } from 'vitest';
import { MODES } from '../../server/base/vocabulary.js';
import { contractOperation, serving, type Answer } from './serving.js';

const server = serving();
beforeAll(async () => {
  await server.store.db.updateTable('projects').set({ rate: null }).execute();
});

const WORKSPACE =
  '{ workspace { revision assumptions { name value default least most whole zh en unitZh unitEn source changedAt } changes { id name before after reset at } } }';
const SET =
  'mutation ($input: SetWorkspaceAssumptionInput!) { change: setWorkspaceAssumption(input: $input) { assumption { name value default source } userErrors { field code message } } }';
const RESET =
  'mutation ($input: ResetWorkspaceAssumptionInput!) { change: resetWorkspaceAssumption(input: $input) { assumption { name value default source changedAt } userErrors { field code message } } }';

const workspace = async (language?: string): Promise<Answer> => (await server.ask(WORKSPACE, {}, language)).data.workspace;
const set = async (name: string, value: number, language?: string): Promise<Answer> =>
  (await server.ask(SET, { input: { name, value } }, language)).data.change;
const reset = async (name: string): Promise<Answer> => (await server.ask(RESET, { input: { name } })).data.change;
const project = async (scenario: object): Promise<Answer> =>
  (await server.ask(contractOperation('Projection'), { scenario: { trials: 100, ...scenario }, year: 2020 })).data.projection;

describe('the defaults of the workspace', () => {
  test('are listed with value, range, unit and meaning in both languages', async () => {
    const { assumptions, changes } = await workspace();
    expect(assumptions).toHaveLength(30);
    expect(assumptions[0]).toEqual({
      name: 'horizon',
      value: 3,
      default: 3,
      least: 1,
      most: 10,
      whole: true,
      zh: '预测年数，含当年',
      en: 'projected years, the running one included',
      unitZh: '年',
      unitEn: 'years',
      source: 'default',
      changedAt: null,
    });
    expect(changes).toEqual([]);
    expect((await workspace('zh-CN')).assumptions[0].source).toBe('默认值');
  });

  test('are set, used, told as the workspace’s, written down, and given back', async () => {
    const before = await project({});
    const { revision } = await workspace();
    expect(await set('netRatio', 0.5)).toEqual({
      assumption: { name: 'netRatio', value: 0.5, default: 1, source: 'set in the workspace' },
      userErrors: [],
    });
    expect((await workspace()).revision).toBe(revision + 1);

    const after = await project({});
    // A village enters the county's sum in whole fen: off by half a fen at most, with half the income and with all of it.
    const halfFen = 0.005;
    expect(Math.abs(after.outcome.income.mean - before.outcome.income.mean / 2)).toBeLessThanOrEqual(
      after.outcome.villageCount * halfFen * 1.5,
    );
    expect(after.dataVersion).toBe(before.dataVersion);
    expect(after.assumptions).toContainEqual(
      expect.objectContaining({ name: 'netRatio.SERVICE', value: 0.5, default: 1, source: expect.stringMatching(/^workspace: /) }),
    );
    const own = await project({ netRatio: MODES.map((mode) => ({ mode, ratio: 1 })) });
    expect(own.outcome).toEqual(before.outcome);

    const { data } = await server.ask('{ assumptionDefaults { name value } }');
    expect(data.assumptionDefaults).toContainEqual({ name: 'netRatio', value: 0.5 });

    expect((await reset('netRatio')).assumption).toEqual({
      name: 'netRatio',
      value: 1,
      default: 1,
      source: 'default',
      changedAt: null,
    });
    expect(await project({})).toEqual(before);
    const { changes } = await workspace();
    expect(changes.map(({ id, name, before, after, reset }: Answer) => ({ id, name, before, after, reset }))).toEqual([
      { id: 2, name: 'netRatio', before: 0.5, after: 1, reset: true },
      { id: 1, name: 'netRatio', before: 1, after: 0.5, reset: false },
    ]);
    expect(Math.abs(Date.parse(changes[0].at) - Date.now())).toBeLessThan(3_600_000);
  });

  test('of the model change the fit, those of options the returns of projects that leave terms out', async () => {
    const fit = async () => (await server.ask(contractOperation('ModelFit'))).data.modelFit[0];
    const before = { fit: await fit(), projection: await project({}) };
    await set('priorCountySd', 0.5);
    expect((await fit()).countySd).toBeGreaterThan(before.fit.countySd);
    await reset('priorCountySd');
    expect(await fit()).toEqual(before.fit);
    await set('option.rate', 0.12);
    const richer = await project({});
    expect(richer.assumptions).toContainEqual(
      expect.objectContaining({ name: 'option.rate', value: 0.12, default: 0.06, source: expect.stringMatching(/^workspace: /) }),
    );
    expect(richer.outcome.income.mean).toBeGreaterThan(before.projection.outcome.income.mean);
    await reset('option.rate');
  });

  test('are refused in words of the language asked for, and then nothing changes', async () => {
    const { revision } = await workspace();
    expect(await set('trials', 50, 'zh-CN')).toEqual({
      assumption: { name: 'trials', value: 10_000, default: 10_000, source: '默认值' },
      userErrors: [{ field: ['input', 'value'], code: 'OUT_OF_RANGE', message: 'trials = 50 超出范围；应在 100 到 200000 之间' }],
    });
    expect(await set('trials', 1000.5)).toMatchObject({ userErrors: [{ code: 'NOT_AN_INTEGER' }] });
    expect(await set('priorCounty', 0.1)).toEqual({
      assumption: null,
      userErrors: [
        {
          field: ['input', 'name'],
          code: 'UNKNOWN_ASSUMPTION',
          message: expect.stringMatching(/^unknown assumption "priorCounty"; did you mean priorCountySd/),
        },
      ],
    });
    expect(await set('cessationPriorYears', 0.5)).toMatchObject({
      assumption: { value: 25 },
      userErrors: [{ field: ['input', 'value'], message: 'cessationPriorEvents = 0.5 is out of range; it must be between 0 and 0.25' }],
    });
    expect((await workspace()).revision).toBe(revision);
  });
});
