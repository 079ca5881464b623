import type { Language } from '../../base/errors/problem.js';
import { toYuan } from '../../base/money.js';
import type { EntryChangeRow } from '../../store/entries.js';
import type { Field, Value } from '../../supervision/register/field.js';
import type { Register, Values } from '../../supervision/register/register.js';
import type { EntryChange } from '../types/register.js';

/** A change as people read it: the fields that differ, each as text. */
export function presentChange(
  row: EntryChangeRow,
  register: Register | undefined,
  { language, nameOf }: { readonly language: Language; readonly nameOf: (code: string) => string | undefined },
): EntryChange {
  const before = row.before === null ? {} : (JSON.parse(row.before) as Values);
  const after = row.after === null ? {} : (JSON.parse(row.after) as Values);
  const fields = Object.entries(register?.fields ?? {})
    .map(([name, field]) => ({
      field: name,
      label: field.label[language],
      before: textOf(field, before[name], language, nameOf),
      after: textOf(field, after[name], language, nameOf),
    }))
    .filter((change) => change.before !== change.after);
  return {
    number: row.number,
    entry: row.entry,
    register: row.register,
    action: row.before === null ? 'CREATED' : row.after === null ? 'REMOVED' : 'CHANGED',
    at: new Date(row.changed_at),
    by: row.changed_by,
    reason: row.reason,
    fields,
  };
}

function textOf(field: Field, value: Value | undefined, language: Language, nameOf: (code: string) => string | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (field.kind === 'amount') return String(toYuan(Number(value)));
  if (field.kind === 'choice') return field.choices[String(value)]?.[language] ?? String(value);
  if (field.kind === 'flag') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length ? value.join(', ') : null;
  return nameOf(String(value)) ?? String(value);
}
