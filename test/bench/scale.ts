import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { CountiesRun } from './counties.js';
import { atMost, megabytes, ms, seconds, times, type Row, type Section } from './table.js';

/** Counties of 130 villages each. */
const SIZES = [1, 10, 100];
const COUNTRY = 620_573;
const VILLAGES = 130;
const THREADS = Math.min(2, availableParallelism());
const MOST_BYTES = 1.5 * 2 ** 30;
/** "Minutes" for the country: what nobody has to plan a night around. */
const MOST_MINUTES = 60;

function run(counties: number): CountiesRun {
  const ran = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/bench/counties.ts', '--counties', String(counties), '--threads', String(THREADS)],
    { encoding: 'utf8' },
  );
  if (ran.status !== 0) throw new Error(`projecting ${counties} counties failed: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as CountiesRun;
}

/** How time and memory grow with the villages, a county a chunk as jobs do it; and what that makes of the country. */
export const scale: Section = {
  name: 'scale',
  title: `Scale: counties of ${VILLAGES} villages as a job projects them, 3 years × 10,000 trials, ${THREADS} threads`,
  async measure(): Promise<Row[]> {
    const runs = SIZES.map(run);
    const rows = runs.map(({ villages, took, bytes }, index): Row => {
      const before = runs[index - 1];
      const slope = before && Math.log(took / before.took) / Math.log(villages / before.villages);
      return {
        what: `${villages.toLocaleString('en')} villages, fits included`,
        measured: `${took < 10_000 ? ms(took) : seconds(took)}, peak ${megabytes(bytes)}`,
        beside: slope === undefined ? '' : `time grows as villages^${slope.toFixed(2)}, memory ${times(bytes / before!.bytes)}`,
      };
    });
    const largest = runs.at(-1)!;
    const minutes = ((largest.took / largest.villages) * COUNTRY) / 60_000;
    const minutesText = (value: number) => `${Math.round(value)} minutes`;
    rows.push(
      {
        what: `the country, ${COUNTRY.toLocaleString('en')} villages: worked out, not run`,
        measured: `about ${minutesText(minutes)}`,
        beside: `${Math.ceil(COUNTRY / VILLAGES).toLocaleString('en')} counties at ${ms((largest.took / largest.villages) * VILLAGES)} each; every county is a chunk on its own, so the time is their sum, and more workers share it`,
        wanted: atMost(MOST_MINUTES, minutes, minutesText),
      },
      {
        what: 'memory for the country',
        measured: megabytes(largest.bytes),
        beside: 'that of the largest run: a chunk keeps nothing of the one before',
        wanted: atMost(MOST_BYTES, largest.bytes, megabytes),
      },
    );
    return rows;
  },
};
