import { Problem } from '../../base/errors/problem.js';
import { Problems } from '../../base/errors/problems.js';
import { suggestions } from '../../base/suggestion.js';
import type { Comparable } from '../comparison-checks.js';
import { fitAssumptions } from './fit-assumptions.js';
import { growthAssumptions } from './growth-assumptions.js';
import { moneyAssumptions } from './money-assumptions.js';
import { optionAssumptions } from './option-assumptions.js';
import { parkAssumptions } from './park-assumptions.js';
import { priorAssumptions } from './prior-assumptions.js';
import { projectAssumptions } from './project-assumptions.js';
import { readValue, shownValue } from './shown-value.js';
import type { VariedAssumption } from './varied-assumption.js';

/** Everything that a scenario's result rests on and that could be otherwise. */
export const variedAssumptions = (base: Comparable): VariedAssumption[] => [
  ...growthAssumptions(base),
  ...fitAssumptions(base),
  ...moneyAssumptions(base),
  ...optionAssumptions(base),
  ...projectAssumptions(base),
  ...parkAssumptions(base),
  ...priorAssumptions(base),
];

/** Another range for an assumption, as people write its values; see `shownValue`. */
export interface AskedRange {
  readonly assumption: string;
  readonly low: number;
  readonly high: number;
}

/** An assumption by name. @throws Problem UNKNOWN_ASSUMPTION with the nearest names */
export function assumptionNamed(assumptions: readonly VariedAssumption[], name: string, path: readonly string[]): VariedAssumption {
  const found = assumptions.find((assumption) => assumption.name === name);
  if (found) return found;
  const names = assumptions.map((assumption) => assumption.name);
  throw new Problem('UNKNOWN_ASSUMPTION', { value: name, suggestions: suggestions(name, names) }, path);
}

/**
 * A value as people write it, read for an assumption.
 * @param least no less than this, where another bound binds more than the assumption's own
 * @throws Problem OUT_OF_RANGE, NOT_AN_INTEGER
 */
export function valueFor(
  assumption: VariedAssumption,
  shown: number,
  { path, least = assumption.least }: { readonly path: readonly string[]; readonly least?: number },
): number {
  const value = readValue(assumption, shown);
  if (assumption.whole && Number.isFinite(value) && !Number.isInteger(value)) {
    throw new Problem('NOT_AN_INTEGER', { field: assumption.name, value: shown }, path);
  }
  if (value >= least && value <= assumption.most) return value;
  const [from, to] = [least, assumption.most].map((bound) => shownValue(assumption, bound));
  throw new Problem('OUT_OF_RANGE', { field: assumption.name, value: shown, least: from, most: to }, path);
}

/**
 * The assumptions with the ranges that were asked for in place of the sensible ones.
 * @throws Problems everything wrong with the ranges: UNKNOWN_ASSUMPTION, OUT_OF_RANGE, DUPLICATE_CODE
 */
export function withRanges(assumptions: readonly VariedAssumption[], asked: readonly AskedRange[]): VariedAssumption[] {
  const problems: Problem[] = [];
  const wanted = new Map<VariedAssumption, VariedAssumption>();
  asked.forEach(({ assumption: name, ...range }, index) => {
    const at = (field: string) => ['ranges', String(index), field];
    try {
      const assumption = assumptionNamed(assumptions, name, at('assumption'));
      if (wanted.has(assumption)) throw new Problem('DUPLICATE_CODE', { field: 'ranges', value: name }, at('assumption'));
      const low = valueFor(assumption, range.low, { path: at('low') });
      const high = valueFor(assumption, range.high, { path: at('high'), least: low });
      wanted.set(assumption, { ...assumption, low, high, basis: ASKED });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error);
    }
  });
  if (problems.length) throw new Problems(problems);
  return assumptions.map((assumption) => wanted.get(assumption) ?? assumption);
}

const ASKED = { zh: '按所给的范围', en: 'range as given' };
