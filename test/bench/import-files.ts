import { parseArgs } from 'node:util';
import { importFiles } from '../../server/intake/import-files.js';
import { openStore } from '../../server/store/store.js';
import { milliseconds, peakBytes } from './measure.js';

/**
 * Imports files into an empty database and prints what it took as JSON: tsx test/bench/import-files.ts --data folder file …
 * A program of its own, so that its peak memory is nothing else's.
 */
export interface ImportRun {
  /** Milliseconds until the preview stands. */
  readonly looked: number;
  /** Milliseconds of reading, checking and writing. */
  readonly written: number;
  /** Most memory that the program held, bytes. */
  readonly bytes: number;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true });
  const store = await openStore({ dataDirectory: values.data! });
  const options = { at: new Date('2030-07-01T00:00:00Z'), by: '' };
  const looked = await milliseconds(() => importFiles(store, positionals, { ...options, dryRun: true }));
  const written = await milliseconds(() => importFiles(store, positionals, options));
  await store.close();
  const run: ImportRun = { looked, written, bytes: peakBytes() };
  console.log(JSON.stringify(run));
}
