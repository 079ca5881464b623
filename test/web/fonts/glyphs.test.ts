import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepGlyphs, keepVariations } from '../../../web/fonts/glyphs.js';
import { readWoff2 } from '../../../web/fonts/woff2.js';

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'));

describe.each(['4', 'latin'])('the outlines of slice %s', (slice) => {
  const { tables } = readWoff2(readFileSync(join(folder, 'files', `noto-sans-sc-${slice}-wght-normal.woff2`)));
  const table = (tag: string) => tables.find((one) => one.tag === tag)!.data;
  const count = table('glyf').readUInt16BE(4);
  const all = new Set(Array.from({ length: count }, (_, glyph) => glyph));

  it('are the same bytes when all are kept', () => {
    expect(keepGlyphs(table('glyf'), all).equals(table('glyf'))).toBe(true);
    const variations = keepVariations(table('gvar'), all);
    expect(keepVariations(variations, all).equals(variations)).toBe(true);
  });

  it('keep their numbers when others are emptied', () => {
    const few = keepGlyphs(table('glyf'), new Set([0, 5]));
    expect(few.readUInt16BE(4)).toBe(count);
    expect(keepGlyphs(few, all).equals(few)).toBe(true);
    expect(keepVariations(table('gvar'), new Set()).length).toBeLessThan(table('gvar').length / 10);
  });
});
