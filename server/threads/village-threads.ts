import { Piscina } from 'piscina';
import type { CountyYear } from '../allocation/county-projection.js';
import { joinYear, type YearOutcome } from '../allocation/year-outcome.js';
import { TYPESCRIPT_LOADER } from '../base/typescript-loader.js';
import type { FittedCounty } from '../projection/project-county.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';
import { CountySharing } from './shared-county.js';
import type { VillageShareTask } from './village-thread.js';

/** Projections that a thread has under way at once, taking turns; more wait. */
const MOST_AT_ONCE = 4;

const MODULE = new URL('./village-thread.ts', import.meta.url).href;

/**
 * Projects on worker threads, each always the same share of a county's villages, so that it finds the random numbers that it
 * kept. What comes out is the same, bit for bit, for any number of threads. They start with the first projection.
 */
export class VillageThreads {
  readonly #threads: readonly Piscina<VillageShareTask, CountyYear[]>[];
  readonly #sharing = new CountySharing();

  constructor(threads: number) {
    this.#threads = Array.from(
      { length: threads },
      () =>
        new Piscina<VillageShareTask, CountyYear[]>({
          filename: MODULE,
          execArgv: ['--import', TYPESCRIPT_LOADER],
          minThreads: 0,
          maxThreads: 1,
          idleTimeout: Infinity,
          concurrentTasksPerWorker: MOST_AT_ONCE,
        }),
    );
  }

  /**
   * @param counties whole counties, each with its fit up to the scenario's as-of month
   * @param year a projected year, 0 being year 1
   */
  async project(
    counties: readonly FittedCounty[],
    scenario: Scenario,
    { grants, year }: { readonly grants: readonly ListedGrant[]; readonly year: number },
  ): Promise<YearOutcome> {
    const shared = counties.map((county) => this.#sharing.share(county));
    const of = this.#threads.length;
    const parts = await Promise.all(
      this.#threads.map((thread, index) => thread.run({ counties: shared, scenario, grants, year, share: { index, of } })),
    );
    return joinYear(parts.flat(), scenario.trials);
  }

  /** Ends the threads; what is under way fails. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.destroy()));
  }
}
