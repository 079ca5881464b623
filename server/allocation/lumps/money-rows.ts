/**
 * One step of the dynamic program: a row holds, for every number of lumps, the most that some villages can be worth with
 * them; −∞ where they cannot keep to the rules.
 */

/** A row before any village: worth nothing, whatever there is to spend. */
export const nothingAtMost = (most: number): Float64Array => new Float64Array(most + 1);

/** A row before any village where exactly so many lumps are to be spent: only none can be. */
export const nothingExactly = (most: number): Float64Array => {
  const row = new Float64Array(most + 1).fill(Number.NEGATIVE_INFINITY);
  row[0] = 0;
  return row;
};

/**
 * Adds one more village (or several that have a row of their own) to a row. Of lumps that are worth the same, the fewest are
 * taken.
 * @param worth by its own lumps
 * @param row the row before; at most its length is spent
 * @param choice filled with its own lumps for every number of lumps in all
 */
export function rowWithVillage(worth: Float64Array, row: Float64Array, choice?: Uint16Array | Uint32Array): Float64Array {
  const next = new Float64Array(row.length).fill(Number.NEGATIVE_INFINITY);
  choice?.fill(0);
  for (let own = 0; own < worth.length && own < row.length; own++) {
    const gain = worth[own]!;
    if (gain === Number.NEGATIVE_INFINITY) continue;
    for (let lumps = own; lumps < next.length; lumps++) {
      const sum = row[lumps - own]! + gain;
      if (sum > next[lumps]!) {
        next[lumps] = sum;
        if (choice) choice[lumps] = own;
      }
    }
  }
  return next;
}
