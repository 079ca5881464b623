import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type Send } from '../../../web/api/client.js';
import type { JobRequest } from '../../../web/api/job-request.js';
import { runJob, type JobProgress } from '../../../web/api/run-job.js';
import { realTime } from '../../../web/api/time.js';
import { startServer, type RunningServer } from '../browser/running-server.js';

interface Answer {
  readonly projection: { readonly outcome: { readonly expectedReaching: { readonly mean: number } } };
}

const projectionJob = (scenario: object): JobRequest<Answer> => ({
  query: `mutation StartProjection($scenario: ScenarioInput!, $idempotencyKey: String) {
    start: startProjection(scenario: $scenario, idempotencyKey: $idempotencyKey) { job { id } userErrors { code message field } }
  }`,
  variables: { scenario },
  result: (id) => ({
    query: 'query Result($id: ID!) { job(id: $id) { projection { outcome { expectedReaching { mean } } } } }',
    variables: { id },
  }),
});

let server: RunningServer;
let send: Send;

beforeAll(async () => {
  server = await startServer();
  send = createClient(`${server.origin}/graphql`, () => 'en');
});
afterAll(() => server?.stop());

const newest = async () => {
  const query = 'query Newest { jobs(first: 1) { nodes { id status } } }';
  const { jobs } = await send<{ jobs: { nodes: { id: string; status: string }[] } }>(
    { query, variables: {} },
    new AbortController().signal,
  );
  return jobs.nodes[0];
};

describe('a job', () => {
  it('gives what a query would, telling how far it is on the way', async () => {
    const told: JobProgress[] = [];
    const { signal } = new AbortController();
    const answer = await runJob(send, projectionJob({ trials: 20_000 }), signal, (progress) => told.push(progress), realTime);
    const query = 'query Same($scenario: ScenarioInput!) { projection(scenario: $scenario) { outcome { expectedReaching { mean } } } }';
    expect(answer).toEqual(await send({ query, variables: { scenario: { trials: 20_000 } } }, signal));
    for (const { progress } of told) expect(progress).toBeGreaterThanOrEqual(0);
  });

  it('that cannot start says what is wrong and where', async () => {
    const run = runJob(send, projectionJob({ trials: 3 }), new AbortController().signal, () => undefined, realTime);
    await expect(run).rejects.toMatchObject({ code: 'refused', problem: 'OUT_OF_RANGE', field: ['scenario', 'trials'] });
  });

  it.each(['while it runs', 'while it is being started'])(
    'is canceled on the server when nobody waits for it any more, %s',
    async (when) => {
      const controller = new AbortController();
      const watched: Send = (request, signal) => {
        if (when === 'while it is being started' && request.query.includes('StartProjection') && !controller.signal.aborted)
          setTimeout(() => controller.abort(), 0);
        return send(request, signal);
      };
      const scenario = { trials: 200_000, horizon: 4, seed: when.length };
      const run = runJob(watched, projectionJob(scenario), controller.signal, () => controller.abort(), realTime);
      await expect(run).rejects.toMatchObject({ name: 'AbortError' });
      await expect.poll(async () => (await newest())?.status).toMatch(/CANCEL/);
    },
  );
});
