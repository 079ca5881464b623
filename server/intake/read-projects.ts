import type { OptionTerms } from '../base/county.js';
import {
  readIndustry,
  readItemCode,
  readMode,
  readMonth,
  readNumber,
  readPositiveAmount,
  readRequiredText,
  readShare,
  readStage,
  readText,
} from './cells.js';
import { TERM_LIMITS } from './columns.js';
import { Firsts } from './firsts.js';
import type { Findings } from './findings.js';
import type { ItemIndex, KnownItem } from './item-index.js';
import type { Notice } from './notice.js';
import type { Table } from './table.js';
import { rowsOf, type TableRow } from './table-row.js';
import type { ProjectRow, TermName } from './tables.js';
import type { KnownVillage, VillageIndex } from './village-index.js';

/**
 * Reads the project library; what does not fit goes to `findings`. A project without a stage is taken as committed.
 * `known` holds every project that other rows may refer to, also those with a fault, so that only the fault is told.
 */
export function readProjectRows(
  tables: readonly Table[],
  villages: VillageIndex,
  parks: ItemIndex,
  findings: Findings,
  notices: Notice[],
): { readonly projects: ProjectRow[]; readonly known: KnownItem[] } {
  const projects: ProjectRow[] = [];
  const known: KnownItem[] = [];
  const firsts = new Firsts();
  for (const table of tables) {
    let withoutStage = 0;
    for (const row of rowsOf(table, findings)) {
      const village = villages.read(row);
      known.push({ code: row.text('code'), name: row.text('name'), home: village?.code ?? null });
      const project = readProject(row, village, parks);
      if (!project || !firsts.claim(row, 'code', project.code)) continue;
      if (project.stage === null) withoutStage++;
      projects.push({ ...project, stage: project.stage ?? 'COMMITTED' });
    }
    if (withoutStage) notices.push({ place: { file: table.file.name }, code: 'STAGE_ASSUMED', details: { count: withoutStage } });
  }
  return { projects, known };
}

function readProject(
  row: TableRow,
  village: KnownVillage | undefined,
  parks: ItemIndex,
): (Omit<ProjectRow, 'stage'> & { stage: ProjectRow['stage'] | null }) | undefined {
  const code = readItemCode(row, 'code');
  const name = readRequiredText(row, 'name');
  const mode = readMode(row, 'mode');
  const industry = row.has('industry') ? readIndustry(row, 'industry') : null;
  const park = row.has('park') && village ? parks.read(row, 'park', village.code) : null;
  const funder = row.has('funder') ? readText(row, 'funder') : null;
  const capital = readPositiveAmount(row, 'capital');
  const start = readMonth(row, 'start');
  const terms = readTerms(row);
  const stage = readStage(row, 'stage');
  if (code === undefined || village === undefined || name === undefined || mode === undefined || industry === undefined) return undefined;
  if (park === undefined || funder === undefined || capital === undefined || start === undefined || !terms || stage === undefined)
    return undefined;
  return {
    code,
    village: village.code,
    name,
    mode,
    capital,
    start,
    terms,
    stage,
    industry: row.has('industry') ? industry : undefined,
    park: row.has('park') ? (park?.code ?? null) : undefined,
    funder: row.has('funder') ? funder : undefined,
  };
}

/** The terms that the file has columns for. */
function readTerms(row: TableRow): ProjectRow['terms'] | undefined {
  const terms: Partial<Record<TermName, OptionTerms[TermName] | null>> = {};
  let complete = true;
  for (const [term, most] of Object.entries(TERM_LIMITS) as [TermName, number][]) {
    if (!row.has(term)) continue;
    const value = most === 1 ? readShare(row, term) : readNumber(row, term, most);
    if (value === undefined) complete = false;
    else terms[term] = value;
  }
  return complete ? terms : undefined;
}
