import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { StorePlace } from '../../server/store/store.js';
import { describeOnBoth } from '../setup/stores.js';

const ROOT = join(import.meta.dirname, '../..');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the command as a program of its own, as npm does. */
function run(where: StorePlace, ...args: string[]): Promise<Ended> {
  const place = 'databaseUrl' in where ? { DATABASE_URL: where.databaseUrl } : { DATA_DIR: where.dataDirectory, DATABASE_URL: '' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/commands/import.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...place },
  });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
  });
}

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'planner-import-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

const VILLAGES = 'code,name,township\n451026100201,永平村,城厢镇\n';

describeOnBoth('npm run import', (newPlace) => {
  test('writes where the environment says, and ends with 0, 1 or 2', async () => {
    const { where } = await newPlace();
    const folder = await folderOf({ 'villages.csv': VILLAGES });
    expect(await run(where, folder, '--language', 'en')).toEqual({
      code: 0,
      out: [
        'villages.csv: villages, 1 row, UTF-8',
        '',
        'Result:',
        '  villages: 1 new',
        '  那坡县 (451026): as of none',
        '',
        'Imported as batch 1. To take it back: npm run import -- --undo 1\n',
      ].join('\n'),
      error: '',
    });
    expect(await run(where, '--undo', '2', '--language', 'en')).toEqual({
      code: 1,
      out: '',
      error: 'there is no import 2; see all with --batches\n',
    });
    const wrong = await run(where, '--language', 'en');
    expect([wrong.code, wrong.out, wrong.error.split('\n')[0]]).toEqual([2, '', 'no folder or file to import was given']);
  });

  test('opens a new database from several programs at once', async () => {
    const { where } = await newPlace();
    const folder = await folderOf({ 'villages.csv': VILLAGES });
    const ended = await Promise.all([run(where, '--batches'), run(where, folder), run(where, folder)]);
    expect(ended.map(({ code, error }) => [code, error])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ]);
    const { out } = await run(where, '--batches', '--language', 'en');
    expect(out.match(/^batch 1: /gm)).toHaveLength(1);
    expect(out).not.toContain('batch 2');
  });
});

test('a database that cannot be opened is told, not thrown', async () => {
  const { code, error } = await run({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' }, '--batches', '--language', 'en');
  expect([code, error.startsWith('the database cannot be opened: ')]).toEqual([1, true]);
});
