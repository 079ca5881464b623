/**
 * Continuous ranked probability score of a forecast given as a sample, mean|X − y| − ½ mean|X − X′|, exact for the sample's
 * own distribution (Gneiting & Raftery 2007, "Strictly Proper Scoring Rules, Prediction, and Estimation", eq. 21; the sum
 * over pairs by ranks as in Jordan, Krüger & Lerch 2019). For a forecast that names one number it is the absolute error, so
 * both may stand side by side. Sorting costs O(n log n), this pass O(n).
 *
 * @param sorted the sample, ascending, at least one number
 * @param observed what happened, in the sample's unit
 * @returns the score in that unit, 0 the best; less is better
 */
export function crpsOfSorted(sorted: Float64Array, observed: number): number {
  const { length } = sorted;
  let distance = 0;
  let spread = 0;
  for (let index = 0; index < length; index++) {
    const deviation = sorted[index]! - observed;
    distance += Math.abs(deviation);
    spread += (2 * index + 1 - length) * deviation;
  }
  return distance / length - spread / length ** 2;
}
