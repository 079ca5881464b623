import { regionAt } from '../base/region.js';
import { type Changes, compareRows } from './changes.js';
import { TERM_LIMITS } from './columns.js';
import type { DemonstrationRemoval } from './demonstration-removal.js';
import type { StoredState } from './stored-state.js';
import type { ImportTables, TermName } from './tables.js';

/** What an import does to projects; a field without a column in the file stays as it is stored. */
export function planProjects(tables: ImportTables, stored: StoredState, removal: DemonstrationRemoval | undefined): Changes<'projects'> {
  return compareRows(
    tables.projects.map((project) => {
      const before = stored.projects.get(project.code);
      const kept = <Value>(read: Value | undefined, old: Value | undefined): Value | null => (read === undefined ? (old ?? null) : read);
      const { code, village, name, mode, capital, start, stage } = project;
      const terms = Object.fromEntries(
        (Object.keys(TERM_LIMITS) as TermName[]).map((term) => [term, kept(project.terms[term], before?.[term])]),
      ) as Record<TermName, number | null>;
      const after = {
        code,
        county: regionAt(village, 'COUNTY'),
        village,
        name,
        mode,
        industry: kept(project.industry, before?.industry),
        park: kept(project.park, before?.park),
        funder: kept(project.funder, before?.funder),
        capital,
        start,
        ...terms,
        stage,
      };
      return { before, after };
    }),
    removal?.projects ?? [],
  );
}
