import { type Language, Problem, type ProblemDetails } from '../../base/errors/problem.js';
import { formatMonth } from '../../base/month.js';
import { type Place, shown } from '../../intake/findings.js';
import type { OpenImport } from '../../intake/import-desk.js';
import type { PreviewedRow } from '../../intake/import-preview.js';
import { noticeText } from '../../intake/notice.js';
import { changeText, REPORTED, storedRowText } from '../../intake/report/change-text.js';
import { suspicionText } from '../../intake/report/suspicion-text.js';
import { unitJumpDetails } from '../../intake/unit-jump.js';
import { TABLE_KINDS } from '../../intake/table-kind.js';
import type { ImportBatch as StoredBatch, RowCounts } from '../../store/import-batches.js';
import type { Relation } from '../../store/relations.js';
import { IMPORT_REMARK_GROUPS, type ImportRemarkGroup } from '../enums.js';
import type { ImportBatch, ImportCount, ImportPreview, ImportRemark } from '../types/import.js';

export function toImportPreview(opened: OpenImport): ImportPreview {
  const { id, createdAt, expiresAt, files, preview } = opened;
  return {
    opened,
    id,
    createdAt,
    expiresAt,
    files: [...files],
    previewed: preview !== null,
    committable: preview !== null && preview.findings.total === 0 && preview.unitJumps.total === 0,
    sheets: (preview?.tables ?? []).map(({ name, kind, rows, encoding, unit, unitFrom }) => ({
      ...sheetOf(name),
      table: kind,
      rows,
      encoding,
      unit,
      unitNamed: unitFrom === 'flag',
    })),
    counts: toCounts(preview?.counts ?? {}),
    counties: (preview?.counties ?? []).map(({ code, name, asOf, asOfBefore }) => ({
      code,
      name,
      asOf: asOf === null ? null : formatMonth(asOf),
      asOfBefore: asOfBefore === null ? null : formatMonth(asOfBefore),
    })),
    removesDemonstration: preview?.removes ?? null,
    remarkCounts: preview ? IMPORT_REMARK_GROUPS.map((group) => ({ group, count: preview[LISTS[group]].total })) : [],
  };
}

const LISTS = {
  FINDING: 'findings',
  UNIT_JUMP: 'unitJumps',
  SUSPICION: 'suspicions',
  CHANGE: 'changes',
  ADDED: 'added',
  SAME: 'same',
  NOTICE: 'notices',
} as const satisfies Readonly<Record<ImportRemarkGroup, string>>;

/** The remarks of some groups, those that stop the import first. */
export function toImportRemarks({ preview }: OpenImport, groups: readonly ImportRemarkGroup[], language: Language): ImportRemark[] {
  if (!preview) return [];
  const { findings, unitJumps, suspicions, changes, added, same, notices, villageNames } = preview;
  const remark = (code: string, place: Place | undefined, message: string, details: ProblemDetails = {}) => ({
    code,
    ...placeOf(place),
    message,
    ...askedOf(code, place, details),
  });
  const written: Readonly<Record<ImportRemarkGroup, () => Omit<ImportRemark, 'id' | 'group'>[]>> = {
    FINDING: () => findings.kept.map(({ place, problem }) => remark(problem.code, place, problem.text(language), problem.details)),
    UNIT_JUMP: () =>
      unitJumps.kept.map((jump) =>
        remark('UNIT_JUMP', { file: jump.file }, new Problem('UNIT_JUMP', unitJumpDetails(jump)).text(language)),
      ),
    SUSPICION: () =>
      suspicions.kept.map((suspicion) => {
        const place =
          suspicion.kind === 'AMOUNT'
            ? { file: suspicion.receipt.source_file, row: suspicion.receipt.source_row }
            : suspicion.kind === 'UNIT'
              ? { file: suspicion.file }
              : suspicion.kind === 'CUMULATIVE_FALLS'
                ? suspicion.figure.source
                : undefined;
        return remark(suspicion.kind, place, suspicionText(suspicion, villageNames, language));
      }),
    CHANGE: () =>
      changes.kept.map(({ relation, row }) => remark(relation.toUpperCase(), undefined, changeText(relation, row, villageNames, language))),
    ADDED: () => added.kept.map((row) => remarkOfRow(row, villageNames, language)),
    SAME: () => same.kept.map((row) => remarkOfRow(row, villageNames, language)),
    NOTICE: () => notices.kept.map((notice) => remark(notice.code, notice.place, noticeText(notice, language), notice.details)),
  };
  return IMPORT_REMARK_GROUPS.filter((group) => groups.includes(group)).flatMap((group) =>
    written[group]().map((own, index) => ({ ...own, id: `${group}-${index + 1}`, group })),
  );
}

const NOTHING_ASKED: Pick<ImportRemark, 'asks' | 'words' | 'candidates' | 'table'> = { asks: null, words: [], candidates: [], table: null };

/** What somebody could say once so that the remark does not come again. */
function askedOf(code: string, place: Place | undefined, details: ProblemDetails): typeof NOTHING_ASKED {
  const list = (value: ProblemDetails[string]): string[] => (Array.isArray(value) ? [...(value as readonly string[])] : []);
  const written = typeof details.value === 'string' ? [details.value] : [];
  const table = TABLE_KINDS.find((kind) => kind === details.table) ?? null;
  switch (code) {
    case 'NO_SUCH_VILLAGE':
      return { ...NOTHING_ASKED, asks: 'VILLAGE', words: written, candidates: list(details.suggestions) };
    case 'AMBIGUOUS_VILLAGE':
      return { ...NOTHING_ASKED, asks: 'VILLAGE', words: written, candidates: list(details.candidates) };
    case 'MISSING_COLUMNS':
      return { ...NOTHING_ASKED, asks: 'COLUMN', words: list(details.found), table };
    case 'COLUMN_IGNORED':
      return { ...NOTHING_ASKED, asks: 'COLUMN', words: written, table };
    case 'UNKNOWN_TABLE':
    case 'FILE_IGNORED': {
      const { file, sheet } = placeOf(place);
      return { ...NOTHING_ASKED, asks: 'SHEET', words: [sheet ?? (file ?? '').replace(/\.[^.]*$/, '')] };
    }
    default:
      return NOTHING_ASKED;
  }
}

/** A row of receipts tells where it stands in the files. */
function remarkOfRow({ relation, row }: PreviewedRow, names: ReadonlyMap<string, string>, language: Language) {
  const { source_file: file, source_row: at } = row as { readonly source_file?: string; readonly source_row?: number };
  const place = file === undefined ? undefined : { file, row: at };
  return { code: relation.toUpperCase(), ...placeOf(place), message: storedRowText(relation, row, names, language), ...NOTHING_ASKED };
}

const placeOf = (place: Place | undefined): Pick<ImportRemark, 'file' | 'sheet' | 'row' | 'column'> => ({
  ...(place ? sheetOf(place.file) : { file: null, sheet: null }),
  row: place?.row ?? null,
  column: place?.column === undefined ? null : shown(place.column),
});

/** A workbook's sheet goes by `workbook.xlsx/sheet`, and no file name holds a slash. */
function sheetOf(name: string): { readonly file: string; readonly sheet: string | null } {
  const slash = name.indexOf('/');
  return slash < 0 ? { file: name, sheet: null } : { file: name.slice(0, slash), sheet: name.slice(slash + 1) };
}

const toCounts = (counts: Readonly<Partial<Record<Relation, RowCounts>>>): ImportCount[] =>
  REPORTED.flatMap((table) => {
    const own = counts[table];
    return own && own.added + own.changed + own.removed + own.same > 0 ? [{ table, ...own }] : [];
  });

export const toImportBatch = (batch: StoredBatch): ImportBatch => ({
  id: String(batch.id),
  importedAt: new Date(batch.importedAt),
  importedBy: batch.importedBy || null,
  demonstration: batch.demonstration,
  files: batch.files.map(({ name, size, hash, rows }) => ({ name, size, hash, rows })),
  counts: toCounts(batch.counts),
  counties: [...batch.counties],
  undoneAt: batch.undoneAt === null ? null : new Date(batch.undoneAt),
  undoneBy: batch.undoneBy || null,
  reason: batch.reason,
  undoReason: batch.undoReason,
});
