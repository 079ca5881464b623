import { expect, test } from 'vitest';
import { canonicalJson } from '../../server/base/canonical-json.js';

test('equal values are equal texts, whatever the order of their keys and whether nothing is written', () => {
  expect(canonicalJson({ b: [1, null, { d: 'x', c: undefined }], a: null })).toBe('{"b":[1,null,{"d":"x"}]}');
  expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, c: undefined, b: 1 }));
  expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] }));
});
