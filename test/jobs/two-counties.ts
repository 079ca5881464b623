import { commitImport } from '../../server/intake/commit.js';
import { demonstrationCounty } from '../../server/intake/demonstration.js';
import type { ImportTables } from '../../server/intake/tables.js';
import type { Store } from '../../server/store/store.js';
import { STAMP } from '../setup/county.js';

export const NAPO = '451026';
export const LINGYUN = '451027';

/** Some villages of the demonstration county with all that is theirs, moved to a county of any code. */
function partOfDemonstration(county: string, from: number, until: number): ImportTables {
  const { villages, receipts, targets, parks, projects } = demonstrationCounty();
  const chosen = villages.slice(from, until);
  const codes = new Set(chosen.map(({ code }) => code));
  const moved = (code: string) => county + code.slice(6);
  const ofCounty = (code: string | null) => (code === null ? null : `${code}-${county}`);
  const own = <Row extends { readonly village: string }>(rows: readonly Row[]) =>
    rows.filter(({ village }) => codes.has(village)).map((row) => ({ ...row, village: moved(row.village) }));
  return {
    villages: chosen.map((village) => ({ ...village, code: moved(village.code), townshipCode: moved(village.townshipCode) })),
    parks: parks.map((park) => ({ ...park, code: ofCounty(park.code)!, county })),
    projects: own(projects).map((project) => ({ ...project, code: ofCounty(project.code)!, park: ofCounty(project.park ?? null) })),
    targets: own(targets),
    receipts: own(receipts).map((receipt) => ({ ...receipt, park: ofCounty(receipt.park), project: ofCounty(receipt.project) })),
  };
}

/** Imports two small counties, six villages and five, with real-looking figures. */
export async function importTwoCounties(store: Store): Promise<void> {
  await commitImport(store, partOfDemonstration(NAPO, 0, 6), STAMP);
  await commitImport(store, partOfDemonstration(LINGYUN, 40, 45), STAMP);
}
