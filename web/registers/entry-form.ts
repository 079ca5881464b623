import { parseAmount, toYuan } from '../../server/base/money.js';
import { readNumber } from '../controls/number-text.js';
import type { Entry, FieldValue, Named, NamedEntry, Register, RegisterField, StoredDocument } from './operations.js';

/** What stands in the fields of a form: text as typed, ids as chosen. */
export type FormValues = Readonly<Record<string, string | boolean | readonly StoredDocument[]>>;

/** The form of an entry, or of a new one. Money and shares stand in it as people write them: 元 with two decimals, percent. */
export const formOf = ({ fields }: Register, entry: Entry | undefined): FormValues =>
  Object.fromEntries(fields.map((field) => [field.name, formValue(field, entry?.[field.name] ?? null)]));

function formValue({ kind }: RegisterField, value: FieldValue): string | boolean | readonly StoredDocument[] {
  if (kind === 'flag') return value === true;
  if (kind === 'documents') return (value as readonly StoredDocument[] | null) ?? [];
  if (value === null) return '';
  if (kind === 'share') return String(Number((Number(value) * 100).toFixed(6)));
  if (kind === 'village' || kind === 'township' || kind === 'park') return (value as Named).code;
  if (kind === 'entry') return (value as NamedEntry).id;
  return String(value);
}

/** A field whose text is no number, by name. */
export type FormFaults = ReadonlyMap<string, string>;

/** Reads a form into the fields of the mutation's input; a number that cannot be read is told of its field. */
export function readForm(
  { fields }: Register,
  values: FormValues,
  notANumber: (typed: string) => string,
): { readonly fields: Readonly<Record<string, unknown>>; readonly faults: FormFaults } {
  const faults = new Map<string, string>();
  const read = fields.map((field) => {
    const value = values[field.name] ?? '';
    if (typeof value === 'boolean') return [field.name, value];
    if (typeof value !== 'string') return [field.name, value.map(({ id }) => id)];
    const typed = value.trim();
    if (typed === '') return [field.name, null];
    if (!['amount', 'share', 'whole', 'year'].includes(field.kind)) return [field.name, typed];
    const number = numberOf(field, typed);
    if (number === undefined) faults.set(field.name, notANumber(typed));
    return [field.name, number ?? null];
  });
  return { fields: Object.fromEntries(read) as Readonly<Record<string, unknown>>, faults };
}

/** Money is in yuan, or in ten thousands where that is written behind it; a share is typed in percent. */
function numberOf({ kind }: RegisterField, typed: string): number | undefined {
  if (kind === 'amount') {
    const fen = parseAmount(typed.normalize('NFKC'), 'yuan');
    return fen === undefined ? undefined : toYuan(fen);
  }
  const read = readNumber(typed, { least: -1e13, most: 1e13, whole: false });
  if ('fault' in read) return undefined;
  return kind === 'share' ? Number((read.value / 100).toFixed(8)) : read.value;
}

/** Refusals of the API by the field that they are about; what is about no field is under ''. */
export function faultsOf(userErrors: readonly { readonly field: readonly string[] | null; readonly message: string }[]): FormFaults {
  const faults = new Map<string, string>();
  for (const { field, message } of userErrors) {
    const name = field?.at(-1) === undefined || ['revision', 'county', 'by'].includes(field.at(-1)!) ? '' : (field[1] ?? '');
    faults.set(name, faults.has(name) ? `${faults.get(name)} ${message}` : message);
  }
  return faults;
}
