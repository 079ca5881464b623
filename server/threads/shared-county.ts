import { deserialize, serialize } from 'node:v8';
import { LRUCache } from 'lru-cache';
import type { FittedCounty } from '../projection/project-county.js';

/** A fitted county in memory that all threads of the program read; sending it costs nothing. */
export interface SharedCounty {
  /** Names it among all that this program has shared. */
  readonly id: number;
  readonly bytes: SharedArrayBuffer;
}

/** Counties that a thread keeps ready. */
const MOST_KEPT = 64;

/** Puts counties where threads can read them, each fit once: as long as it is kept, so is what the threads made of it. */
export class CountySharing {
  readonly #shared = new WeakMap<FittedCounty['fit'], SharedCounty>();
  #next = 0;

  share({ record, fit }: FittedCounty): SharedCounty {
    const found = this.#shared.get(fit);
    if (found) return found;
    const written = serialize({ record, fit });
    const bytes = new SharedArrayBuffer(written.length);
    new Uint8Array(bytes).set(written);
    const shared = { id: this.#next++, bytes };
    this.#shared.set(fit, shared);
    return shared;
  }
}

/** A thread's counties, read when they are first met: the same object each time, since what is drawn for a fit is kept by it. */
export class CountyReading {
  readonly #read = new LRUCache<number, FittedCounty>({ max: MOST_KEPT });

  read({ id, bytes }: SharedCounty): FittedCounty {
    const county = this.#read.get(id) ?? (deserialize(new Uint8Array(bytes)) as FittedCounty);
    this.#read.set(id, county);
    return county;
  }
}
