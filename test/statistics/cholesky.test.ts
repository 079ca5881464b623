import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choleskyFactor, inverseFromFactor } from '../../server/statistics/cholesky.js';

test('factor of a textbook matrix', () => {
  expect([...choleskyFactor(Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98), 3)]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
});

test('matrix times inverse is the identity', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.infiniteStream(fc.double({ min: -2, max: 2, noNaN: true })), (order, stream) => {
      const root = Float64Array.from({ length: order * order }, () => stream.next().value as number);
      const matrix = new Float64Array(order * order);
      for (let i = 0; i < order; i++)
        for (let j = 0; j < order; j++) {
          matrix[i * order + j] = i === j ? 1 : 0;
          for (let k = 0; k < order; k++) matrix[i * order + j]! += root[i * order + k]! * root[j * order + k]!;
        }
      const inverse = inverseFromFactor(choleskyFactor(matrix, order), order);
      for (let i = 0; i < order; i++)
        for (let j = 0; j < order; j++) {
          let product = 0;
          for (let k = 0; k < order; k++) product += matrix[i * order + k]! * inverse[k * order + j]!;
          expect(product).toBeCloseTo(i === j ? 1 : 0, 8);
        }
    }),
  );
});
