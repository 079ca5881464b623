import { describe, expect, test } from 'vitest';
import { contractOperation, serving, type Answer } from './serving.js';

const server = serving();
const ask = async (name: string, variables: object = {}, language = 'en'): Promise<Answer> => {
  const { data, errors } = await server.ask(contractOperation(name), variables, language);
  expect(errors).toBeUndefined();
  return data;
};

/** Asks for a job until it is over; each answer takes the server a moment, so this is no busy loop. */
async function finished(id: string): Promise<Answer> {
  for (;;) {
    const { job } = await ask('Job', { id });
    if (['COMPLETED', 'FAILED', 'CANCELED'].includes(job.status)) return job;
  }
}

const PROJECTION = `fragment projected on Projection {
  seed trials engineVersion dataVersion asOf years assumptions { name value default source } warnings { code message }
  last: outcome { ...outcome } first: outcome(year: 2020) { ...outcome }
  villages(first: 1000, year: 2021) { totalCount nodes { village { code name eligible township { name } } target grant chance standardError chanceEveryYear shortfall income { mean bands { percentile value } } byMode { mode mean } } }
  grants { village { code } amount option }
}
fragment outcome on Outcome {
  villageCount expectedReaching { mean standardError low high } reaching { percentile value } reachingDistribution { villages probability }
  chanceAll { mean } income { mean bands { percentile value } } grantDependence parkDependence { largest shares { park { code name } share } } keyIndustryFloorChance { mean }
}`;

describe('a projection as a job, over GraphQL', () => {
  const scenario = {
    name: '茧',
    trials: 200,
    growth: [{ mode: 'SERVICE', rate: 0.1, year: 2030 }],
    options: [{ code: 'cocoon', mode: 'INDUSTRY', park: 'NAPO-COCOON', start: '2020-03' }],
    policy: { neediest: { budget: 1_100_000, amount: 500_000, option: 'cocoon' } },
  };

  test('is answered like the synchronous one once it is complete, to the last bit, in either language', async () => {
    const { startProjection } = await ask('StartProjection', { scenario });
    expect(startProjection).toEqual({ job: { id: expect.any(String), status: expect.any(String) }, userErrors: [] });
    const { id } = startProjection.job;
    const job = await finished(id);
    expect(job).toEqual({
      id,
      kind: 'projection',
      status: 'COMPLETED',
      progress: 1,
      completedChunks: 2,
      totalChunks: 2,
      queuePosition: null,
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      finishedAt: expect.stringMatching(/Z$/),
      error: null,
      projection: { outcome: expect.anything() },
    });
    for (const language of ['zh', 'en']) {
      const query = `query ($id: ID!, $scenario: ScenarioInput!) { job(id: $id) { projection { ...projected } } projection(scenario: $scenario) { ...projected } } ${PROJECTION}`;
      const { data, errors } = await server.ask(query, { id, scenario }, language);
      expect(errors).toBeUndefined();
      expect(data.job.projection).toEqual(data.projection);
      expect(data.projection.warnings.map(({ code }: { code: string }) => code)).toContain('PLAN_NOT_USED');
    }
  });

  test('pages and filters its villages', async () => {
    const { startProjection } = await ask('StartProjection', { scenario: { trials: 100 } });
    await finished(startProjection.job.id);
    const query = `query ($id: ID!, $after: String) { job(id: $id) { projection {
      villages(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { village { code } } }
      few: villages(where: { townships: ["451026101"] }) { nodes { village { code } } }
    } } }`;
    const first = (await server.ask(query, { id: startProjection.job.id })).data.job.projection;
    const { endCursor } = first.villages.pageInfo;
    const rest = (await server.ask(query, { id: startProjection.job.id, after: endCursor })).data.job.projection;
    expect([first.villages.totalCount, first.villages.nodes.length, rest.villages.nodes.length]).toEqual([130, 100, 30]);
    expect(first.few.nodes.every(({ village }: Answer) => village.code.startsWith('451026101'))).toBe(true);
  });

  test('a mistake comes back beside the job, in words, never as an error', async () => {
    expect(await ask('StartProjection', { scenario: { horizon: 11, scope: ['45102'] } }, 'zh')).toEqual({
      startProjection: {
        job: null,
        userErrors: [
          expect.objectContaining({ code: 'UNKNOWN_REGION', field: ['scenario', 'scope', '0'] }),
          { code: 'OUT_OF_RANGE', field: ['scenario', 'horizon'], message: expect.stringMatching(/^horizon = 11 超出范围/) },
        ],
      },
    });
    expect((await ask('StartProjection', { scenario: { asOf: '2020-06' } })).startProjection.userErrors).toEqual([
      expect.objectContaining({ code: 'AS_OF_TOO_LATE', field: ['scenario', 'asOf'] }),
    ]);
  });

  test('the same key gives the same job, however the scenario is written down; another scenario is refused', async () => {
    const start = (variables: object, language?: string) => ask('StartProjection', variables, language);
    const first = await start({ scenario: { trials: 101, seed: 5 }, idempotencyKey: 'k' });
    const again = await start({ scenario: { seed: 5, trials: 101, name: null }, idempotencyKey: 'k' }, 'zh');
    expect(again.startProjection.job.id).toBe(first.startProjection.job.id);
    const { job, userErrors } = (await start({ scenario: { trials: 102 }, idempotencyKey: 'k' })).startProjection;
    expect([job, userErrors]).toEqual([null, [expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] })]]);
  });

  test('is canceled, listed, and found or not', async () => {
    const { startProjection } = await ask('StartProjection', { scenario: { trials: 200_000 } });
    const { id } = startProjection.job;
    const { cancelJob } = await ask('CancelJob', { id });
    expect(cancelJob.userErrors).toEqual([]);
    expect(await finished(id)).toMatchObject({ status: 'CANCELED', projection: null });
    const { data } = await server.ask('{ jobs(first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { id status } } }');
    expect(data.jobs).toMatchObject({ pageInfo: { hasNextPage: true, endCursor: id }, nodes: [{ id, status: 'CANCELED' }] });
    expect(await ask('Job', { id: 'none' })).toEqual({ job: null });
    expect(await ask('CancelJob', { id: 'none' })).toEqual({
      cancelJob: {
        job: null,
        userErrors: [{ code: 'UNKNOWN_JOB', message: 'there is no job "none"; jobs that ended long ago are removed' }],
      },
    });
  });

  test('the server answers while a long one runs', async () => {
    const { startProjection } = await ask('StartProjection', { scenario: { trials: 200_000 } });
    const { id } = startProjection.job;
    let job = (await ask('Job', { id })).job;
    while (job.status === 'QUEUED' || job.progress === 0) ({ job } = await ask('Job', { id }));
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(['RUNNING', 0]).toEqual([(await ask('Job', { id })).job.status, job.completedChunks]);
    await ask('CancelJob', { id });
    await finished(id);
  });
});
