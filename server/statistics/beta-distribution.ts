import { gammaln } from 'simple-statistics';

const MOST_TERMS = 20_000;
const TOLERANCE = 1e-15;
/** Keeps the continued fraction from dividing by zero (Lentz 1976). */
const TINY = 1e-300;

/**
 * Distribution function of the beta distribution, the regularised incomplete beta function I_x(a, b), by its continued
 * fraction (Abramowitz & Stegun 26.5.8, evaluated by Lentz's method; Press et al. 2007, 6.4).
 * @param x between 0 and 1
 * @param a above 0
 * @param b above 0
 */
export function betaDistribution(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * continuedFraction(x, a, b)) / a : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

function continuedFraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < TOLERANCE) break;
  }
  return fraction;
}

const HALVINGS = 200;

/** The x with I_x(a, b) = probability, by bisection, so that it cannot fail to converge. */
export function betaQuantile(probability: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (betaDistribution(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
