import type { Voice } from '../i18n/voice.js';
import type { Difference, FieldDifference } from './difference.js';
import type { KeepingWords } from './words.js';

const MOST_FIELDS = 6;
/** Longer values say nothing in a sentence. */
const MOST_CHARACTERS = 24;

/** How the value of a field is written, by the field's name. */
const MONEY = new Set(['budget', 'amount', 'lump', 'min', 'max', 'default']);
const SHARES = new Set(['rate', 'weight', 'sd', 'failure', 'insured', 'premium', 'late', 'share', 'return', 'ratio']);

/** What cells are called. */
export interface CellNames {
  /** A cell without a title, by its kind. */
  ofKind(kind: string): string;
  /** A cell that a field names; undefined: it names none. */
  ofCell(id: string): string | undefined;
}

/** A difference as a sentence. */
export function sentenceOf(difference: Difference, voice: Voice<KeepingWords>, names: CellNames): string {
  const { words } = voice;
  if (difference.sort === 'title') return words.titleChanged(difference.before, difference.after);
  if (difference.sort === 'county') return words.countyChanged;
  const name = difference.cell.title || names.ofKind(difference.cell.kind);
  if (difference.sort !== 'changed') return words.cell[difference.sort](name);
  const { fields } = difference;
  const said = fields.slice(0, MOST_FIELDS).map((field) => fieldSentence(field, voice, names));
  const left = fields.length - said.length;
  return words.changed(name, [...said, ...(left > 0 ? [words.more(left)] : [])].join(words.separator));
}

function fieldSentence({ field, before, after }: FieldDifference, voice: Voice<KeepingWords>, names: CellNames): string {
  const { words } = voice;
  const path = field.replace(/\[([^\]]*)\]/g, '.$1').split('.');
  const [owner = '', last = ''] = path.slice(-2);
  if (owner === 'policy' && last in words.policies) {
    const policy = words.policies[last as keyof typeof words.policies];
    return after === undefined ? words.policyEnds(policy) : words.policyBegins(policy);
  }
  const label = labelOf(field, voice);
  if (isGroup(after)) return words.entryAdded(label);
  if (isGroup(before)) return words.entryRemoved(label);
  const [left, right] = [shown(before, last, voice, names), shown(after, last, voice, names)];
  return left.length > MOST_CHARACTERS || right.length > MOST_CHARACTERS ? words.textChanged(label) : words.values(label, left, right);
}

/** scenario.growth[INDUSTRY].rate is the planned growth of industry; a field without a name of its own keeps the one in files. */
function labelOf(field: string, { words, common }: Voice<KeepingWords>): string {
  const about = /\[([^\]]*)\]/.exec(field)?.[1];
  const list = /([^.[]*)\[/.exec(field)?.[1];
  const name = field.endsWith(']') ? (list ?? field) : (field.split('.').at(-1) ?? field);
  const fields: Readonly<Record<string, string>> = words.fields;
  const label = fields[`${list}.${name}`] ?? fields[name] ?? field;
  if (about === undefined) return label;
  const [mode = '', ...rest] = about.split(' ');
  const modes: Readonly<Record<string, string>> = common.modes;
  return [modes[mode] ?? mode, ...rest, label].join(' ');
}

/** An entry of a list, or a group of fields, that is new or gone as a whole. */
const isGroup = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as people write it. */
function shown(value: unknown, name: string, { words, format }: Voice<KeepingWords>, names: CellNames): string {
  if (value === undefined || value === null) return words.absent;
  if (typeof value === 'number') {
    if (MONEY.has(name)) return format.money(value);
    return SHARES.has(name) ? format.percent(value) : String(value);
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return names.ofCell(value) ?? value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.map((one) => names.ofCell(one) ?? one).join('、');
  return JSON.stringify(value);
}
