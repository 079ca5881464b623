import { expect, it } from 'vitest';
import { KeptResults } from '../../../web/notebook/kept-results.js';

it('keeps the results used last, and those that took long apart', () => {
  const kept = new KeptResults({ quick: 2, slow: 1 });
  kept.set('long', 0, 'slow');
  kept.set('a', 1);
  kept.set('b', 2);
  kept.get('a');
  kept.set('c', 3);
  expect(['long', 'a', 'b', 'c'].map((key) => kept.has(key))).toEqual([true, true, false, true]);
  expect(kept.get('a')).toBe(1);
  kept.set('longer', 4, 'slow');
  expect([kept.has('long'), kept.has('longer')]).toEqual([false, true]);
});
