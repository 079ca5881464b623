/**
 * The Gini coefficient of some amounts, none of them negative: 0 where all are equal, (n − 1)/n where one has everything, 0 where
 * nobody has anything (half the relative mean absolute difference; Sen 1973, "On Economic Inequality").
 */
export function gini(amounts: ArrayLike<number>): number {
  const ascending = Float64Array.from(amounts).sort();
  let sum = 0;
  let ranked = 0;
  ascending.forEach((amount, index) => {
    sum += amount;
    ranked += (index + 1) * amount;
  });
  const count = ascending.length;
  return sum > 0 ? (2 * ranked) / (count * sum) - (count + 1) / count : 0;
}
