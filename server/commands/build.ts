/**
 * Builds what runs from source files: the projection's kernel (dist/kernel.wasm) and the notebook (dist/web), each unless what
 * is there was built from the very same files. Run by Node alone, so that `npm start` costs next to nothing once built.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Build {
  readonly name: string;
  /** Files and folders that the result depends on. */
  readonly inputs: readonly string[];
  readonly command: readonly [string, ...string[]];
  /** A file that is there when it has been built. */
  readonly output: string;
}

const KERNEL = 'server/projection/kernel/assembly';
const BUILDS: readonly Build[] = [
  {
    name: 'kernel',
    inputs: [KERNEL, 'package-lock.json'],
    command: [
      'asc',
      `${KERNEL}/kernel.ts`,
      '-o',
      'dist/kernel.wasm',
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--importMemory',
      '--initialMemory',
      '1',
    ],
    output: 'dist/kernel.wasm',
  },
  {
    name: 'web',
    inputs: ['web', 'server/base', 'server/scenario', 'vite.config.ts', 'svelte.config.js', 'package-lock.json', 'scenarios/napo'],
    command: ['vite', 'build', '--logLevel', 'warn'],
    output: 'dist/web/index.html',
  },
];

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function sourceHash({ inputs, command }: Build): string {
  const hash = createHash('sha256').update(command.join('\0'));
  for (const file of inputs.flatMap(filesOf).sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

mkdirSync('dist', { recursive: true });
for (const build of BUILDS) {
  const stamp = join('dist', `.built-${build.name}`);
  const wanted = sourceHash(build);
  if (existsSync(build.output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue;
  const [command, ...words] = build.command;
  const built = spawnSync(command, words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (built.error) throw built.error;
  if (built.status !== 0) process.exit(built.status ?? 1);
  writeFileSync(stamp, wanted);
}
