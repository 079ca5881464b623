/** Intercept and slope of a log-linear mean. */
export interface LogLine {
  readonly intercept: number;
  readonly slope: number;
}

const MOST_STEPS = 200;
const TOLERANCE = 1e-14;

/**
 * Gamma generalised linear model with log link and one covariate, E[y] = exp(intercept + slope·x), by Newton's method
 * with step halving (McCullagh & Nelder 1989, ch. 8). The negative log-likelihood Σ y·exp(−η) + η is convex, so the
 * solution does not depend on the start.
 *
 * @param y observations ≥ 0, not all zero
 * @param x one covariate value per observation; where all are equal the slope is zero
 */
export function gammaRegression(y: readonly number[], x: readonly number[]): LogLine {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  let intercept = Math.log(mean);
  let slope = 0;
  const loss = (a: number, b: number) => y.reduce((sum, value, i) => sum + value * Math.exp(-a - b * x[i]!) + a + b * x[i]!, 0);
  let current = loss(intercept, slope);
  for (let step = 0; step < MOST_STEPS; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (let i = 0; i < y.length; i++) {
      const ratio = y[i]! * Math.exp(-intercept - slope * x[i]!);
      g0 += 1 - ratio;
      g1 += (1 - ratio) * x[i]!;
      h00 += ratio;
      h01 += ratio * x[i]!;
      h11 += ratio * x[i]! * x[i]!;
    }
    const determinant = h00 * h11 - h01 * h01;
    if (!(determinant > 1e-12 * h00 * h11)) return { intercept: Math.log(mean), slope: 0 };
    const towards0 = -(h11 * g0 - h01 * g1) / determinant;
    const towards1 = -(h00 * g1 - h01 * g0) / determinant;
    let length = 1;
    let next = loss(intercept + towards0, slope + towards1);
    while (!(next <= current + 1e-12 * Math.abs(current)) && length > 1e-8) {
      length /= 2;
      next = loss(intercept + length * towards0, slope + length * towards1);
    }
    intercept += length * towards0;
    slope += length * towards1;
    current = next;
    if (Math.abs(length * towards0) + Math.abs(length * towards1) < TOLERANCE * (1 + Math.abs(intercept) + Math.abs(slope))) break;
  }
  return { intercept, slope };
}
