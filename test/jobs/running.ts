import { onTestFinished } from 'vitest';
import type { Job } from '../../server/jobs/job.js';
import type { JobRunner } from '../../server/jobs/job-runner.js';
import { toProjectionInput, type ProjectionInput } from '../../server/jobs/projection-input.js';
import { jobKinds } from '../../server/jobs/job-kinds.js';
import { ThreadJobRunner, type ThreadJobRunnerOptions } from '../../server/jobs/thread-job-runner.js';
import type { KnownCodes } from '../../server/scenario/known-regions.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { PRODUCT_DEFAULTS } from '../../server/scenario/workspace-defaults.js';
import { toScenario } from '../../server/scenario/to-scenario.js';
import { listCounties } from '../../server/store/counties.js';
import { knownRegions } from '../../server/store/regions.js';
import type { Store } from '../../server/store/store.js';

/** A runner on two threads; errors that are nobody's mistake fail the test. */
export async function openRunner(store: Store, options: Partial<ThreadJobRunnerOptions> = {}): Promise<ThreadJobRunner> {
  const errors: unknown[] = [];
  const runner = await ThreadJobRunner.open({
    store,
    kinds: jobKinds(store),
    threads: 2,
    log: (error) => errors.push(error),
    ...options,
  });
  onTestFinished(async () => {
    await runner.close();
    if (errors.length) throw new AggregateError(errors, 'errors inside the runner');
  });
  return runner;
}

/** The codes that a written scenario may mention. */
export async function knownIn({ db }: Store): Promise<KnownCodes> {
  const named = (entries: readonly { code: string; name: string }[]) => new Map(entries.map(({ code, name }) => [code, name]));
  const regions = named(await knownRegions(db));
  const villages = new Map([...regions].filter(([code]) => code.length === 12));
  return { regions, villages, parks: named((await listCounties(db)).flatMap(({ parks }) => parks)) };
}

/** A written scenario as the input of a job. */
export async function projectionInput(store: Store, spec: ScenarioSpec): Promise<ProjectionInput> {
  const counties = await listCounties(store.db);
  const known = await knownIn(store);
  const [zh, en] = (['zh', 'en'] as const).map((language) => toScenario(spec, { known, language }));
  return toProjectionInput({ zh: zh!, en: en! }, { spec, defaults: PRODUCT_DEFAULTS }, counties, ['scenario']);
}

export async function startProjection(runner: JobRunner, store: Store, spec: ScenarioSpec, idempotencyKey?: string): Promise<Job> {
  return runner.start({ kind: 'projection', input: await projectionInput(store, spec), identity: spec, idempotencyKey });
}

/** Follows a job until it is as wanted; gives it as it was then. */
export async function until(runner: JobRunner, id: string, wanted: (job: Job) => boolean): Promise<Job> {
  for await (const job of await runner.progress(id)) if (wanted(job)) return job;
  throw new Error(`the job ended without becoming what was waited for: ${JSON.stringify(await runner.job(id))}`);
}

export const isOver = ({ status }: Job): boolean => ['COMPLETED', 'FAILED', 'CANCELED'].includes(status);
