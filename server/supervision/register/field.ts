import type { Words } from '../../base/words.js';

/** What every field has. */
interface AnyField {
  readonly label: Words;
  /** What belongs here, in a sentence, where the label does not say it. */
  readonly note?: Words;
  readonly required: boolean;
}

/** One line of text. */
export interface TextField extends AnyField {
  readonly kind: 'text';
}
/** Several lines of text. */
export interface LongTextField extends AnyField {
  readonly kind: 'longText';
}
/** Money in whole fen; yuan in the API. */
export interface AmountField extends AnyField {
  readonly kind: 'amount';
  /** Corrections may be below zero. */
  readonly signed: boolean;
}
/** A count or a score. */
export interface WholeField extends AnyField {
  readonly kind: 'whole';
  readonly least: number;
  readonly most: number;
}
/** A decimal fraction between 0 and 1. */
export interface ShareField extends AnyField {
  readonly kind: 'share';
}
/** A calendar day, the text 2020-05-31. */
export interface DayField extends AnyField {
  readonly kind: 'day';
}
/** A calendar month, the text 2020-05. */
export interface MonthField extends AnyField {
  readonly kind: 'month';
}
export interface YearField extends AnyField {
  readonly kind: 'year';
}
export interface FlagField extends AnyField {
  readonly kind: 'flag';
}
export interface ChoiceField<Choice extends string = string> extends AnyField {
  readonly kind: 'choice';
  /** Name of the enum in the API. */
  readonly type: string;
  readonly choices: Readonly<Record<Choice, Words>>;
}
/** The code of a village, a township, a park or a project that the county has. */
export interface ReferenceField extends AnyField {
  readonly kind: 'village' | 'township' | 'park' | 'project';
}
/** The id of an entry of another register in the same county. */
export interface EntryField extends AnyField {
  readonly kind: 'entry';
  /** Name of the register. */
  readonly register: string;
}
/** Ids of stored documents: minutes, contracts, photographs. */
export interface DocumentsField extends AnyField {
  readonly kind: 'documents';
}

export type Field =
  | TextField
  | LongTextField
  | AmountField
  | WholeField
  | ShareField
  | DayField
  | MonthField
  | YearField
  | FlagField
  | ChoiceField
  | ReferenceField
  | EntryField
  | DocumentsField;

/** A field as it is stored: money in fen, days, months and codes as text. */
type Filled<F extends Field> =
  F extends ChoiceField<infer Choice>
    ? Choice
    : F extends AmountField | WholeField | ShareField | YearField
      ? number
      : F extends FlagField
        ? boolean
        : F extends DocumentsField
          ? readonly string[]
          : string;

/** The value of a field: null where it may be and is empty. */
export type ValueOf<F extends Field> = F['required'] extends true ? Filled<F> : Filled<F> | null;

/** Any field's value. */
export type Value = string | number | boolean | readonly string[] | null;

const fieldOf =
  <Kind extends Field['kind']>(kind: Kind) =>
  (zh: string, en: string, note?: Words) =>
    ({ kind, label: { zh, en }, required: true, ...(note ? { note } : {}) }) as const;

export const text = fieldOf('text');
export const longText = fieldOf('longText');
export const share = fieldOf('share');
export const day = fieldOf('day');
export const month = fieldOf('month');
export const year = fieldOf('year');
export const flag = fieldOf('flag');
export const village = fieldOf('village');
export const township = fieldOf('township');
export const park = fieldOf('park');
export const project = fieldOf('project');

export const amount = (zh: string, en: string, note?: Words) => ({ ...fieldOf('amount')(zh, en, note), signed: false }) as const;
export const signedAmount = (zh: string, en: string, note?: Words) => ({ ...fieldOf('amount')(zh, en, note), signed: true }) as const;

export const whole = (zh: string, en: string, { least = 0, most }: { least?: number; most: number }, note?: Words) =>
  ({ ...fieldOf('whole')(zh, en, note), least, most }) as const;

export const choice = <Choice extends string>(
  zh: string,
  en: string,
  { type, choices }: { type: string; choices: Readonly<Record<Choice, Words>> },
) => ({ kind: 'choice', label: { zh, en }, required: true, type, choices }) as const;

export const entry = (zh: string, en: string, register: string, note?: Words) => ({ ...fieldOf('entry')(zh, en, note), register }) as const;

/** Evidence; always optional, for paper comes later than the deed. */
export const documents = (zh = '佐证材料', en = 'Evidence') => ({ kind: 'documents', label: { zh, en }, required: false }) as const;

/** The same field, which may be left empty. */
export const optional = <F extends Field>(field: F) =>
  ({ ...field, required: false }) as Omit<F, 'required'> & { readonly required: false };
