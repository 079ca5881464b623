import { LRUCache } from 'lru-cache';
import type { CountyRecord } from '../base/county.js';
import { contentHash } from '../base/hashing.js';
import type { Month } from '../base/month.js';
import { fitCounty, type CountyFit } from '../model/fit.js';
import type { ModelDefaults } from '../scenario/defaults.js';
import type { KnownCodes } from '../scenario/known-regions.js';
import { toWorkspaceDefaults, type WorkspaceDefaults } from '../scenario/workspace-defaults.js';
import { listCounties, readCounty, type CountySummary, type TownshipSummary } from '../store/counties.js';
import { knownRegions } from '../store/regions.js';
import type { Store } from '../store/store.js';
import { readWorkspaceAssumptions, type StoredAssumption } from '../store/workspace-assumptions.js';

/** What is loaded, as of one revision of the workspace. */
export interface WorkspaceState {
  readonly revision: number;
  readonly counties: readonly CountySummary[];
  readonly townships: ReadonlyMap<string, TownshipSummary>;
  readonly known: KnownCodes;
  /** What the workspace has set of the defaults, by name. */
  readonly assumptions: ReadonlyMap<string, StoredAssumption>;
  /** What holds where a scenario says nothing. */
  readonly defaults: WorkspaceDefaults;
}

/** A county as read, and the version that names exactly this content, on whatever machine it lies. */
export interface VersionedCounty {
  readonly record: CountyRecord;
  readonly version: string;
}

const MOST_COUNTIES = 64;
const MOST_FITS = 256;

/**
 * The store with what was read and fitted kept, by revision: an import raises the revision, so nothing kept is ever
 * stale. Requests that want the same thing at the same time share one reading.
 */
export class Workspace {
  #state: Promise<WorkspaceState> | undefined;
  #revision: number | undefined;
  readonly #counties = new LRUCache<string, Promise<VersionedCounty>>({ max: MOST_COUNTIES });
  readonly #fits = new LRUCache<string, Promise<CountyFit>>({ max: MOST_FITS });

  constructor(readonly store: Store) {}

  /** What is loaded now: one small query where nothing has changed. */
  async state(): Promise<WorkspaceState> {
    const row = await this.store.db.selectFrom('workspace').select('revision').executeTakeFirst();
    const revision = row?.revision ?? 0;
    if (!this.#state || this.#revision !== revision) {
      this.#revision = revision;
      this.#state = this.#read(revision);
      this.#state.catch(() => (this.#state = undefined));
    }
    return this.#state;
  }

  county({ code, revision }: CountySummary): Promise<VersionedCounty> {
    return kept(this.#counties, `${code}@${revision}`, async () => {
      const record = await readCounty(this.store.db, code);
      return { record, version: contentHash(JSON.stringify(record)) };
    });
  }

  async fit(county: CountySummary, asOf: Month, defaults: ModelDefaults): Promise<CountyFit> {
    const { record } = await this.county(county);
    return kept(this.#fits, JSON.stringify([county.code, county.revision, asOf, defaults]), async () =>
      fitCounty(record, { asOf, defaults }),
    );
  }

  async #read(revision: number): Promise<WorkspaceState> {
    const { db } = this.store;
    const [counties, regions, assumptions] = await Promise.all([listCounties(db), knownRegions(db), readWorkspaceAssumptions(db)]);
    const named = (entries: readonly { code: string; name: string }[]) => new Map(entries.map(({ code, name }) => [code, name]));
    return {
      revision,
      counties,
      townships: new Map(counties.flatMap((county) => county.townships.map((township) => [township.code, township]))),
      known: {
        regions: named(regions),
        villages: named(regions.filter(({ code }) => code.length === 12)),
        parks: named(counties.flatMap(({ parks }) => parks)),
      },
      assumptions,
      defaults: toWorkspaceDefaults(new Map([...assumptions].map(([name, { value }]) => [name, value]))),
    };
  }
}

/** The value kept under a key, else made; a failure is not kept. */
function kept<Value>(cache: LRUCache<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const found = cache.get(key);
  if (found) return found;
  const made = make();
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  return made;
}
