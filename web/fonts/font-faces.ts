/** A slice of a font as its style sheet lists it. */
export interface FontFace {
  readonly file: string;
  readonly characters: ReadonlySet<number>;
}

/** Reads the @font-face rules of a Fontsource style sheet. */
export function readFontFaces(css: string): FontFace[] {
  return [...css.matchAll(/url\(\.\/files\/([^)]+)\)[^}]*?unicode-range:\s*([^;}]+)/g)].map(([, file, ranges]) => ({
    file: file!,
    characters: new Set(
      ranges!.split(',').flatMap((range) => {
        const [first, last = first] = range.trim().slice(2).split('-');
        const start = Number.parseInt(first!, 16);
        return Array.from({ length: Number.parseInt(last!, 16) - start + 1 }, (_, index) => start + index);
      }),
    ),
  }));
}

/** Writes characters as a unicode-range, neighbours joined. */
export function unicodeRange(characters: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const character of characters.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && character <= last[1] + 1) last[1] = character;
    else ranges.push([character, character]);
  }
  const hexadecimal = (character: number) => character.toString(16).toUpperCase();
  return ranges.map(([first, last]) => `U+${hexadecimal(first)}${last > first ? `-${hexadecimal(last)}` : ''}`).join(',');
}
