import { MODE_WORDS, INDUSTRY_WORDS } from '../base/vocabulary.js';
import { OBJECTIVE_WORDS } from './objective-words.js';

/**
 * The form of a written scenario, as data: which fields there are, in the order that a file shows them, and what each
 * holds. A file is held against it before anything is computed.
 */
export type Shape =
  | { readonly kind: 'text' | 'code' | 'number' | 'boolean' | 'month' }
  | {
      readonly kind: 'word';
      readonly words: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly also: readonly string[] }>>;
    }
  | { readonly kind: 'list'; readonly of: Shape }
  | FieldsShape;

export interface FieldsShape {
  readonly kind: 'fields';
  readonly fields: Readonly<Record<string, Shape>>;
  /** Fields that may not be left out. */
  readonly required: readonly string[];
}

const TEXT: Shape = { kind: 'text' };
const CODE: Shape = { kind: 'code' };
const NUMBER: Shape = { kind: 'number' };
const BOOLEAN: Shape = { kind: 'boolean' };
const MONTH: Shape = { kind: 'month' };
const MODE: Shape = { kind: 'word', words: MODE_WORDS };
const INDUSTRY: Shape = { kind: 'word', words: INDUSTRY_WORDS };
const OBJECTIVE: Shape = { kind: 'word', words: OBJECTIVE_WORDS };
const listOf = (of: Shape): Shape => ({ kind: 'list', of });
const fieldsOf = (fields: Readonly<Record<string, Shape>>, ...required: string[]): FieldsShape => ({ kind: 'fields', fields, required });

const OPTION = fieldsOf(
  {
    code: CODE,
    mode: MODE,
    industry: INDUSTRY,
    park: CODE,
    rate: NUMBER,
    sd: NUMBER,
    start: MONTH,
    delay: NUMBER,
    failure: NUMBER,
    insured: NUMBER,
    premium: NUMBER,
    late: NUMBER,
  },
  'code',
  'mode',
);

const POLICY = fieldsOf({
  flat: fieldsOf({ amount: NUMBER, option: CODE, eligibleOnly: BOOLEAN }, 'amount', 'option'),
  list: listOf(fieldsOf({ village: CODE, amount: NUMBER, option: CODE }, 'village', 'amount', 'option')),
  neediest: fieldsOf({ budget: NUMBER, amount: NUMBER, option: CODE, eligibleOnly: BOOLEAN }, 'budget', 'amount', 'option'),
  proportional: fieldsOf({ budget: NUMBER, option: CODE, eligibleOnly: BOOLEAN }, 'budget', 'option'),
  optimal: fieldsOf(
    {
      budget: NUMBER,
      lump: NUMBER,
      min: NUMBER,
      max: NUMBER,
      options: listOf(CODE),
      objective: OBJECTIVE,
      eligibleOnly: BOOLEAN,
      chance: NUMBER,
      villageCount: NUMBER,
      weights: listOf(fieldsOf({ village: CODE, weight: NUMBER }, 'village', 'weight')),
      groups: listOf(fieldsOf({ township: CODE, option: CODE, floor: NUMBER, cap: NUMBER })),
      forcedIn: listOf(CODE),
      forcedOut: listOf(CODE),
    },
    'lump',
    'max',
    'options',
    'objective',
  ),
});

export const SCENARIO_SHAPE = fieldsOf({
  name: TEXT,
  scope: listOf(CODE),
  asOf: MONTH,
  horizon: NUMBER,
  trials: NUMBER,
  seed: NUMBER,
  growth: listOf(fieldsOf({ mode: MODE, rate: NUMBER, weight: NUMBER, year: NUMBER }, 'mode')),
  target: fieldsOf({
    default: NUMBER,
    overrides: listOf(fieldsOf({ village: CODE, year: NUMBER, amount: NUMBER }, 'village', 'amount')),
  }),
  netRatio: listOf(fieldsOf({ mode: MODE, ratio: NUMBER }, 'mode', 'ratio')),
  options: listOf(OPTION),
  policy: POLICY,
  parks: listOf(fieldsOf({ park: CODE, start: MONTH, late: NUMBER }, 'park')),
  assumptions: listOf(fieldsOf({ name: TEXT, value: NUMBER }, 'name', 'value')),
  reinvest: fieldsOf({ share: NUMBER, return: NUMBER }, 'share', 'return'),
});
