import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../web/i18n/en.js';
import { zhCn } from '../../../web/i18n/zh-cn.js';

/** Every message by its path, frame.undo. */
function paths(catalogue: object, prefix = ''): Map<string, unknown> {
  return new Map(
    Object.entries(catalogue).flatMap(([name, value]): [string, unknown][] =>
      typeof value === 'object' ? [...paths(value as object, `${prefix}${name}.`)] : [[`${prefix}${name}`, value]],
    ),
  );
}

const sources = readdirSync('web', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !/^(zh-cn|en)\.ts$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

describe('the catalogue', () => {
  const chinese = paths(zhCn);
  const english = paths(en);

  it('says everything in both languages, with the same things to fill in', () => {
    expect([...english.keys()]).toEqual([...chinese.keys()]);
    for (const [path, message] of chinese) expect([path, typeof english.get(path)]).toEqual([path, typeof message]);
  });

  it('leaves no Chinese in English but the names of units', () => {
    const left = [...english].filter(([, message]) => typeof message === 'string' && /[一-鿿]/.test(message)).map(([path]) => path);
    expect(left).toEqual(['frame.unitWan']);
  });

  it('holds nothing that no page says', () => {
    const text = sources.join('\n');
    // Groups whose names are codes of the data (kinds, policies, modes) or of a computed field are looked up by them.
    const computed =
      /^(modes|cell\.kinds|parameters\.policies|workspace\.groups)\.|^villages\.(sure|open|unlikely|nothing)$|^parameters\.(rate|failure|insured|premium|late)$/;
    const unused = [...chinese.keys()].filter(
      (path) => !computed.test(path) && !new RegExp(`[.{,\\s]${path.split('.').at(-1)}\\b`).test(text),
    );
    expect(unused).toEqual([]);
  });
});
