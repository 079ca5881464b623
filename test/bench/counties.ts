import { parseArgs } from 'node:util';
import type { CountyRecord } from '../../server/base/county.js';
import { ChunkControl } from '../../server/jobs/chunk-control.js';
import type { ProjectionChunkInput } from '../../server/jobs/projection-chunk.js';
import { ThreadPool } from '../../server/jobs/thread-pool.js';
import { scenarioOf } from '../reference/comparison.js';
import { demonstration, TRIALS } from './demonstration.js';
import { peakBytes } from './measure.js';

/**
 * Projects a number of counties as a job does, a county a chunk, and prints what it took as JSON:
 * tsx test/bench/counties.ts --counties 10 --threads 2
 * A program of its own, so that its peak memory is nothing else's.
 */
export interface CountiesRun {
  readonly villages: number;
  /** Milliseconds, threads started already. */
  readonly took: number;
  /** Most memory that the program held, threads included. */
  readonly bytes: number;
}

/** The county under another code: other villages, other draws, the same amounts. */
function renamed(county: CountyRecord, number: number): CountyRecord {
  const prefix = String(900_000 + number);
  const inCounty = (code: string) => prefix + code.slice(6);
  return {
    ...county,
    code: prefix,
    name: prefix,
    townships: county.townships.map((row) => ({ ...row, code: inCounty(row.code) })),
    villages: county.villages.map((row) => ({ ...row, code: inCounty(row.code), township: inCounty(row.township) })),
    receipts: county.receipts.map((row) => ({ ...row, village: inCounty(row.village) })),
    projects: county.projects.map((row) => ({ ...row, village: inCounty(row.village) })),
    targets: county.targets.map((row) => ({ ...row, village: inCounty(row.village) })),
  };
}

async function project(counties: number, threads: number): Promise<CountiesRun> {
  const record = demonstration();
  const scenario = { ...scenarioOf({ county: record, scenarios: [] }, { trials: TRIALS }), assumptions: [] };
  const years = [0, 1, 2];
  const pool = new ThreadPool(threads);
  const module = new URL('../../server/jobs/projection-chunk.ts', import.meta.url).href;
  const compute = async (number: number): Promise<void> => {
    const input: ProjectionChunkInput = {
      record: JSON.stringify(renamed(record, number)),
      asOf: record.asOf!,
      scenario,
      asked: [{ grants: [], years }],
      joins: true,
    };
    await pool.compute(module, input, new ChunkControl());
  };
  await Promise.all(Array.from({ length: threads }, (_, thread) => compute(90_000 + thread)));

  const start = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < counties) await compute(next++);
  };
  await Promise.all(Array.from({ length: threads }, lane));
  const took = performance.now() - start;
  await pool.close();
  return { villages: counties * record.villages.length, took, bytes: peakBytes() };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { counties: { type: 'string', default: '1' }, threads: { type: 'string', default: '2' } } });
  console.log(JSON.stringify(await project(Number(values.counties), Number(values.threads))));
}
