import { expect, test } from 'vitest';
import { uniformAt } from '../../server/base/random.js';
import { clusteredShare } from '../../server/statistics/interval-of-clustered-share.js';

test('one group is one event, however many villages it has: nearly nothing is known', () => {
  const { share, low, high } = clusteredShare([{ hits: 130, count: 130 }]);
  // Clopper and Pearson for 1 of 1: 0.025 to 1.
  expect(share).toBe(1);
  expect(low).toBeCloseTo(0.025, 12);
  expect(high).toBe(1);
});

test('groups of one with outcomes that differ: Clopper and Pearson for 8 of 10, but for Student’s few-group factor', () => {
  const groups = Array.from({ length: 10 }, (_, index) => ({ hits: index < 8 ? 1 : 0, count: 1 }));
  // Variance 10/9·Σ(hits − 0.8)²/100 = 0.16/9, so 9 independent things; binom.test(7.2, 9) by its beta quantiles.
  const { share, low, high } = clusteredShare(groups);
  expect(share).toBeCloseTo(0.8, 14);
  expect(low).toBeGreaterThan(0.38);
  expect(low).toBeLessThan(0.45);
  expect(high).toBeGreaterThan(0.97);
  expect(high).toBeLessThan(0.99);
});

test('villages that miss together widen the interval, independent ones narrow it', () => {
  const together = Array.from({ length: 20 }, (_, index) => ({ hits: index % 2 ? 30 : 0, count: 30 }));
  const apart = Array.from({ length: 20 }, (_, index) => ({ hits: 15 + (index % 3) - 1, count: 30 }));
  const width = (groups: typeof together) => clusteredShare(groups).high - clusteredShare(groups).low;
  expect(width(together)).toBeGreaterThan(0.4);
  expect(width(apart)).toBeLessThan(0.1);
});

test('nothing lies outside 0 and 1', () => {
  expect(
    clusteredShare([
      { hits: 0, count: 4 },
      { hits: 0, count: 9 },
    ]),
  ).toMatchObject({ share: 0, low: 0 });
  expect(
    clusteredShare([
      { hits: 4, count: 4 },
      { hits: 9, count: 9 },
    ]),
  ).toMatchObject({ share: 1, high: 1 });
});

test('in 95% of repeated studies with groups that move together it holds the truth', () => {
  const seed = 20;
  const studies = 400;
  const held = Array.from({ length: studies }, (_, study) => {
    const groups = Array.from({ length: 25 }, (_, group) => {
      const entity = `${study}|${group}`;
      // A group's own chance is uniform on (0.6, 1): the truth is 0.8, and its 20 members share the group's luck.
      const chance = 0.6 + 0.4 * uniformAt(seed, { kind: 100, entity, year: 0 });
      const hits = Array.from({ length: 20 }, (_, member) => uniformAt(seed, { kind: 100, entity, year: 1 }, member) < chance).filter(
        Boolean,
      ).length;
      return { hits, count: 20 };
    });
    const { low, high } = clusteredShare(groups);
    return low <= 0.8 && high >= 0.8;
  }).filter(Boolean).length;
  expect(held / studies, `seed ${seed}`).toBeGreaterThan(0.925);
});
