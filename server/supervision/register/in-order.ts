import { Problem } from '../../base/errors/problem.js';
import type { Words } from '../../base/words.js';
import type { Values } from './register.js';

/** A check that one day or month is not before another, where both are given. */
export const inOrder =
  (first: string, second: string) =>
  (values: Values, labels: (field: string) => Words): Problem[] => {
    const [before, after] = [values[first], values[second]];
    if (typeof before !== 'string' || typeof after !== 'string' || before <= after) return [];
    const [own, other] = [labels(second), labels(first)];
    return [
      new Problem(
        'DAYS_REVERSED',
        { labelZh: own.zh, labelEn: own.en, value: after, firstZh: other.zh, firstEn: other.en, first: before },
        [second],
      ),
    ];
  };
