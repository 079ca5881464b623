/** Something that can be chosen from the palette. */
export interface PaletteItem {
  readonly key: string;
  readonly sort: 'command' | 'cell' | 'village';
  readonly text: string;
  /** Stands behind the text: a key, a kind, a township. Searched, too. */
  readonly hint: string;
  run(): void;
}

/** As many as can be looked through. */
const MOST = 60;

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** How well a text answers what is searched: 0 as a whole or from its beginning, 1 within, 2 only in the hint; undefined not at all. */
function rankOf({ text, hint }: PaletteItem, wanted: readonly string[]): number | undefined {
  const said = plain(text);
  const all = `${said} ${plain(hint)}`;
  if (!wanted.every((word) => all.includes(word))) return undefined;
  return wanted.every((word) => said.startsWith(word)) ? 0 : wanted.every((word) => said.includes(word)) ? 1 : 2;
}

/**
 * What answers a search, the best first, in their order where they are as good. Nothing searched: everything but the
 * villages, of which there are too many.
 */
export function found(items: readonly PaletteItem[], search: string): readonly PaletteItem[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return items.filter(({ sort }) => sort !== 'village').slice(0, MOST);
  return items
    .flatMap((item) => {
      const rank = rankOf(item, wanted);
      return rank === undefined ? [] : [{ item, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ item }) => item);
}
