import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import type { Answer } from './serving.js';

const folder = mkdtempSync(join(tmpdir(), 'planner-restart-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The product as a program of its own, listening. */
async function start(): Promise<{ readonly child: ChildProcess; ask(query: string, variables?: object): Promise<Answer> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  for await (const line of createInterface(child.stdout)) {
    const origin = /http:\/\/[^\s(]+/.exec(line)?.[0];
    if (!origin) continue;
    const ask = async (query: string, variables: object = {}) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      return ((await response.json()) as { data: Answer }).data;
    };
    return { child, ask };
  }
  throw new Error('the server ended before it listened');
}

const JOB = 'query ($id: ID!) { job(id: $id) { status completedChunks startedAt comparison { ...compared } } }';
const COMPARED = `fragment compared on Comparison {
  trials settled scenarios { expectedReaching { mean standardError } }
  differences { expectedReaching { mean standardError } chanceBetter movers(first: 1000) { village { code } before after } }
}`;

test('a server that is killed in the middle of a job goes on where it was, to the same bits', async () => {
  // Ten stretches of trials, two at a time.
  const scenarios = [
    { trials: 100_000, horizon: 1 },
    { growth: [{ mode: 'INDUSTRY', rate: 0.187 }], horizon: 1 },
  ];
  const first = await start();
  const { startComparison } = await first.ask(
    'mutation ($input: StartComparisonInput!) { startComparison(input: $input) { job { id } userErrors { message } } }',
    { input: { scenarios, mostTrials: 100_000 } },
  );
  const { id } = startComparison.job;
  const now = async ({ ask }: typeof first) => (await ask(`${JOB} ${COMPARED}`, { id })).job;
  let job = await now(first);
  while (job.completedChunks === 0) job = await now(first);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  expect(job).toMatchObject({ status: 'RUNNING', comparison: null });

  const second = await start();
  let again = await now(second);
  expect(again.completedChunks).toBeGreaterThanOrEqual(job.completedChunks);
  while (again.status !== 'COMPLETED') again = await now(second);
  expect(again.startedAt).toBe(job.startedAt);
  const { comparison } = await second.ask(
    `query ($scenarios: [ScenarioInput!]!) { comparison(scenarios: $scenarios, mostTrials: 100000) { ...compared } } ${COMPARED}`,
    { scenarios },
  );
  expect(again.comparison).toEqual(comparison);
  second.child.kill('SIGTERM');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});
