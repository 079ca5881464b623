import { LRUCache } from 'lru-cache';
import { Problem } from '../base/errors/problem.js';
import type { Job } from '../jobs/job.js';
import type { JobRunner } from '../jobs/job-runner.js';
import type { CountyRevision } from '../jobs/pinned-county.js';
import type { RequestContext } from './context.js';

/** What completed jobs of one kind came to, the latest kept read. */
export class JobResults<Input extends { readonly counties: readonly Pick<CountyRevision, 'code'>[] }, Result> {
  readonly #kept: LRUCache<string, Promise<{ readonly input: Input; readonly result: Result }>>;

  /** @param keep how many results are kept */
  constructor(
    private readonly runner: JobRunner,
    private readonly kind: string,
    private readonly read: (bytes: Buffer, id: string, input: Input) => Result | Promise<Result>,
    keep = 4,
  ) {
    this.#kept = new LRUCache({ max: keep });
  }

  /** Null where the job is of another kind or not completed, or a county of it is no longer loaded. */
  async of(
    { id, kind, status }: Pick<Job, 'id' | 'kind' | 'status'>,
    { loaders }: Pick<RequestContext, 'loaders'>,
  ): Promise<{ readonly input: Input; readonly result: Result } | null> {
    if (kind !== this.kind || status !== 'COMPLETED') return null;
    const opened = await this.#open(id);
    const loaded = new Set((await loaders.state()).counties.map(({ code }) => code));
    return opened.input.counties.every(({ code }) => loaded.has(code)) ? opened : null;
  }

  #open(id: string): Promise<{ readonly input: Input; readonly result: Result }> {
    const found = this.#kept.get(id);
    if (found) return found;
    const read = this.#read(id);
    this.#kept.set(id, read);
    read.catch(() => this.#kept.delete(id));
    return read;
  }

  async #read(id: string): Promise<{ readonly input: Input; readonly result: Result }> {
    const bytes = await this.runner.result(id);
    if (!bytes) throw new Problem('UNKNOWN_JOB', { value: id });
    const input = (await this.runner.input(id)) as Input;
    return { input, result: await this.read(bytes, id, input) };
  }
}
