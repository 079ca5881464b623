import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ImportRun } from './import-files.js';
import { milliseconds } from './measure.js';
import { writeProvince } from './province-files.js';
import { atMost, megabytes, seconds, times, type Row, type Section } from './table.js';

const ROWS = 200_000;
const MOST_MILLISECONDS = 20_000;
const MOST_BYTES = 1.5 * 2 ** 30;

function run(folder: string, files: readonly string[]): ImportRun {
  const program = ['--import', 'tsx', 'test/bench/import-files.ts', '--data', folder, ...files];
  const ran = spawnSync(process.execPath, program, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`importing ${files.join(' ')} failed: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as ImportRun;
}

/** What a province's receipts take from file to database, beside cutting the same file into cells and nothing else. */
export const intake: Section = {
  name: 'import',
  title: `Import: ${ROWS.toLocaleString('en')} receipts of 1,300 villages into an empty embedded database`,
  async measure(): Promise<Row[]> {
    const root = await mkdtemp(join(tmpdir(), 'import-bench-'));
    try {
      const folder = async (name: string) => {
        await mkdir(join(root, name));
        return join(root, name);
      };
      const few = await writeProvince(await folder('few'), ROWS / 10);
      const all = await writeProvince(await folder('all'), ROWS);
      const text = await readFile(all.csv, 'utf8');
      const cut = await milliseconds(() => parse(text));
      const rows: Row[] = [];
      for (const kind of ['csv', 'xlsx'] as const) {
        const small = run(await folder(`few-${kind}`), [few.villages, few[kind]]);
        const large = run(await folder(`all-${kind}`), [all.villages, all[kind]]);
        const { size } = await stat(all[kind]);
        rows.push(
          {
            what: `${kind}, ${megabytes(size)}: preview (read, checked, compared, nothing written)`,
            measured: seconds(large.looked),
            beside: `csv-parse only cuts the CSV in ${seconds(cut)}: ${times(large.looked / cut)}`,
            wanted: atMost(MOST_MILLISECONDS, large.looked, seconds),
          },
          {
            what: `${kind}: commit (the same, and written in one transaction)`,
            measured: seconds(large.written),
            beside: `a tenth of the rows ${seconds(small.written)}`,
            wanted: atMost(MOST_MILLISECONDS, large.written, seconds),
          },
          {
            what: `${kind}: peak memory of both`,
            measured: megabytes(large.bytes),
            beside: `a tenth of the rows ${megabytes(small.bytes)}`,
            wanted: atMost(MOST_BYTES, large.bytes, megabytes),
          },
        );
      }
      return rows;
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  },
};
