import { Problem } from '../../base/errors/problem.js';
import { isInScope } from '../../scenario/known-regions.js';
import type { Entry, Register } from '../../supervision/register/register.js';
import type { EntryFilter } from '../inputs/entry-filter.js';

/** What lists are narrowed by: places that entries name, words they contain, the time they are ordered by, choices. */
export function filterEntries(
  register: Register,
  entries: readonly Entry[],
  { scope = [], where, nameOf }: { scope?: readonly string[]; where?: EntryFilter | null; nameOf: (code: string) => string | undefined },
): readonly Entry[] {
  const fields = Object.entries(register.fields);
  const valuesOf = (entry: Entry, ...kinds: readonly string[]) =>
    fields.filter(([, { kind }]) => kinds.includes(kind)).map(([name]) => entry.values[name]);
  const places = (entry: Entry) => valuesOf(entry, 'village', 'township').filter((code) => typeof code === 'string');
  const names = (entry: Entry, wanted: readonly string[] | null | undefined, ...kinds: readonly string[]) =>
    !wanted || valuesOf(entry, ...kinds).some((code) => typeof code === 'string' && wanted.includes(code));
  const wanted = where?.search?.trim().toLowerCase();
  const contains = (entry: Entry) =>
    fields.some(([name, field]) => {
      const value = entry.values[name];
      if (typeof value !== 'string') return false;
      const shown = field.kind === 'choice' ? `${field.choices[value]?.zh} ${field.choices[value]?.en}` : (nameOf(value) ?? value);
      return shown.toLowerCase().includes(wanted!);
    });
  const choices = where?.choices ?? [];
  choices.forEach(({ field }, index) => {
    if (register.fields[field]?.kind === 'choice') return;
    const known = fields.filter(([, { kind }]) => kind === 'choice').map(([name]) => name);
    throw new Problem('NOT_A_CHOICE_FIELD', { value: field, known: known.join(', ') || '–' }, ['where', 'choices', String(index), 'field']);
  });
  return entries.filter((entry) => {
    // What is about the whole county belongs to every part of it.
    const own = places(entry);
    if (own.length && !own.some((code) => isInScope(code, scope))) return false;
    if (!own.length && scope.length && !scope.some((region) => region.startsWith(entry.county) || entry.county.startsWith(region)))
      return false;
    if (!names(entry, where?.villages, 'village') || !names(entry, where?.parks, 'park') || !names(entry, where?.projects, 'project'))
      return false;
    if (where?.townships && !own.some((code) => where.townships!.some((township) => code.startsWith(township)))) return false;
    const time = register.order === undefined ? entry.createdAt : String(entry.values[register.order] ?? '');
    if (where?.from && time < where.from) return false;
    if (where?.to && time.slice(0, where.to.length) > where.to) return false;
    if (!choices.every(({ field, values }) => values.includes(String(entry.values[field])))) return false;
    return !wanted || contains(entry);
  });
}
