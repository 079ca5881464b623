/**
 * The hot loops of the projection in AssemblyScript, a file for each subject, compiled to WebAssembly with fixed SIMD (the same bits on every
 * processor). Each exported function is the twin of one in ../plain-arithmetic.ts, which says what it means; arrays are
 * addresses in the module's memory, lengths are in elements and multiples of 16.
 */

export { fillUniform, fillNormal } from './random';
export { observedYear, projectedYear, delays, dueYear } from './years';
export { addTotals, addParts } from './parts';
export { addTo, addFen, hitsOfReach, reach, shortfallOfReach, reachYears, markBelow } from './sums';
export { quantiles } from './quantiles';
