import type { Problem } from '../../base/errors/problem.js';
import type { Field, Value, ValueOf } from './field.js';
import type { Words } from '../../base/words.js';

/** The parts of the "1357" method that registers are grouped by: the three parks and the seven safeguards. */
export const REGISTER_GROUPS = {
  PARKS: { zh: '三园', en: 'Three parks' },
  ORGANISATION: { zh: '组织合力保障', en: 'Organisation' },
  FUNDING: { zh: '资金投入保障', en: 'Funding' },
  RECEIPTS: { zh: '收入到账保障', en: 'Receipts' },
  DEMONSTRATION: { zh: '示范引领保障', en: 'Demonstration' },
  RISK: { zh: '风险防控保障', en: 'Risk control' },
  PEOPLE: { zh: '人才资源保障', en: 'People' },
  PUBLICITY: { zh: '宣传激励保障', en: 'Publicity' },
} as const satisfies Record<string, Words>;
export type RegisterGroup = keyof typeof REGISTER_GROUPS;

export type Fields = Readonly<Record<string, Field>>;

/** What an entry of a register holds. */
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

/** Values of any register, by field. */
export type Values = Readonly<Record<string, Value>>;

/**
 * A register: a list that a county keeps of one kind of thing, such as trainings held or contracts checked. Store, API, page,
 * import and export are made from this definition.
 */
export interface Register<F extends Fields = Fields> {
  /** Of one entry, in the API's words: `training`. Stored with every entry, so it never changes. */
  readonly name: string;
  /** `trainings` */
  readonly plural: string;
  readonly group: RegisterGroup;
  /** Which lines of the source ask for it: O, K, H … */
  readonly source: readonly string[];
  readonly label: Words;
  /** What it is for, in a sentence. */
  readonly purpose: Words;
  readonly fields: F;
  /** The field that says in a word which entry is meant. */
  readonly title: string;
  /** The field that entries are in descending order of, the newest first; without one, by when they were made. */
  readonly order?: string;
  /** The mutation that alone writes entries, where they follow rules of their own. */
  readonly ruledBy?: string;
  /** The field with the month of an entry: once the county has closed it, the entry stays as it is. */
  readonly frozenBy?: string;
  /** What must hold between fields that are each right by themselves; `labels` names them. */
  readonly check?: (values: Values, labels: (field: string) => Words) => readonly Problem[];
}

/** Checks nothing at run time: it lets the fields' types be inferred. */
export const defineRegister = <const F extends Fields>(
  register: Register<F> & { readonly title: keyof F; readonly order?: keyof F; readonly frozenBy?: keyof F },
): Register<F> => register;

/** An entry as it is kept. */
export interface Entry<V = Values> {
  readonly id: string;
  readonly register: string;
  /** Code of the county it belongs to. */
  readonly county: string;
  /** Counts the changes, from 1; a change names the revision it was made upon. */
  readonly revision: number;
  readonly values: V;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Who last changed it, as they called themselves. */
  readonly updatedBy: string | null;
}

export type EntryOf<R> = R extends Register<infer F> ? Entry<ValuesOf<F>> : never;
