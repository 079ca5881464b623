import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFontFaces, unicodeRange } from '../../../web/fonts/font-faces.js';
import { subsetFont } from '../../../web/fonts/subset-font.js';
import { readWoff2, writeWoff2 } from '../../../web/fonts/woff2.js';

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'));
const faces = readFontFaces(readFileSync(join(folder, 'index.css'), 'utf8'));
const characters = new Set([...'那坡县村集体收入'].map((character) => character.codePointAt(0)!));
const face = faces.find((one) => one.characters.has('那'.codePointAt(0)!))!;
const file = readFileSync(join(folder, 'files', face.file));

describe('the font', () => {
  it('is read and written back table by table', () => {
    const font = readWoff2(file);
    expect(font.tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'loca', 'gvar', 'fvar', 'hmtx']));
    expect(readWoff2(writeWoff2(font))).toEqual(font);
  });

  it('loses the outlines of the characters that are not asked for', () => {
    const subset = subsetFont(file, characters);
    expect(subset.characters).toEqual([...characters].filter((character) => face.characters.has(character)).sort((a, b) => a - b));
    expect(subset.file.length).toBeLessThan(file.length / 10);
  });

  it('lists ranges as style sheets write them', () => {
    expect(unicodeRange([0x62, 0x61, 0x63, 0x4e00])).toBe('U+61-63,U+4E00');
    expect(faces.length).toBeGreaterThan(90);
  });
});
