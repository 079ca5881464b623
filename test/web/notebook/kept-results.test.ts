import { expect, it } from 'vitest';
import { KeptResults } from '../../../web/notebook/kept-results.js';

it('keeps the results used last', () => {
  const kept = new KeptResults(2);
  kept.set('a', 1);
  kept.set('b', 2);
  kept.get('a');
  kept.set('c', 3);
  expect([kept.has('a'), kept.has('b'), kept.has('c')]).toEqual([true, false, true]);
  expect(kept.get('a')).toBe(1);
});
