import type { Format } from '../i18n/format.js';
import type { FieldValue, Named, NamedEntry, RegisterField, StoredDocument } from './operations.js';

/** A field's value as people read it; empty where there is none. */
export function entryText(field: RegisterField, value: FieldValue | undefined, format: Format): string {
  if (value === null || value === undefined) return '';
  switch (field.kind) {
    case 'amount':
      return format.money(Number(value));
    case 'share':
      return format.percent(Number(value));
    case 'whole':
      return format.count(Number(value));
    case 'flag':
      return value ? '✓' : '✗';
    case 'choice':
      return field.choices.find(({ code }) => code === value)?.label ?? String(value);
    case 'village':
    case 'township':
    case 'park':
      return (value as Named).name;
    case 'entry':
      return titleText((value as NamedEntry).title);
    case 'documents':
      return (value as readonly StoredDocument[]).map(({ name }) => name).join('、');
    default:
      return String(value);
  }
}

/** What names an entry: text, or the place that it is about. */
export function titleText(title: unknown): string {
  if (title === null || title === undefined) return '–';
  return typeof title === 'object' && 'name' in title ? String(title.name) : String(title);
}

/** Numbers stand on the right. */
export const isNumber = ({ kind }: RegisterField): boolean => ['amount', 'share', 'whole'].includes(kind);

/** Long texts and documents have no column of their own in a list. */
export const inList = ({ kind }: RegisterField): boolean => kind !== 'longText' && kind !== 'documents';
