import { contentHash } from '../../base/hashing.js';
import type { EntryRow } from '../../store/entries.js';
import { readValues } from '../register/read-values.js';
import type { Register } from '../register/register.js';

/** An entry's fields as a person would write them: money in yuan. */
export type WrittenValues = Readonly<Record<string, unknown>>;

/** The id of a generated entry: the same at every start. */
export const generatedId = (register: string, key: string): string => contentHash(`demonstration ${register} ${key}`).slice(0, 32);

/** Generated entries as they are stored. They keep to the same rules as what people write. */
export function generatedRows(
  register: Register,
  written: readonly (WrittenValues & { readonly key?: string })[],
  { county, at }: { readonly county: string; readonly at: string },
): EntryRow[] {
  const villageField = Object.entries(register.fields).find(([, { kind }]) => kind === 'village')?.[0];
  return written.map(({ key, ...fields }, index) => {
    const { values, problems } = readValues(register.fields, fields);
    if (problems.length) throw new Error(`generated ${register.name} ${index}: ${problems.map((problem) => problem.message).join('; ')}`);
    return {
      id: generatedId(register.name, key ?? String(index)),
      register: register.name,
      county,
      village: villageField === undefined ? null : (values[villageField] as string | null),
      sort_key: register.order === undefined ? at : String(values[register.order] ?? ''),
      fields: JSON.stringify(values),
      demonstration: 1,
      revision: 1,
      created_at: at,
      updated_at: at,
      updated_by: null,
    };
  });
}
