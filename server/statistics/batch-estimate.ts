import { estimate, type Estimate } from './estimate.js';

/**
 * A number that is no plain mean of trials, such as the least of many means, with its standard error by the delete-a-group
 * jackknife: √((B − 1)/B · Σ (xᵦ − x̄)²), xᵦ being the number without batch b (Shao and Tu 1995, "The Jackknife and Bootstrap", 2.3).
 * @param whole the number from all trials
 * @param without the same number without each of the batches, at least two
 */
export function batchEstimate(whole: number, without: readonly number[], least?: number, most?: number): Estimate {
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return estimate(whole, Math.sqrt(((without.length - 1) / without.length) * squares), least, most);
}
