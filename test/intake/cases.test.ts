import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatMonth } from '../../server/base/month.js';
import { runImport } from '../../server/commands/run-import.js';
import { writtenAmount } from '../../server/intake/written-amount.js';
import { openStore, type Store } from '../../server/store/store.js';
import { CRITERION_COLUMNS } from '../../server/store/village-record.js';
import { describeOnBoth } from '../setup/stores.js';

/**
 * Folder-per-case: `commands.txt` holds the arguments of one import a line (words that are files or folders of the case
 * stand for them), `expected.txt` all that is printed, the exit codes, and what is stored in the end. A new case is a
 * new folder; run once with `vitest run -u` to write its expectation, then read it.
 */
const CASES = join(import.meta.dirname, '../cases/import');

async function runCase(folder: string, store: { where: Parameters<typeof openStore>[0] }): Promise<string> {
  const lines: string[] = [];
  for (const command of readFileSync(join(folder, 'commands.txt'), 'utf8').trim().split('\n')) {
    const words = command.split(' ').map((word) => (existsSync(join(folder, word)) ? join(folder, word) : word));
    const print = (text: string) => lines.push(text.replaceAll(`${folder}/`, ''));
    lines.push(`$ ${command}`);
    const code = await runImport(words, {
      where: store.where,
      at: new Date('2020-07-01T08:00:00Z'),
      by: 'planner',
      print,
      printError: print,
    });
    lines.push(`exit ${code}`, '');
  }
  const opened = await openStore(store.where);
  lines.push('stored', ...(await storedLines(opened)));
  await opened.close();
  return `${lines.join('\n')}\n`;
}

/** Every stored row, a line each. */
async function storedLines({ db }: Store): Promise<string[]> {
  const written = (cells: readonly (string | number | null)[]) => cells.map((cell) => cell ?? '-').join(' ');
  const counties = await db.selectFrom('counties').selectAll().orderBy('code').execute();
  const villages = await db
    .selectFrom('villages')
    .innerJoin('townships', 'townships.code', 'villages.township')
    .selectAll('villages')
    .select('townships.name as town')
    .orderBy('villages.code')
    .execute();
  const parks = await db.selectFrom('parks').selectAll().orderBy('code').execute();
  const projects = await db.selectFrom('projects').selectAll().orderBy('code').execute();
  const targets = await db.selectFrom('targets').selectAll().orderBy('village').orderBy('year').execute();
  const receipts = await db.selectFrom('receipts').selectAll().orderBy('source_file').orderBy('source_row').orderBy('id').execute();
  return [
    ...counties.map((row) => written(['county', row.code, row.name, row.as_of === null ? null : formatMonth(row.as_of)])),
    ...villages.map((row) => written(['village', row.code, row.town, row.name, ...CRITERION_COLUMNS.map((column) => row[column])])),
    ...parks.map((row) => written(['park', row.code, row.county, row.name, row.kind, row.payer])),
    ...projects.map((row) =>
      written([
        'project',
        row.code,
        row.village,
        row.name,
        row.mode,
        row.industry,
        row.park,
        row.funder,
        writtenAmount(row.capital),
        formatMonth(row.start),
        row.rate,
        row.sd,
        row.delay,
        row.failure,
        row.insured,
        row.premium,
        row.late,
        row.stage,
      ]),
    ),
    ...targets.map((row) => written(['target', row.village, row.year, writtenAmount(row.amount)])),
    ...receipts.map((row) =>
      written([
        'receipt',
        row.village,
        row.mode,
        row.industry,
        row.park,
        row.project,
        formatMonth(row.month),
        writtenAmount(row.amount),
        row.reference,
        row.source_file,
        row.source_row,
      ]),
    ),
  ];
}

describe('import cases', () => {
  describeOnBoth('', (newPlace) => {
    test.each(readdirSync(CASES).sort())('%s', async (name) => {
      const folder = join(CASES, name);
      await expect(await runCase(folder, await newPlace())).toMatchFileSnapshot(join(folder, 'expected.txt'));
    });
  });
});
