import { expect, test } from 'vitest';

test('fails, on purpose: see exit-code.test.ts', () => {
  expect(1).toBe(2);
});
