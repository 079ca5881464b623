import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const web = resolve('web');
const files = readdirSync(web, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
  .map((entry) => relative(web, join(entry.parentPath, entry.name)));
const folderOf = (path: string) => path.split('/')[0]!;
const importsOf = (file: string): string[] =>
  [...readFileSync(join(web, file), 'utf8').matchAll(/from\s*'(\.[^']+)'/g)].map(([, name]) =>
    relative(web, resolve(web, dirname(file), name!)),
  );

it('no two folders of web/ import each other', () => {
  const pairs = new Set(files.flatMap((file) => importsOf(file).map((target) => `${folderOf(file)} ${folderOf(target)}`)));
  const mutual = [...pairs].filter((pair) => {
    const [from, to] = pair.split(' ');
    return from !== to && pairs.has(`${to} ${from}`);
  });
  expect(mutual).toEqual([]);
});

it('the notebook itself knows no Svelte', () => {
  const svelte = files.filter((file) => folderOf(file) === 'notebook' && importsOf(file).some((target) => target.includes('.svelte')));
  expect([...svelte, ...files.filter((file) => /^notebook\/.*svelte/.test(file))]).toEqual([]);
});
