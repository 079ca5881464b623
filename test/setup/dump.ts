import { RELATIONS } from '../../server/store/relations.js';
import type { Store } from '../../server/store/store.js';

/** Every row that imports write, in a fixed order; without the revision, which only ever grows. */
export async function dumpRows({ db }: Store): Promise<Record<string, unknown[]>> {
  const dump: Record<string, unknown[]> = {};
  for (const relation of RELATIONS) {
    const rows = await db.selectFrom(relation).selectAll().execute();
    const plain = rows.map((row) => ({ ...row, revision: undefined }));
    dump[relation] = plain.sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
  }
  return dump;
}
