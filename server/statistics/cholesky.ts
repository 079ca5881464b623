/** A square matrix by rows, order² numbers. */
export type SquareMatrix = Float64Array;

/**
 * Lower Cholesky factor L of a symmetric positive definite matrix, L·Lᵀ = matrix (Golub & Van Loan 2013, 4.2). A pivot
 * that rounding has made negative or zero is taken as zero: that direction does not vary.
 */
export function choleskyFactor(matrix: SquareMatrix, order: number): SquareMatrix {
  const factor = new Float64Array(order * order);
  for (let row = 0; row < order; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * order + column]!;
      for (let k = 0; k < column; k++) sum -= factor[row * order + k]! * factor[column * order + k]!;
      if (row === column) factor[row * order + row] = sum > 0 ? Math.sqrt(sum) : 0;
      else {
        const pivot = factor[column * order + column]!;
        factor[row * order + column] = pivot > 0 ? sum / pivot : 0;
      }
    }
  }
  return factor;
}

/** Inverse of a symmetric positive definite matrix from its lower Cholesky factor. */
export function inverseFromFactor(factor: SquareMatrix, order: number): SquareMatrix {
  const inverse = new Float64Array(order * order);
  const column = new Float64Array(order);
  for (let unit = 0; unit < order; unit++) {
    for (let row = 0; row < order; row++) {
      let sum = row === unit ? 1 : 0;
      for (let k = 0; k < row; k++) sum -= factor[row * order + k]! * column[k]!;
      column[row] = sum / factor[row * order + row]!;
    }
    for (let row = order - 1; row >= 0; row--) {
      let sum = column[row]!;
      for (let k = row + 1; k < order; k++) sum -= factor[k * order + row]! * column[k]!;
      column[row] = sum / factor[row * order + row]!;
    }
    for (let row = 0; row < order; row++) inverse[row * order + unit] = column[row]!;
  }
  return inverse;
}
