/**
 * Builds the notebook into dist/web, unless what is there was built from the very same files. Run by Node alone, so that
 * `npm start` costs next to nothing once built.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = join('dist', 'web', '.sources');
const INPUTS = ['web', 'server/base', 'vite.config.ts', 'svelte.config.js', 'package-lock.json', 'scenarios/napo/napo-villages-2023.csv'];

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function sourceHash(): string {
  const hash = createHash('sha256');
  const isFile = (path: string) => /\.[a-z]+$/.test(path);
  const files = INPUTS.flatMap((input) => (isFile(input) ? (existsSync(input) ? [input] : []) : filesOf(input)));
  for (const file of files.sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

const wanted = sourceHash();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) {
  const built = spawnSync('vite', ['build', '--logLevel', 'warn'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (built.status !== 0) process.exit(built.status ?? 1);
  writeFileSync(STAMP, sourceHash());
}
