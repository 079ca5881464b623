/**
 * Quantiles of a sample by linear interpolation between order statistics, R's type 7 (Hyndman & Fan 1996), numpy's
 * default. Selects instead of sorting, so a handful of quantiles costs a few passes.
 *
 * @param sample at least one number; it is reordered
 * @param probabilities ascending, each between 0 and 1
 */
export function quantilesInPlace(sample: Float64Array, probabilities: readonly number[]): number[] {
  let from = 0;
  return probabilities.map((probability) => {
    const position = probability * (sample.length - 1);
    const lower = Math.floor(position);
    select(sample, lower, from);
    from = lower;
    const share = position - lower;
    if (share === 0) return sample[lower]!;
    let next = Number.POSITIVE_INFINITY;
    for (let index = lower + 1; index < sample.length; index++) if (sample[index]! < next) next = sample[index]!;
    return sample[lower]! + share * (next - sample[lower]!);
  });
}

/** Hoare's quickselect between `from` and the end: afterwards nothing before `rank` is larger than it, nothing behind smaller. */
function select(values: Float64Array, rank: number, from: number): void {
  let left = from;
  let right = values.length - 1;
  while (left < right) {
    const pivot = middleOfThree(values[left]!, values[(left + right) >>> 1]!, values[right]!);
    let low = left;
    let high = right;
    while (low <= high) {
      while (values[low]! < pivot) low++;
      while (values[high]! > pivot) high--;
      if (low <= high) {
        const swapped = values[low]!;
        values[low++] = values[high]!;
        values[high--] = swapped;
      }
    }
    if (rank <= high) right = high;
    else if (rank >= low) left = low;
    else return;
  }
}

const middleOfThree = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
