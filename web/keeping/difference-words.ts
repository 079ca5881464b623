import type { Difference, FieldDifference } from './difference.js';
import type { KeepingWords } from './words.js';

const MOST_FIELDS = 6;
/** Longer values say nothing in a sentence. */
const MOST_CHARACTERS = 24;

/** A difference as a sentence. @param nameOf what a cell without a title is called */
export function sentenceOf(difference: Difference, words: KeepingWords, nameOf: (kind: string) => string): string {
  if (difference.sort === 'title') return words.titleChanged(difference.before, difference.after);
  if (difference.sort === 'county') return words.countyChanged;
  const name = difference.cell.title || nameOf(difference.cell.kind);
  if (difference.sort !== 'changed') return words.cell[difference.sort](name);
  const { fields } = difference;
  const said = fields.slice(0, MOST_FIELDS).map((field) => fieldSentence(field, words));
  const left = fields.length - said.length;
  return words.changed(name, [...said, ...(left > 0 ? [words.more(left)] : [])].join(words.separator));
}

function fieldSentence({ field, before, after }: FieldDifference, words: KeepingWords): string {
  const shown = (value: unknown) =>
    value === undefined || value === null ? words.absent : typeof value === 'string' ? value : JSON.stringify(value);
  const [left, right] = [shown(before), shown(after)];
  return left.length > MOST_CHARACTERS || right.length > MOST_CHARACTERS ? words.textChanged(field) : words.values(field, left, right);
}
