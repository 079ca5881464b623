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

const COMPARED = `fragment compared on Comparison {
  year seed trials baseline settled stoppedBecause engineVersion dataVersion
  scenarios { name cost expectedReaching { mean standardError low high } grants { village { code name } option amount } }
  differences {
    scenario expectedReaching { mean standardError } chanceBetter chanceEqual chanceWorse
    costPerExtraVillage costPerExtraVillageLow costPerExtraVillageHigh
    movers(first: 5) { village { code name township { name } } before after standardError }
  }
}`;

describe('a comparison as a job, over GraphQL', () => {
  const START = `mutation ($input: StartComparisonInput!) {
    startComparison(input: $input) { job { id kind } userErrors { field code message } }
  }`;
  const start = async (input: object, language = 'en') => (await server.ask(START, { input }, language)).data.startComparison;
  const cocoon = { code: 'cocoon', mode: 'INDUSTRY', park: 'NAPO-COCOON', start: '2020-03' };
  const scenarios = [
    { name: '现状', trials: 200 },
    { name: '茧', trials: 200, options: [cocoon], policy: { neediest: { budget: 1_100_000, amount: 500_000, option: 'cocoon' } } },
    { name: '普惠', trials: 200, options: [cocoon], policy: { flat: { amount: 100_000, option: 'cocoon' } } },
  ];

  test('is answered like the synchronous one once it is complete, to the last bit', async () => {
    const { job, userErrors } = await start({ scenarios, baseline: 1, year: 2021, mostTrials: 3_000 });
    expect([job.kind, userErrors]).toEqual(['comparison', []]);
    expect(await finished(job.id)).toMatchObject({ kind: 'comparison', status: 'COMPLETED', progress: 1, error: null, projection: null });
    const { data, errors } = await server.ask(
      `query ($id: ID!, $scenarios: [ScenarioInput!]!) {
        job(id: $id) { comparison { ...compared } backtest { years } }
        comparison(scenarios: $scenarios, baseline: 1, year: 2021, mostTrials: 3000) { ...compared }
      } ${COMPARED}`,
      { id: job.id, scenarios },
    );
    expect(errors).toBeUndefined();
    expect(data.job).toEqual({ comparison: data.comparison, backtest: null });
    expect(data.comparison.scenarios[1].grants).toHaveLength(2);
  });

  test('mistakes come back beside the job, with their place in the input', async () => {
    const told = async (input: object, language?: string) => {
      const { job, userErrors } = await start(input, language);
      return [job, userErrors.map(({ field, code }: Answer) => `${code} ${field?.join('.')}`)];
    };
    expect(await told({ scenarios: [{}] })).toEqual([null, ['SCENARIO_COUNT input.scenarios']]);
    expect(await told({ scenarios: [{}, { horizon: 11 }, { trials: 5 }] })).toEqual([
      null,
      ['OUT_OF_RANGE input.scenarios.1.horizon', 'OUT_OF_RANGE input.scenarios.2.trials'],
    ]);
    expect(await told({ scenarios: [{}, { seed: 3, scope: ['451026101'] }] })).toEqual([
      null,
      ['COMPARED_DRAWS_DIFFER input.scenarios.1.seed', 'COMPARED_VILLAGES_DIFFER input.scenarios.1.scope'],
    ]);
    expect(await told({ scenarios: [{}, {}], year: 2030 })).toEqual([null, ['YEAR_NOT_PROJECTED input.year']]);
    expect(await told({ scenarios: [{}, {}], baseline: 2 })).toEqual([null, ['OUT_OF_RANGE input.baseline']]);
    expect(await told({ scenarios: [{}, {}], mostTrials: 1 })).toEqual([null, ['OUT_OF_RANGE input.mostTrials']]);
    const { userErrors } = await start({ scenarios: [{}] }, 'zh');
    expect(userErrors[0].message).toBe('比较需要 2 到 20 个方案，这里有 1 个');
  });

  test('the same key gives the same job, however the input is written down', async () => {
    const first = await start({ scenarios, mostTrials: 400, idempotencyKey: 'c' });
    const again = await start({
      idempotencyKey: 'c',
      baseline: 0,
      mostTrials: 400,
      scenarios: scenarios.map((own) => ({ ...own, seed: null })),
    });
    expect(again.job.id).toBe(first.job.id);
    const other = await start({ scenarios: scenarios.slice(0, 2), mostTrials: 400, idempotencyKey: 'c' });
    expect(other.userErrors).toEqual([expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED', field: ['input', 'idempotencyKey'] })]);
  });
});

describe('a backtest as a job, over GraphQL', () => {
  const START = `mutation ($input: StartBacktestInput!) {
    startBacktest(input: $input) { job { id kind } userErrors { field code message } }
  }`;
  const start = async (input: object, language = 'en') => (await server.ask(START, { input }, language)).data.startBacktest;
  const SCORED = `fragment scored on Backtest {
    closedMonths years forecasts countyYears summary brier brierClimatology crps crpsNaive
    coverage { level observed low high } reliability { from to forecast observed low high count }
  }`;

  test('is answered like the synchronous one once it is complete, to the last bit, in either language', async () => {
    const { job, userErrors } = await start({ closedMonths: [0, 6], trials: 500 });
    expect([job.kind, userErrors]).toEqual(['backtest', []]);
    expect(await finished(job.id)).toMatchObject({ kind: 'backtest', status: 'COMPLETED', progress: 1, totalChunks: 1, error: null });
    for (const language of ['zh', 'en']) {
      const { data, errors } = await server.ask(
        `query ($id: ID!) { job(id: $id) { backtest { ...scored } comparison { year } } backtest(closedMonths: [0, 6], trials: 500) { ...scored } } ${SCORED}`,
        { id: job.id },
        language,
      );
      expect(errors).toBeUndefined();
      expect(data.job).toEqual({ backtest: data.backtest, comparison: null });
    }
  });

  test('mistakes come back beside the job, or fail it where only the data tell', async () => {
    const { job, userErrors } = await start({ trials: 50, closedMonths: [12], from: 2020, to: 2019, scope: ['45102'] });
    expect([job, userErrors.map(({ code, field }: Answer) => `${code} ${field.join('.')}`)]).toEqual([
      null,
      ['UNKNOWN_REGION input.scope.0'],
    ]);
    expect((await start({ trials: 50, closedMonths: [12], from: 2020, to: 2019 })).userErrors.map(({ code }: Answer) => code)).toEqual([
      'OUT_OF_RANGE',
      'OUT_OF_RANGE',
      'BAD_RANGE',
    ]);
    const nothing = await start({ from: 2030, trials: 500 });
    expect(await finished(nothing.job.id)).toMatchObject({ status: 'FAILED', error: { code: 'NOTHING_TO_BACKTEST' } });
  });
});

test.each([
  ['backtest', '{ answer: backtest(trials: 5000) { forecasts } }'],
  ['large projection', '{ answer: projection(scenario: { trials: 30000, seed: 7 }) { outcome { villageCount } } }'],
  [
    'projection whose policy looks at needs',
    `{ answer: projection(scenario: { trials: 12000, seed: 8, options: [{ code: "shed", mode: PROPERTY }],
      policy: { neediest: { budget: 1000000, amount: 500000, option: "shed" } } }) { grants { amount } } }`,
  ],
])('the server answers while a %s is asked for synchronously', async (_, query) => {
  const slow = server.ask(query);
  let answered = 0;
  let reply;
  while (!(reply = await Promise.race([slow, fetch(`${server.url}/healthz`).then(() => undefined)]))) answered += 1;
  expect(reply.errors).toBeUndefined();
  expect(reply.data.answer).toBeTruthy();
  // What keeps the event loop busy lets a few requests in between its pieces; threads leave it free.
  expect(answered).toBeGreaterThan(50);
});
