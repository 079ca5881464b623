import { betaQuantile } from './beta-distribution.js';
import { studentQuantile } from './student-quantile.js';

/** Things of one group that may have happened together: how many of how many did. */
export interface ClusterCount {
  readonly hits: number;
  readonly count: number;
}

/** A share with the 95% interval of what it may really be. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const UPPER = 0.975;

/**
 * A share among things that come in groups, and its 95% interval where each group counts as one event. Villages of one
 * county and year share its shocks: 130 forecasts that miss together are one surprise, not 130.
 *
 * The interval is Korn & Graubard's (1998, Survey Methodology 24, 193–201), the usual one for proportions of clustered
 * surveys: the spread between groups (the linearised variance of the ratio Σhits/Σcount) gives the number of independent
 * things that would be as uncertain, reduced by Student's t for few groups and never more than there are; for that number
 * Clopper and Pearson's exact interval is taken. So it stays within 0 and 1 and has a width even where every share is 1.
 * Where groups do not differ at all, or there is only one, the groups themselves are the number of independent things.
 *
 * @param clusters at least one, each with a count above 0
 */
export function clusteredShare(clusters: readonly ClusterCount[]): ShareInterval {
  const count = clusters.reduce((sum, cluster) => sum + cluster.count, 0);
  const share = clusters.reduce((sum, { hits }) => sum + hits, 0) / count;
  const independent = independentCount(clusters, share, count);
  const hits = share * independent;
  const misses = independent - hits;
  return {
    share,
    low: hits > 0 ? betaQuantile(1 - UPPER, hits, misses + 1) : 0,
    high: misses > 0 ? betaQuantile(UPPER, hits + 1, misses) : 1,
  };
}

function independentCount(clusters: readonly ClusterCount[], share: number, count: number): number {
  const groups = clusters.length;
  const squares = clusters.reduce((sum, cluster) => sum + (cluster.hits - share * cluster.count) ** 2, 0);
  const variance = ((groups / (groups - 1)) * squares) / count ** 2;
  if (groups === 1 || !(variance > 1e-12)) return groups;
  const fewGroups = (studentQuantile(UPPER, Math.max(count - 1, 1)) / studentQuantile(UPPER, groups - 1)) ** 2;
  return Math.min(count, ((share * (1 - share)) / variance) * fewGroups);
}
