import { describe, expect, it } from 'vitest';
import { canonical, hashOf, hashText } from '../../../web/notebook/canonical.js';

describe('canonical', () => {
  it('writes equal meaning as equal text', () => {
    expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x"}]}');
    expect(canonical({ x: 1, y: 2 })).toBe(canonical({ y: 2, x: 1 }));
  });

  it('keeps what differs apart', () => {
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
    expect(canonical({ a: '1' })).not.toBe(canonical({ a: 1 }));
  });
});

describe('hashOf', () => {
  it('is the cyrb53 of its author, and the same for the same inputs', () => {
    expect(Number.parseInt(hashText('a'), 16)).toBe(7929297801672961);
    expect(hashOf({ rate: 0.187, mode: 'INDUSTRY' })).toBe(hashOf({ mode: 'INDUSTRY', rate: 0.187, weight: null }));
    expect(hashOf({ rate: 0.187 })).not.toBe(hashOf({ rate: 0.188 }));
  });
});
