import type { Request } from '../../api/client.js';
import type { DataTable } from '../../tables/data-table.js';
import type { Named } from '../operations.js';
import type { DistributionWords } from './words.js';

export interface DistributionRule {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly village: Named | null;
  readonly base: string;
  readonly step: string;
}

export interface DistributionBucket {
  readonly id: string;
  readonly rule: { readonly id: string } | null;
  readonly name: string;
  readonly share: number;
}

export interface Distribution {
  readonly rules: { readonly nodes: readonly DistributionRule[] };
  readonly buckets: { readonly nodes: readonly DistributionBucket[] };
}

/** Every rule of a county with its shares: what the shares are for is the county's to say. */
export const distribution = (county: string): Request<Distribution> => ({
  query: `query Distribution($scope: [ID!]) {
    rules: distributionRules(scope: $scope, first: 1000) { nodes { id name year village { code name } base step } }
    buckets: distributionBuckets(scope: $scope, first: 1000) { nodes { id rule { id } name share } } }`,
  variables: { scope: [county] },
});

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** The shares of a rule, the largest first. */
export const bucketsOf = ({ buckets }: Distribution, rule: string): DistributionBucket[] =>
  buckets.nodes
    .filter((one) => one.rule?.id === rule)
    .toSorted((left, right) => right.share - left.share || byName.compare(left.name, right.name));

/** How far shares are from the whole, below nothing where too much is given out; rounded to what a percentage is written with. */
export const leftOver = (buckets: readonly Pick<DistributionBucket, 'share'>[]): number =>
  Math.round((1 - buckets.reduce((sum, { share }) => sum + share, 0)) * 1e6) / 1e6;

/**
 * What each share comes to in whole fen. What rounding leaves goes to the largest remainders, so that shares of the whole sum
 * up to the amount and none is off by more than a fen.
 */
export function distribute(yuan: number, buckets: readonly Pick<DistributionBucket, 'share'>[]): number[] {
  const exact = buckets.map(({ share }) => Math.round(yuan * 100) * share);
  // A product of binary fractions may fall short of a whole fen by its last digits.
  const whole = exact.map((fen) => Math.floor(fen + 1e-6));
  const missing = Math.round(exact.reduce((sum, fen) => sum + fen, 0)) - whole.reduce((sum, fen) => sum + fen, 0);
  const order = exact.map((fen, index) => ({ index, rest: fen - whole[index]! })).toSorted((left, right) => right.rest - left.rest);
  const raised = new Set(order.slice(0, missing).map(({ index }) => index));
  return whole.map((fen, index) => (fen + (raised.has(index) ? 1 : 0)) / 100);
}

export const distributionTable = (
  rule: DistributionRule,
  buckets: readonly DistributionBucket[],
  yuan: number,
  words: DistributionWords,
): DataTable => {
  const amounts = distribute(yuan, buckets);
  return {
    name: 'distribution',
    title: words.title(rule.name, rule.year),
    columns: [
      { title: words.purpose, format: 'text', strong: true },
      { title: words.share, format: 'share', digits: 1 },
      { title: words.amount, format: 'number', unit: words.yuan, digits: 2 },
    ],
    rows: buckets.map(({ name, share }, index) => [name, share, amounts[index]!]),
    source: words.source,
  };
};
