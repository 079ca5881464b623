import type { Request } from '../api/client.js';

export type ImportTable = 'VILLAGES' | 'PARKS' | 'PROJECTS' | 'TARGETS' | 'RECEIPTS';
export type RemarkGroup = 'FINDING' | 'UNIT_JUMP' | 'SUSPICION' | 'CHANGE' | 'ADDED' | 'SAME' | 'NOTICE';
export type ImportUnit = 'YUAN' | 'WAN';

export interface UserError {
  readonly code: string;
  readonly message: string;
}

export interface ImportSheet {
  readonly file: string;
  readonly sheet: string | null;
  readonly table: ImportTable;
  readonly rows: number;
  readonly encoding: string;
  readonly unit: ImportUnit | null;
  readonly unitNamed: boolean;
}

export interface ImportCount {
  readonly table: ImportTable;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly removed: number;
}

export interface Remark {
  readonly id: string;
  readonly group: RemarkGroup;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
  /** What could be said once, so that it is not asked again; null: nothing. */
  readonly asks: WordKind | null;
  /** The words of the file that it is about. */
  readonly words: readonly string[];
  /** Villages that may be meant. */
  readonly candidates: readonly string[];
  readonly table: ImportTable | null;
}

export type WordKind = 'VILLAGE' | 'COLUMN' | 'SHEET';

/** What a word of the files means. */
export interface ImportWord {
  readonly id: string;
  readonly kind: WordKind;
  readonly written: string;
  readonly table: ImportTable | null;
  readonly meaning: string;
  readonly saidAt: string;
  readonly saidBy: string | null;
}

/** What somebody says of a word; see `RememberImportWordInput`. */
export interface SaidWord {
  readonly kind: WordKind;
  readonly written: string;
  readonly village?: string;
  readonly table?: ImportTable | null;
  readonly column?: string;
}

/** Villages to choose from; of more than a page names are typed with their code. */
export const knownVillages = (): Request<{
  villages: { nodes: readonly { readonly code: string; readonly name: string; readonly township: { readonly name: string } }[] };
}> => ({
  query: `query KnownVillages { villages(first: 1000) { nodes { code name township { name } } } }`,
  variables: {},
});

const WORD = 'id kind written table meaning saidAt saidBy';

export const importWords = (): Request<{ importWords: readonly ImportWord[] }> => ({
  query: `query ImportWords { importWords { ${WORD} } }`,
  variables: {},
});

export const rememberImportWord = (
  word: SaidWord,
  by: string,
): Request<{ said: { readonly word: ImportWord | null; readonly userErrors: readonly UserError[] } }> => ({
  query: `mutation RememberImportWord($input: RememberImportWordInput!) {
    said: rememberImportWord(input: $input) { word { ${WORD} } userErrors { code message } } }`,
  variables: { input: { ...word, by: by || null } },
});

export const forgetImportWord = (id: string): Request<{ forgetImportWord: { id: string | null } }> => ({
  query: `mutation ForgetImportWord($input: ForgetImportWordInput!) { forgetImportWord(input: $input) { id } }`,
  variables: { input: { id } },
});

export interface ImportPreview {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly previewed: boolean;
  readonly committable: boolean;
  readonly sheets: readonly ImportSheet[];
  readonly counts: readonly ImportCount[];
  readonly counties: readonly {
    readonly code: string;
    readonly name: string;
    readonly asOfBefore: string | null;
    readonly asOf: string | null;
  }[];
  readonly removesDemonstration: { readonly code: string; readonly name: string } | null;
  readonly remarkCounts: readonly { readonly group: RemarkGroup; readonly count: number }[];
}

const PREVIEW = `id files { name size } previewed committable
  sheets { file sheet table rows encoding unit unitNamed } counts { table added changed same removed }
  counties { code name asOfBefore asOf } removesDemonstration { code name } remarkCounts { group count }`;

/** What the bare amounts of a file, or of one of its sheets, mean. */
export interface NamedUnit {
  readonly file: string;
  readonly sheet: string | null;
  readonly unit: ImportUnit;
}

/** Looks into the files that were sent; nothing is written. */
export const previewImport = (
  id: string,
  units: readonly NamedUnit[],
  asOf: string | null,
): Request<{ previewImport: { preview: ImportPreview | null; userErrors: readonly UserError[] } }> => ({
  query: `mutation PreviewImport($input: PreviewImportInput!) {
    previewImport(input: $input) { preview { ${PREVIEW} } userErrors { code message } } }`,
  variables: { input: { id, units, asOf } },
});

/** An import that waits; null once it is over. */
export const openImport = (id: string): Request<{ importPreview: ImportPreview | null }> => ({
  query: `query OpenImport($id: ID!) { importPreview(id: $id) { ${PREVIEW} } }`,
  variables: { id },
});

export interface RemarkPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Remark[];
}

/** What there is to say about an import, a page of some groups. */
export const importRemarks = (
  id: string,
  groups: readonly RemarkGroup[],
  first: number,
  after: string | null,
): Request<{ importPreview: { remarks: RemarkPage } | null }> => ({
  query: `query ImportRemarks($id: ID!, $groups: [ImportRemarkGroup!], $first: Int, $after: String) {
    importPreview(id: $id) { remarks(groups: $groups, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id group file sheet row column message asks words candidates table } } } }`,
  variables: { id, groups, first, after },
});

export interface ImportBatch {
  readonly id: string;
  readonly importedAt: string;
  readonly importedBy: string | null;
  readonly reason: string | null;
  readonly demonstration: boolean;
  readonly files: readonly { readonly name: string; readonly rows: number }[];
  readonly counts: readonly ImportCount[];
  readonly counties: readonly { readonly code: string; readonly name: string }[];
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
}

const BATCH = `id importedAt importedBy reason demonstration files { name rows } counts { table added changed same removed }
  counties { code name } undoneAt undoneBy undoReason`;

export interface BatchPayload {
  readonly batch: ImportBatch | null;
  readonly userErrors: readonly UserError[];
}

/** Who does something, and why; empty where not said. */
export interface Signature {
  readonly by: string;
  readonly reason: string;
}

/** Writes what the preview showed. */
export const commitImport = (id: string, { by, reason }: Signature): Request<{ done: BatchPayload }> => ({
  query: `mutation CommitImport($input: CommitImportInput!) {
    done: commitImport(input: $input) { batch { ${BATCH} } userErrors { code message } } }`,
  variables: { input: { id, by: by || null, reason: reason || null } },
});

/** Takes a batch back. */
export const undoImport = (batch: string, { by, reason }: Signature): Request<{ done: BatchPayload }> => ({
  query: `mutation UndoImport($input: UndoImportInput!) {
    done: undoImport(input: $input) { batch { ${BATCH} } userErrors { code message } } }`,
  variables: { input: { batch, by: by || null, reason: reason || null } },
});

/** Lets the files go; nothing was written. */
export const dropImport = (id: string): Request<{ dropImport: { id: string | null } }> => ({
  query: `mutation DropImport($input: DropImportInput!) { dropImport(input: $input) { id } }`,
  variables: { input: { id } },
});

export interface BatchPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly ImportBatch[];
}

/** What was imported, the newest first. */
export const importBatches = (after: string | null): Request<{ importBatches: BatchPage }> => ({
  query: `query ImportBatches($after: String) { importBatches(first: 20, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { ${BATCH} } } }`,
  variables: { after },
});

export interface TemplateColumn {
  readonly header: string;
  readonly required: boolean;
  readonly note: string;
  readonly example: string;
  readonly choices: readonly string[];
}

export interface Template {
  readonly table: ImportTable;
  readonly label: string;
  readonly counterHeader: string;
  readonly columns: readonly TemplateColumn[];
}

/** An empty table of each kind. */
export const importTemplates = (): Request<{ importTemplates: readonly Template[] }> => ({
  query: `query ImportTemplates { importTemplates { table label counterHeader columns { header required note example choices } } }`,
  variables: {},
});
