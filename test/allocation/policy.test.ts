import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolvePolicy, type Needs } from '../../server/allocation/policy.js';
import { village } from '../model/county.js';

const villages = [village(1), village(2), village(3, false), village(4)];
const codes = villages.map(({ code }) => code);
const gaps = (values: readonly number[]): Needs => ({ ...never, gaps: () => codes.map((code, v) => ({ village: code, gap: values[v]! })) });
const looked = (): never => {
  throw new Error('the policy looked at needs');
};
const never: Needs = { gaps: looked, optimal: looked };

test('no policy gives nothing, a list gives itself, and neither looks at needs', () => {
  const grants = [{ village: codes[2]!, amount: 5, option: 'A' }];
  expect(resolvePolicy(undefined, villages, never)).toEqual([]);
  expect(resolvePolicy({ kind: 'list', grants }, villages, never)).toEqual(grants);
});

test('flat gives every eligible village the amount; without the condition, every village', () => {
  const flat = { kind: 'flat', amount: 500_000, option: 'A' } as const;
  expect(resolvePolicy({ ...flat, eligibleOnly: true }, villages, never).map((grant) => grant.village)).toEqual([
    codes[0],
    codes[1],
    codes[3],
  ]);
  expect(resolvePolicy({ ...flat, eligibleOnly: false }, villages, never)).toHaveLength(4);
});

test('neediest funds by descending gap, ties by code, until the budget cannot fund another', () => {
  const policy = { kind: 'neediest', budget: 1_200_000, amount: 500_000, option: 'A', eligibleOnly: true } as const;
  expect(resolvePolicy(policy, villages, gaps([7, 9, 99, 9])).map((grant) => grant.village)).toEqual([codes[1], codes[3]]);
  expect(resolvePolicy({ ...policy, budget: 499_999.99 }, villages, gaps([7, 9, 99, 9]))).toEqual([]);
});

test('neediest counts in fen: three times 0.1 fit into 0.3', () => {
  const policy = { kind: 'neediest', budget: 0.3, amount: 0.1, option: 'A', eligibleOnly: false } as const;
  expect(resolvePolicy(policy, villages, gaps([1, 2, 3, 4]))).toHaveLength(3);
});

test('proportional gives budget × gap / Σ gap of the eligible, rounded down to fen, and never spends more', () => {
  const policy = { kind: 'proportional', budget: 1_000, option: 'A', eligibleOnly: true } as const;
  expect(resolvePolicy(policy, villages, gaps([1, 2, 50, 0])).map(({ village: code, amount }) => [code, amount])).toEqual([
    [codes[0], 333.33],
    [codes[1], 666.66],
  ]);
  expect(resolvePolicy(policy, villages, gaps([0, 0, 50, 0]))).toEqual([]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 4 }),
      (budgetFen, values) => {
        const spent = resolvePolicy({ ...policy, budget: budgetFen / 100 }, villages, gaps(values)).reduce(
          (sum, { amount }) => sum + Math.round(amount * 100),
          0,
        );
        expect(spent).toBeLessThanOrEqual(budgetFen);
      },
    ),
  );
});
