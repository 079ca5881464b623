import { readCharacterMap } from './character-map.js';
import { keepGlyphs, keepVariations } from './glyphs.js';
import { readWoff2, writeWoff2 } from './woff2.js';

/** What only matters for vertical or substituted text: a substitute's outline may not have been kept. */
const LEFT_OUT = new Set(['GSUB', 'GPOS', 'GDEF', 'BASE', 'VORG', 'vhea', 'vmtx', 'VVAR', 'DSIG', 'MVAR']);

export interface FontSubset {
  readonly file: Buffer;
  /** The characters asked for that the font has. */
  readonly characters: readonly number[];
}

/** A WOFF2 font (TrueType outlines, variable or not) with the outlines of some characters only. */
export function subsetFont(file: Buffer, characters: ReadonlySet<number>): FontSubset {
  const font = readWoff2(file);
  const data = (tag: string) => font.tables.find((table) => table.tag === tag)?.data;
  const cmap = data('cmap');
  const glyf = data('glyf');
  if (!cmap || !glyf) throw new Error('a font without cmap or TrueType outlines');
  const map = readCharacterMap(cmap);
  const found = [...characters].filter((character) => map.has(character)).sort((a, b) => a - b);
  const kept = new Set([0, ...found.map((character) => map.get(character)!)]);
  const tables = font.tables
    .filter(({ tag }) => !LEFT_OUT.has(tag))
    .map((table) => {
      if (table.tag === 'glyf') return { ...table, data: keepGlyphs(table.data, kept) };
      if (table.tag !== 'gvar') return table;
      const gvar = keepVariations(table.data, kept);
      return { ...table, data: gvar, originalLength: gvar.length };
    });
  return { file: writeWoff2({ ...font, tables }), characters: found };
}
