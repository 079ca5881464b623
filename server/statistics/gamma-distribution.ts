import { gammaln } from 'simple-statistics';

const MOST_TERMS = 20_000;
const TOLERANCE = 1e-15;
/** Keeps the continued fraction from dividing by zero (Lentz 1976). */
const TINY = 1e-300;
const HALVINGS = 200;

/**
 * Distribution function of the gamma distribution of scale 1, the regularised lower incomplete gamma function P(shape, x): its
 * series below shape + 1, its continued fraction above (Abramowitz & Stegun 6.5.29 and 6.5.31; Press et al. 2007, 6.2).
 * @param shape above 0
 */
export function gammaDistribution(x: number, shape: number): number {
  if (!(x > 0)) return 0;
  const front = Math.exp(shape * Math.log(x) - x - gammaln(shape));
  return x < shape + 1 ? front * series(x, shape) : 1 - front * continuedFraction(x, shape);
}

function series(x: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n <= MOST_TERMS; n++) {
    term *= x / (shape + n);
    sum += term;
    if (term < sum * TOLERANCE) break;
  }
  return sum;
}

function continuedFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= MOST_TERMS; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b || TINY);
    c = b + a / c || TINY;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < TOLERANCE) break;
  }
  return fraction;
}

/** The x with P(shape, x) = probability, by bisection, so that it cannot fail to converge. */
export function gammaQuantile(probability: number, shape: number): number {
  let high = shape + 1;
  while (gammaDistribution(high, shape) < probability) high *= 2;
  let low = 0;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (gammaDistribution(middle, shape) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Quantile of the chi-square distribution: a gamma distribution of shape ν/2, doubled. */
export const chiSquareQuantile = (probability: number, freedom: number): number => 2 * gammaQuantile(probability, freedom / 2);
