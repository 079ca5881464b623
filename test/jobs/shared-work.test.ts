import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { JobKind } from '../../server/jobs/job-kind.js';
import { projectionKind } from '../../server/jobs/projection-kind.js';
import { readProjectionResult } from '../../server/jobs/projection-result.js';
import { computedChunks } from '../../server/store/jobs.js';
import { openStore, type Store, type StorePlace } from '../../server/store/store.js';
import { describeOnPostgres } from '../setup/stores.js';
import { isOver, openRunner, startProjection, until } from './running.js';
import { importTwoCounties } from './two-counties.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** Four chunks: the needs of two counties, then both with their grants. */
const IN_TWO_ROUNDS = {
  trials: 50_000,
  options: [{ code: 'cocoon', mode: 'INDUSTRY' as const }],
  policy: { proportional: { budget: 1_000_000, option: 'cocoon', eligibleOnly: false } },
};
/** A minute or so for each of its two chunks: only ever canceled or taken over. */
const ENDLESS = { trials: 200_000, horizon: 10 };

/** The kind of job that projects, with a note of every chunk that was set to work, and told of each before it is. */
function noting(store: Store, atChunk: () => Promise<void> = async () => {}): { readonly kind: JobKind; readonly computed: number[] } {
  const kind = projectionKind(store);
  const computed: number[] = [];
  const open: JobKind['open'] = (input) => {
    const work = kind.open(input);
    return {
      stages: work.stages,
      join: (read, lastStage) => work.join(read, lastStage),
      async load(position, read) {
        computed.push(position);
        await atChunk();
        return work.load(position, read);
      },
    };
  };
  return { computed, kind: { ...kind, open } };
}

/** Where each caller waits until so many have come; open from then on. */
function meetingOf(expected: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come >= expected) resolve();
    return promise;
  };
}

/** The command that works beside a server, as a process of its own, once it is ready. */
async function runWorker(where: StorePlace): Promise<{ kill(signal: NodeJS.Signals): Promise<void> }> {
  if (!('databaseUrl' in where)) throw new Error('workers need a PostgreSQL');
  const env = { ...process.env, DATABASE_URL: where.databaseUrl, WORKERS: '2' };
  const worker = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'server/commands/worker.ts')], { cwd: ROOT, env });
  const exited = once(worker, 'exit');
  const kill = async (signal: NodeJS.Signals) => {
    worker.kill(signal);
    await exited;
  };
  onTestFinished(() => kill('SIGKILL'));
  const [line] = (await Promise.race([
    once(worker.stdout, 'data'),
    exited.then(([code]) => Promise.reject(new Error(`ended with ${code}`))),
  ])) as [Buffer];
  expect(line.toString()).toBe('等待计算任务 / waiting for jobs: 2 个线程 / threads\n');
  return { kill };
}

describeOnPostgres('several programs on the same jobs', (newPlace) => {
  async function filledPlace(): Promise<{ readonly where: StorePlace; readonly store: Store; another(): Promise<Store> }> {
    const { where } = await newPlace();
    const another = async () => {
      const store = await openStore(where);
      onTestFinished(() => store.close());
      return store;
    };
    const store = await another();
    await importTwoCounties(store);
    return { where, store, another };
  }

  test('share its chunks, compute each once, and come to the numbers that one program comes to, to the last bit', async () => {
    const { store, another } = await filledPlace();
    const server = await openRunner(store, { threads: 0 });
    // Neither goes on with its first chunk before the other has one too: with two chunks at hand, both must get work.
    const both = meetingOf(2);
    const notes = await Promise.all(
      [1, 2].map(async () => {
        const own = await another();
        const { kind, computed } = noting(own, both);
        await openRunner(own, { kinds: [kind], threads: 1 });
        return computed;
      }),
    );
    const { id } = await startProjection(server, store, IN_TWO_ROUNDS);
    expect(await until(server, id, isOver)).toMatchObject({ status: 'COMPLETED', completedChunks: 4 });
    expect(notes.flat().toSorted()).toEqual([0, 1, 2, 3]);
    expect(notes.every((computed) => computed.length > 0)).toBe(true);

    const alone = await filledPlace();
    const runner = await openRunner(alone.store);
    const same = await startProjection(runner, alone.store, IN_TWO_ROUNDS);
    expect((await until(runner, same.id, isOver)).status).toBe('COMPLETED');
    // Numbers to the last bit, not the bytes that hold them: V8 writes a whole number in one of two forms, as it has compiled the code.
    expect(readProjectionResult((await server.result(id))!)).toEqual(readProjectionResult((await runner.result(same.id))!));
  });

  test('a job is canceled in whichever program computes it', async () => {
    const { where, store } = await filledPlace();
    const server = await openRunner(store, { threads: 0 });
    await runWorker(where);
    const { id } = await startProjection(server, store, ENDLESS);
    await until(server, id, ({ status }) => status === 'RUNNING');
    expect((await server.cancel(id)).status).toBe('CANCELING');
    expect(await until(server, id, isOver)).toMatchObject({ status: 'CANCELED', completedChunks: 0 });
  });

  test('what a killed program was at is computed by another', async () => {
    const { where, store, another } = await filledPlace();
    const server = await openRunner(store, { threads: 0 });
    const first = await runWorker(where);
    const { id } = await startProjection(server, store, { ...IN_TWO_ROUNDS, trials: 200_000 });
    await until(server, id, ({ status }) => status === 'RUNNING');
    await first.kill('SIGKILL');
    const before = await computedChunks(store.db, id);
    const own = await another();
    const { kind, computed } = noting(own);
    await openRunner(own, { kinds: [kind] });
    expect(await until(server, id, isOver)).toMatchObject({ status: 'COMPLETED', completedChunks: 4 });
    expect(computed.toSorted()).toEqual([0, 1, 2, 3].filter((position) => !before.includes(position)));
  });
});

test('a worker without a PostgreSQL says what it needs', async () => {
  const { DATABASE_URL: _, ...env } = process.env;
  const worker = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'server/commands/worker.ts')], { cwd: ROOT, env });
  const said = new Array<Buffer>();
  worker.stderr.on('data', (text: Buffer) => said.push(text));
  const [code] = (await once(worker, 'exit')) as [number];
  expect(code).toBe(1);
  expect(Buffer.concat(said).toString()).toMatch(/^DATABASE_URL 没有设置.*is not set/);
});
