import { expect, test } from 'vitest';
import type { JobKind } from '../../server/jobs/job-kind.js';
import { projectionKind } from '../../server/jobs/projection-kind.js';
import { readProjectionResult } from '../../server/jobs/projection-result.js';
import { computedChunks } from '../../server/store/jobs.js';
import { openStore, type Store, type StorePlace } from '../../server/store/store.js';
import { describeOnBoth } from '../setup/stores.js';
import { isOver, openRunner, projectionInput, startProjection, until } from './running.js';
import { importTwoCounties, NAPO } from './two-counties.js';

const SHORT = { trials: 100 };
/** A second or so for each of its two chunks on one core. */
const LONG = { trials: 100_000 };
/** A minute or so: only ever canceled. */
const ENDLESS = { trials: 200_000, horizon: 10 };
/** Four chunks: the needs of two counties, then both with their grants. */
const IN_TWO_ROUNDS = {
  ...LONG,
  options: [{ code: 'cocoon', mode: 'INDUSTRY' as const }],
  policy: { proportional: { budget: 1_000_000, option: 'cocoon', eligibleOnly: false } },
};

/** The kind of job that projects, with a note of every chunk that was set to work. */
function noting(store: Store, version?: string): { readonly kind: JobKind; readonly computed: number[] } {
  const kind = projectionKind(store);
  const computed: number[] = [];
  return {
    computed,
    kind: {
      ...kind,
      version: version ?? kind.version,
      open(input) {
        const work = kind.open(input);
        return {
          stages: work.stages,
          join: (read, lastStage) => work.join(read, lastStage),
          load(position, read) {
            computed.push(position);
            return work.load(position, read);
          },
        };
      },
    },
  };
}

/** A kind of job with as many chunks as its input says, each held until it is let go, with a note of every one begun. */
function held(): { readonly kind: JobKind; readonly begun: string[]; letGo(chunks: number): void } {
  const gate = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const begun: string[] = [];
  return {
    begun,
    letGo(chunks) {
      Atomics.add(gate, 0, chunks);
      Atomics.notify(gate, 0);
    },
    kind: {
      name: 'held',
      version: '1',
      chunks: new URL('./held-chunk.ts', import.meta.url).href,
      open(input) {
        const { name, chunks } = input as { readonly name: string; readonly chunks: number };
        return {
          stages: [chunks],
          load(position) {
            begun.push(`${name} ${position}`);
            return Promise.resolve(gate);
          },
          join: () => Promise.resolve(Buffer.alloc(0)),
        };
      },
    },
  };
}

describeOnBoth('jobs on threads', (newPlace, newStore) => {
  const filled = async () => {
    const store = await newStore();
    await importTwoCounties(store);
    return store;
  };

  test('a job that runs is canceled soon, what is done of it stays, and the next one starts', async () => {
    const store = await filled();
    const runner = await openRunner(store);
    const { id } = await startProjection(runner, store, ENDLESS);
    const next = await startProjection(runner, store, SHORT);
    await until(runner, id, ({ status, progress }) => status === 'RUNNING' && progress > 0);
    expect(['CANCELING', 'CANCELED']).toContain((await runner.cancel(id)).status);
    const canceled = await until(runner, id, isOver);
    expect(canceled).toMatchObject({ status: 'CANCELED', queuePosition: null, error: null });
    expect(canceled.finishedAt).not.toBeNull();
    expect(await computedChunks(store.db, id)).toHaveLength(canceled.completedChunks);
    expect((await runner.cancel(id)).status).toBe('CANCELED');
    expect((await until(runner, next.id, isOver)).status).toBe('COMPLETED');
    await expect(runner.cancel(next.id)).rejects.toMatchObject({ code: 'JOB_IS_OVER', path: ['id'] });
    await expect(runner.cancel('none')).rejects.toMatchObject({ code: 'UNKNOWN_JOB' });
  });

  test('jobs wait in the order in which they came; one that waits is canceled at once', async () => {
    const store = await filled();
    const runner = await openRunner(store, { threads: 1 });
    const first = await startProjection(runner, store, ENDLESS);
    await until(runner, first.id, ({ status }) => status === 'RUNNING');
    const second = await startProjection(runner, store, SHORT);
    const third = await startProjection(runner, store, SHORT);
    expect([second, third].map(({ status, queuePosition }) => [status, queuePosition])).toEqual([
      ['QUEUED', 1],
      ['QUEUED', 2],
    ]);
    expect(await runner.cancel(second.id)).toMatchObject({ status: 'CANCELED', startedAt: null, queuePosition: null });
    expect(await runner.job(third.id)).toMatchObject({ status: 'QUEUED', queuePosition: 1 });
    expect((await runner.jobs({ first: 2 })).jobs.map(({ id }) => id)).toEqual([third.id, second.id]);
    expect(await runner.jobs({ first: 2, after: second.id })).toMatchObject({
      totalCount: 3,
      hasNextPage: false,
      jobs: [{ id: first.id }],
    });
    await runner.cancel(first.id);
    expect((await until(runner, third.id, isOver)).status).toBe('COMPLETED');
  });

  test('a job of many chunks shares its threads with the one that comes after it', async () => {
    const { kind, begun, letGo } = held();
    const runner = await openRunner(await newStore(), { threads: 2, kinds: [kind] });
    const start = (name: string, chunks: number) => runner.start({ kind: 'held', input: { name, chunks }, identity: name });
    const long = await start('long', 3);
    await expect.poll(() => begun.toSorted()).toEqual(['long 0', 'long 1']);
    const short = await start('short', 1);
    expect(short.status).toBe('QUEUED');
    letGo(1);
    await expect.poll(() => begun.slice(2)).toEqual(['short 0']);
    letGo(3);
    for (const { id } of [long, short]) expect((await until(runner, id, isOver)).status).toBe('COMPLETED');
    expect(begun.slice(3)).toEqual(['long 2']);
  });

  test('the same key with the same question is the same job; with another it is refused', async () => {
    const store = await filled();
    const runner = await openRunner(store);
    const job = await startProjection(runner, store, SHORT, 'key');
    expect((await startProjection(runner, store, SHORT, 'key')).id).toBe(job.id);
    await until(runner, job.id, isOver);
    expect(await startProjection(runner, store, SHORT, 'key')).toMatchObject({ id: job.id, status: 'COMPLETED' });
    await expect(startProjection(runner, store, LONG, 'key')).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      details: { value: 'key', job: job.id },
    });
    expect((await startProjection(runner, store, SHORT)).id).not.toBe(job.id);
    await expect(startProjection(runner, store, SHORT, 'x'.repeat(201))).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_LENGTH' });
  });

  test('progress is told from the queue to the end, and never goes back', async () => {
    const { kind, letGo } = held();
    const joined = Promise.withResolvers<Buffer>();
    const open: JobKind['open'] = (input) => ({ ...kind.open(input), join: () => joined.promise });
    const runner = await openRunner(await newStore(), { threads: 1, kinds: [{ ...kind, open }] });
    const { id } = await runner.start({ kind: 'held', input: { name: 'job', chunks: 2 }, identity: 'job' });
    const told = [];
    for await (const { status, progress, completedChunks } of await runner.progress(id)) {
      told.push({ status, progress, completedChunks });
      // Half of the first of two chunks.
      if (progress === 1 / 4) letGo(2);
      if (completedChunks === 2) joined.resolve(Buffer.alloc(0));
    }
    expect(told).toContainEqual({ status: 'RUNNING', progress: 1 / 4, completedChunks: 0 });
    expect(told).toContainEqual({ status: 'RUNNING', progress: 0.99, completedChunks: 2 });
    expect(told.filter(({ progress }) => progress === 1)).toEqual([{ status: 'COMPLETED', progress: 1, completedChunks: 2 }]);
    expect(told.map(({ progress }) => progress)).toEqual(told.map(({ progress }) => progress).toSorted((left, right) => left - right));
    await expect(runner.progress('none')).rejects.toMatchObject({ code: 'UNKNOWN_JOB' });
  });

  test('of jobs that are over only the newest are kept', async () => {
    const store = await filled();
    const runner = await openRunner(store, { keep: 1 });
    const [first, second] = [await startProjection(runner, store, SHORT), await startProjection(runner, store, SHORT)];
    for (const { id } of [first, second]) await until(runner, id, isOver).catch(() => undefined);
    // A job is told to be over before older ones are removed.
    const jobs = async () => (await runner.jobs({ first: 10 })).jobs;
    await expect.poll(async () => (await jobs()).length).toBe(1);
    const removed = (await jobs())[0]!.id === first.id ? second.id : first.id;
    expect(await computedChunks(store.db, removed)).toEqual([]);
  });

  /** Lets a runner complete the first of the job's chunks, then closes it and its database. */
  async function stopInTheMiddle(where: StorePlace): Promise<string> {
    const store = await openStore(where);
    await importTwoCounties(store);
    const runner = await openRunner(store, { threads: 1 });
    const { id } = await startProjection(runner, store, IN_TWO_ROUNDS);
    expect(await until(runner, id, ({ completedChunks }) => completedChunks === 1)).toMatchObject({ status: 'RUNNING', totalChunks: 4 });
    await runner.close();
    expect(await computedChunks(store.db, id)).toEqual([0]);
    await store.close();
    return id;
  }

  test('after a stop in the middle the job completes, and no finished chunk is computed again', async () => {
    const { where } = await newPlace();
    const id = await stopInTheMiddle(where);

    const store = await openStore(where);
    const { kind, computed } = noting(store);
    const runner = await openRunner(store, { kinds: [kind] });
    expect(await until(runner, id, isOver)).toMatchObject({ status: 'COMPLETED', completedChunks: 4 });
    expect(computed.toSorted()).toEqual([1, 2, 3]);

    const again = await startProjection(runner, store, IN_TWO_ROUNDS);
    await until(runner, again.id, isOver);
    const results = await Promise.all([id, again.id].map(async (job) => readProjectionResult((await runner.result(job))!)));
    expect(results[0]).toEqual(results[1]);
    await runner.close();
    await store.close();
  });

  test('chunks of another version of the engine are computed again', async () => {
    const { where } = await newPlace();
    const id = await stopInTheMiddle(where);
    const store = await openStore(where);
    const { kind, computed } = noting(store, 'next');
    const runner = await openRunner(store, { kinds: [kind] });
    expect(await until(runner, id, isOver)).toMatchObject({ status: 'COMPLETED', version: 'next' });
    expect(computed.toSorted()).toEqual([0, 1, 2, 3]);
    await runner.close();
    await store.close();
  });

  test('a chunk that cannot be computed fails the job in words', async () => {
    const store = await filled();
    const runner = await openRunner(store);
    const input = await projectionInput(store, SHORT);
    const counties = input.counties.map((county) => ({ ...county, asOf: county.asOf - 36 }));
    const { id } = await runner.start({ kind: 'projection', input: { ...input, counties }, identity: 1 });
    const { status, error } = await until(runner, id, isOver);
    expect([status, error?.code]).toEqual(['FAILED', 'NO_COMPLETE_YEAR']);
    expect(error?.text('zh')).toMatch(/没有一个完整年度/);
    expect(input.counties[0]!.code).toBe(NAPO);
  });
});
