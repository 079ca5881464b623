import type { Store } from '../store/store.js';
import { backtestKind } from './backtest-kind.js';
import { comparisonKind } from './comparison-kind.js';
import { decisionKinds } from './decision-kind.js';
import type { JobKind } from './job-kind.js';
import { projectionKind } from './projection-kind.js';

/** Every kind of job that the product runs. */
export const jobKinds = (store: Store): readonly JobKind[] => [
  projectionKind(store),
  comparisonKind(store),
  backtestKind(store),
  ...decisionKinds(store),
];
