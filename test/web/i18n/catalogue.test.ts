import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../web/i18n/en.js';
import { inBoth, type Words } from '../../../web/i18n/words.js';
import { zhCn } from '../../../web/i18n/zh-cn.js';

/** Every message by its path, frame.undo. */
function paths(catalogue: object, prefix = ''): Map<string, unknown> {
  return new Map(
    Object.entries(catalogue).flatMap(([name, value]): [string, unknown][] =>
      typeof value === 'object' ? [...paths(value as object, `${prefix}${name}.`)] : [[`${prefix}${name}`, value]],
    ),
  );
}

/** The text of everything under a folder that may say a message. */
const sourcesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !/^(zh-cn|en|words)\.ts$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

const whole = sourcesIn('web');
const beside = import.meta.glob<Record<string, Words<object>>>('../../../web/**/words.ts', { eager: true });

/** The common words of the page, and the words of each folder that has its own, with what says them. */
const catalogues = [
  { name: 'the page', words: inBoth<object>(zhCn, en), sources: whole },
  ...Object.entries(beside)
    .filter(([path]) => !path.includes('/i18n/'))
    .flatMap(([path, module]) =>
      Object.entries(module).map(([name, words]) => ({ name, words, sources: sourcesIn(path.split('/').slice(3, -1).join('/')) })),
    ),
];

/** Units that English readers meet in Chinese, too. */
const UNITS = ['frame.unitWan'];
/** What the page asks of the words of every kind of cell. */
const OF_EVERY_KIND = ['kind', 'fresh', 'invitation'];

describe.each(catalogues)('the words of $name', ({ words, sources }) => {
  const chinese = paths(words['zh-CN']);
  const english = paths(words.en);

  it('say everything in both languages, with the same things to fill in', () => {
    expect([...english.keys()]).toEqual([...chinese.keys()]);
    for (const [path, message] of chinese) expect([path, typeof english.get(path)]).toEqual([path, typeof message]);
  });

  it('leave no Chinese in English but the names of units', () => {
    const left = [...english].filter(([, message]) => typeof message === 'string' && /[一-鿿]/.test(message)).map(([path]) => path);
    expect(left.filter((path) => !UNITS.includes(path))).toEqual([]);
  });

  it('hold nothing that is never said', () => {
    const isSaid = (name: string) => new RegExp(`[.{,\\s]${name}\\b`).test(sources);
    // A group looked up by a code of the data (modes, policies, marks) is said where its name stands before a bracket.
    const isLookedUp = (path: string) =>
      path
        .split('.')
        .slice(0, -1)
        .some((group) => new RegExp(`\\b${group}\\[`).test(sources));
    const unused = [...chinese.keys()].filter(
      (path) => !OF_EVERY_KIND.includes(path) && !isLookedUp(path) && !isSaid(path.split('.').at(-1)!),
    );
    expect(unused).toEqual([]);
  });
});
