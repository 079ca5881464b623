import type { WorkspaceAssumption } from '../api/operations.js';
import { readNumber } from '../controls/number-text.js';

/** The parts of the page, in their order. */
export const ASSUMPTION_GROUPS = ['scenario', 'terms', 'model', 'supervision'] as const;
export type AssumptionGroup = (typeof ASSUMPTION_GROUPS)[number];

const TERM = 'option.';
const SUPERVISION = /^(reporting|bulletin|projects)\./;
const MODEL = /^(prior|scale|share|cessation)/;

export const groupOf = (name: string): AssumptionGroup =>
  name.startsWith(TERM) ? 'terms' : SUPERVISION.test(name) ? 'supervision' : MODEL.test(name) ? 'model' : 'scenario';

/** A value to the last digit that it has. */
export const exactText = (value: number): string => String(value);

/** What typing made of an assumption: the value to set, nothing to do, or why it cannot be taken. */
export type Typed = { readonly set: number } | { readonly same: true } | { readonly fault: 'not-number' | 'out-of-range' | 'not-whole' };

/** Reads what was typed for an assumption; the number that stands there already is nothing to do. */
export function readTyped(text: string, { value, least, most, whole }: WorkspaceAssumption): Typed {
  const read = readNumber(text, { least, most, whole });
  if ('fault' in read) return read;
  return read.value === value ? { same: true } : { set: read.value };
}
