/** Few enough that a list of codes stays below the parameter limits of SQLite (32,766) and PostgreSQL (65,535). */
const MOST_PARAMETERS = 10_000;

/** Cuts a list into pieces that fit one statement; `width` parameters are needed for each item. */
export function chunks<Item>(items: readonly Item[], width = 1): Item[][] {
  const size = Math.max(1, Math.floor(MOST_PARAMETERS / width));
  const pieces: Item[][] = [];
  for (let start = 0; start < items.length; start += size) pieces.push(items.slice(start, start + size));
  return pieces;
}

/** Reads rows for any number of codes, a chunk of them at a time. */
export async function readInChunks<Item, Row>(items: readonly Item[], read: (chunk: Item[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chunk of chunks(items)) for (const row of await read(chunk)) rows.push(row);
  return rows;
}
