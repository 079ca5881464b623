import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Data flows one way: what each folder of server/ may import from besides itself. The engine (statistics, model, projection,
 * allocation) stands on nothing but base and scenario; `main` and the commands compose everything.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  scenario: ['base'],
  notebook: ['base', 'scenario'],
  statistics: ['base'],
  model: ['base', 'scenario', 'statistics'],
  projection: ['base', 'scenario', 'statistics', 'model'],
  allocation: ['base', 'scenario', 'statistics', 'model', 'projection'],
  threads: ['base', 'scenario', 'statistics', 'model', 'projection', 'allocation'],
  store: ['base'],
  intake: ['base', 'store'],
  access: ['base', 'store'],
  pictures: ['base'],
  briefs: ['base', 'statistics'],
  supervision: ['base', 'scenario', 'statistics', 'model', 'projection', 'allocation', 'store'],
  jobs: ['base', 'scenario', 'statistics', 'model', 'projection', 'allocation', 'store'],
};
const ENGINE = ['statistics', 'model', 'projection', 'allocation'];
const EVERYTHING = [...Object.keys(MAY_IMPORT), 'graphql', 'commands'];

const server = resolve('server');
const files = readdirSync(server, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(server, join(entry.parentPath, entry.name)));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(server, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);

const folderOf = (file: string): string => (file.includes('/') ? file.split('/')[0]! : '');

describe('folders of server/', () => {
  test.each(files)('%s imports only leftward', (file) => {
    const own = folderOf(file);
    const allowed = own === '' ? EVERYTHING : [own, ...(MAY_IMPORT[own] ?? EVERYTHING)];
    const targets = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(server, resolve(server, dirname(file), name)))
      .map(folderOf);
    expect(targets.filter((target) => !allowed.includes(target))).toEqual([]);
  });

  test.each(files.filter((file) => ENGINE.includes(folderOf(file))))(
    '%s knows no database, GraphQL, clock, environment or chance of its own',
    (file) => {
      expect(importsOf(file).filter((name) => !name.startsWith('.') && name !== 'simple-statistics')).toEqual([]);
      const source = readFileSync(join(server, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      expect(source.match(/\bDate\b|\bprocess\b|Math\.random|performance\.|crypto|\bfetch\(|globalThis/g) ?? []).toEqual([]);
    },
  );

  test.each(files.filter((file) => !['main.ts'].includes(file) && folderOf(file) !== 'commands'))(
    '%s does not read the environment',
    (file) => {
      expect(readFileSync(join(server, file), 'utf8')).not.toMatch(/process\.env/);
    },
  );
});

test('the notebook imports nothing of the server but base and scenario', () => {
  const web = resolve('web');
  const sources = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const outside = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/from\s*'(\.[^']+)'/g)]
      .map((match) => relative(resolve('.'), resolve(dirname(file), match[1]!)))
      .filter((target) => target.startsWith('server/') && !/^server\/(base|scenario)\//.test(target))
      .map((target) => `${relative(web, file)}: ${target}`),
  );
  expect(outside).toEqual([]);
});
