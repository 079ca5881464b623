import { describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../server/allocation/scenario-projection.js';
import { monthOf } from '../../server/base/month.js';
import { commitImport } from '../../server/intake/commit.js';
import { NO_TABLES } from '../../server/intake/tables.js';
import { readReplayToken, writeReplayToken } from '../../server/scenario/replay-token.js';
import { receipt, STAMP } from '../setup/county.js';
import { serving, Serving, type Answer } from './serving.js';

const server = serving();

const FIELDS = `seed trials engineVersion dataVersion asOf years replayToken assumptions { name value default source }
  outcome(year: 2020) { expectedReaching { mean standardError } chanceAll { mean } income { mean bands { percentile value } } reachingDistribution { villages probability } }
  villages(year: 2020, first: 200) { nodes { village { code } target grant chance chanceEveryYear shortfall income { mean bands { value } } } }`;
const PROJECT = `query ($scenario: ScenarioInput!) { projection(scenario: $scenario) { ${FIELDS} } }`;
const REPLAY = `query ($token: String!) { replay(token: $token) { ${FIELDS} } }`;
const SET =
  'mutation ($name: String!, $value: Float!) { setWorkspaceAssumption(input: { name: $name, value: $value }) { userErrors { code } } }';

const scenario = {
  name: '计划',
  trials: 200,
  growth: [{ mode: 'INDUSTRY', rate: 0.187, weight: 0.5 }],
  options: [{ code: 'cocoon', mode: 'INDUSTRY', park: 'NAPO-COCOON' }],
  policy: { neediest: { budget: 2_000_000, amount: 500_000, option: 'cocoon' } },
};
const project = async (): Promise<Answer> => (await server.ask(PROJECT, { scenario })).data.projection;
const replay = async (token: string): Promise<Answer> => (await server.ask(REPLAY, { token })).data.replay;

describe('a projection replayed from its token', () => {
  test('is the same, bit for bit, also by a server that has just started', async () => {
    const projected = await project();
    expect(await replay(projected.replayToken)).toEqual(projected);
    const other = new Serving();
    await other.start();
    try {
      const { data } = await other.ask(REPLAY, { token: projected.replayToken });
      expect(data.replay).toEqual(projected);
    } finally {
      await other.stop();
    }
  });

  test('is the same when the workspace has other defaults by now', async () => {
    const before = await project();
    await server.ask(SET, { name: 'option.rate', value: 0.2 });
    const after = await project();
    expect(after.outcome).not.toEqual(before.outcome);
    expect(await replay(before.replayToken)).toEqual(before);
    expect(await replay(after.replayToken)).toEqual(after);
    await server.ask('mutation { resetWorkspaceAssumption(input: { name: "option.rate" }) { userErrors { code } } }');
  });

  test('is the same for a projection that a job computed', async () => {
    const projected = await project();
    const started = await server.ask('mutation ($scenario: ScenarioInput!) { startProjection(scenario: $scenario) { job { id } } }', {
      scenario,
    });
    const { id } = started.data.startProjection.job;
    const job = async (): Promise<Answer> => (await server.ask(`{ job(id: "${id}") { status projection { replayToken } } }`)).data.job;
    await expect.poll(async () => (await job()).status, { timeout: 60_000 }).toBe('COMPLETED');
    expect((await job()).projection.replayToken).toBe(projected.replayToken);
  });

  test('is refused where the engine is another by now, or the token is none', async () => {
    const { replayToken } = await project();
    const older = writeReplayToken({ ...readReplayToken(replayToken), engineVersion: '0.9.0' });
    expect(await server.refusal(REPLAY, { token: older })).toEqual([
      `ENGINE_CHANGED ["token"] the engine has changed: its version was 0.9.0 and is ${ENGINE_VERSION}; the numbers may differ, project anew`,
    ]);
    expect(await server.refusal(REPLAY, { token: replayToken.slice(2) }, 'zh-CN')).toEqual([
      'BAD_REPLAY_TOKEN ["token"] 这不是预测给出的 replayToken，或者抄漏了字符；请从原来的预测结果里重新复制',
    ]);
  });

  test('says that the data have changed once receipts were imported, with both versions', async () => {
    const before = await project();
    const rows = [receipt('451026100001', 2020, 5, 123_45, { mode: 'SERVICE', reference: 'late' })];
    await commitImport(server.store, { ...NO_TABLES, receipts: rows }, STAMP, { asOf: monthOf(2020, 5), demonstration: true });
    const after = await project();
    expect(after.dataVersion).not.toBe(before.dataVersion);
    expect(await server.refusal(REPLAY, { token: before.replayToken })).toEqual([
      `DATA_CHANGED ["token"] the data have changed: their version was ${before.dataVersion} and is ${after.dataVersion}; the numbers cannot be computed again, project anew`,
    ]);
    expect(await replay(after.replayToken)).toEqual(after);
  });
});
