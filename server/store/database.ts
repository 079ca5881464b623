import type { Industry, Mode, Stage } from '../base/vocabulary.js';
import type { Fen } from '../base/money.js';
import type { Month } from '../base/month.js';

/**
 * The tables, the same on SQLite and PostgreSQL. Money is integer fen, a month is year × 12 + (month − 1), yes and no
 * are 1 and 0. `batch` names the import that last wrote a row: that, with the earlier rows kept in `import_changes`,
 * is how an import is traced and taken back.
 */
export interface Database {
  readonly counties: CountyTable;
  readonly townships: TownshipTable;
  readonly villages: VillageTable;
  readonly parks: ParkTable;
  readonly projects: ProjectTable;
  readonly targets: TargetTable;
  readonly receipts: ReceiptTable;
  readonly import_batches: ImportBatchTable;
  readonly import_bases: ImportBaseTable;
  readonly import_changes: ImportChangeTable;
  readonly import_words: ImportWordTable;
  readonly workspace: WorkspaceTable;
  readonly workspace_assumptions: WorkspaceAssumptionTable;
  readonly assumption_changes: AssumptionChangeTable;
  readonly jobs: JobTable;
  readonly job_chunks: JobChunkTable;
  readonly job_leases: JobLeaseTable;
  readonly entries: EntryTable;
  readonly entry_changes: EntryChangeTable;
  readonly documents: DocumentTable;
  readonly notebooks: NotebookTable;
  readonly notebook_versions: NotebookVersionTable;
  readonly adopted_plans: AdoptedPlanTable;
  readonly plan_withdrawals: PlanWithdrawalTable;
}

export interface CountyTable {
  readonly code: string;
  readonly name: string;
  /** 1 where the figures are generated. */
  readonly demonstration: number;
  /** The last closed month; null where nothing has been received. */
  readonly as_of: Month | null;
  /** The workspace's revision when this county last changed. */
  readonly revision: number;
  readonly batch: number;
}

export interface TownshipTable {
  readonly code: string;
  readonly county: string;
  readonly name: string;
  readonly batch: number;
}

export interface VillageTable {
  readonly code: string;
  readonly county: string;
  readonly township: string;
  readonly name: string;
  /** The six conditions in the order of `CRITERIA`: 1 met, 0 not met, null not judged. */
  readonly criterion_1: number | null;
  readonly criterion_2: number | null;
  readonly criterion_3: number | null;
  readonly criterion_4: number | null;
  readonly criterion_5: number | null;
  readonly criterion_6: number | null;
  readonly batch: number;
}

export interface ParkTable {
  readonly code: string;
  /** Null where villages of several counties have a stake in it. */
  readonly county: string | null;
  readonly name: string;
  readonly kind: string | null;
  readonly payer: string | null;
  readonly batch: number;
}

export interface ProjectTable {
  readonly code: string;
  readonly county: string;
  readonly village: string;
  readonly name: string;
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: string | null;
  readonly funder: string | null;
  readonly capital: Fen;
  readonly start: Month;
  readonly rate: number | null;
  readonly sd: number | null;
  readonly delay: number | null;
  readonly failure: number | null;
  readonly insured: number | null;
  readonly premium: number | null;
  readonly late: number | null;
  readonly stage: Stage;
  readonly batch: number;
}

export interface TargetTable {
  readonly village: string;
  readonly year: number;
  readonly county: string;
  readonly amount: Fen;
  readonly batch: number;
}

export interface ReceiptTable {
  /** Given by the import, so that undoing one brings back the very same rows. */
  readonly id: number;
  readonly county: string;
  readonly village: string;
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: string | null;
  readonly project: string | null;
  readonly month: Month;
  readonly reference: string | null;
  readonly amount: Fen;
  readonly source_file: string;
  readonly source_row: number;
  readonly batch: number;
}

export interface ImportBatchTable {
  readonly id: number;
  /** When, as ISO 8601 in UTC. */
  readonly imported_at: string;
  readonly imported_by: string;
  /** 1 where it filled in the demonstration county. */
  readonly demonstration: number;
  /** JSON: the files with their size, hash, encoding and number of rows. */
  readonly files: string;
  /** JSON: how many rows were new, changed and the same, by table. */
  readonly counts: string;
  /** JSON: the counties it wrote to. */
  readonly counties: string;
  /** Code of the demonstration county that it removed. */
  readonly removed_demonstration: string | null;
  readonly undone_at: string | null;
  readonly undone_by: string | null;
  readonly reason: string | null;
  readonly undo_reason: string | null;
}

/** Import `batch` overwrote, confirmed or referred to rows of import `basis`. */
export interface ImportBaseTable {
  readonly batch: number;
  readonly basis: number;
}

/** What a word of imported files means. */
export interface ImportWordTable {
  readonly id: string;
  /** VILLAGE, COLUMN or SHEET. */
  readonly kind: string;
  /** What the word is found by: one meaning for each. */
  readonly key: string;
  /** As the file has it. */
  readonly written: string;
  /** Code of a village, name of a column, kind of a table. */
  readonly meaning: string;
  readonly said_at: string;
  readonly said_by: string | null;
}

/** A row as it was before import `batch` changed or removed it. */
export interface ImportChangeTable {
  readonly batch: number;
  readonly sequence: number;
  readonly relation: string;
  /** JSON of the whole row. */
  readonly before: string;
}

/** One row: the number of changes so far (imports, undos, assumptions), which also serves as the lock that they queue for. */
export interface WorkspaceTable {
  readonly id: number;
  readonly revision: number;
}

export type JobStatus = 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELING' | 'CANCELED';

/** Work that is too long for one request. */
export interface JobTable {
  readonly id: string;
  /** Its place in the order in which jobs were asked for. */
  readonly number: number;
  readonly kind: string;
  /** Names the code that its chunks are computed by: chunks of another version do not go together with new ones. */
  readonly version: string;
  /** JSON: what was asked for, and the chunks that it was cut into. */
  readonly input: string;
  /** Hash of what was asked for: equal hashes are equal questions. */
  readonly input_hash: string;
  readonly idempotency_key: string | null;
  readonly status: JobStatus;
  readonly completed_chunks: number;
  readonly total_chunks: number;
  /** When, as ISO 8601 in UTC. */
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  /** JSON: code and details of what it failed by. */
  readonly error: string | null;
  /** What the chunks come to together. */
  readonly result: Buffer | null;
}

/** A chunk that has been computed. */
export interface JobChunkTable {
  readonly job: string;
  readonly position: number;
  /** What is read of it for as long as the job is kept. */
  readonly kept: Buffer;
  /** What only joining the chunks needs; null once they are joined. */
  readonly joined: Buffer | null;
}

/** A chunk that a program computes, so that another does not. */
export interface JobLeaseTable {
  readonly job: string;
  /** That of the chunk; below 0 for joining the chunks. */
  readonly position: number;
  /** The program, by a name that it gave itself. */
  readonly holder: string;
  /** When others may take it, in seconds since 1970 by the database's clock. */
  readonly until: number;
}

/** A default to which the workspace has given a value of its own. */
export interface WorkspaceAssumptionTable {
  readonly name: string;
  readonly value: number;
  /** When, as ISO 8601 in UTC. */
  readonly changed_at: string;
}

/** One change of a workspace's default; null stands for the product's own value. */
export interface AssumptionChangeTable {
  readonly id: number;
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
  /** When, as ISO 8601 in UTC. */
  readonly changed_at: string;
}

/** An entry of a register: what the county keeps of one training, contract, partner … */
export interface EntryTable {
  readonly id: string;
  readonly register: string;
  readonly county: string;
  /** The village that it is about, where it is about one. */
  readonly village: string | null;
  /** What a list is in descending order of: a day, a month, or when the entry was made. */
  readonly sort_key: string;
  /** JSON: the values by field, money in fen. */
  readonly fields: string;
  /** 1 where it was kept of a demonstration county: it is out of sight once the county is a real one. */
  readonly demonstration: number;
  /** Counts the changes, from 1. */
  readonly revision: number;
  /** When, as ISO 8601 in UTC. */
  readonly created_at: string;
  readonly updated_at: string;
  readonly updated_by: string | null;
}

/** One change of an entry; null before: it was made, null after: it was removed. */
export interface EntryChangeTable {
  /** Counts up from 1. */
  readonly number: number;
  readonly entry: string;
  readonly register: string;
  readonly county: string;
  readonly demonstration: number;
  /** JSON of the values. */
  readonly before: string | null;
  readonly after: string | null;
  /** When, as ISO 8601 in UTC. */
  readonly changed_at: string;
  readonly changed_by: string | null;
  readonly reason: string | null;
}

/** A file that proves something: minutes, a contract, a photograph. */
export interface DocumentTable {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  /** Bytes. */
  readonly size: number;
  readonly content: Buffer;
  /** When, as ISO 8601 in UTC. */
  readonly stored_at: string;
  readonly stored_by: string | null;
}

/** A notebook of the workspace; what is in it stands in its version of the same revision. */
export interface NotebookTable {
  readonly id: string;
  /** As in what it holds, to list and search by. */
  readonly title: string;
  /** The county's code; null: the first county loaded. */
  readonly county: string | null;
  /** The notebook or example that it was copied from. */
  readonly origin: string | null;
  /** Hash of what it was created with: the same creation sent again is known by it. */
  readonly creation_hash: string;
  /** Rises by one with every save. */
  readonly revision: number;
  /** Who saved it last, as they call themselves; null where they do not say. */
  readonly editor: string | null;
  /** When, as ISO 8601 in UTC. */
  readonly created_at: string;
  readonly updated_at: string;
  /** When it was moved to the bin; null where it is not there. */
  readonly deleted_at: string | null;
}

/** A state of a notebook that is kept: the present one always, named ones for ever, others the sparser the older they are. */
export interface NotebookVersionTable {
  readonly notebook: string;
  readonly revision: number;
  /** Canonical JSON: inputs only, no results. */
  readonly spec: string;
  readonly editor: string | null;
  /** When, as ISO 8601 in UTC. */
  readonly saved_at: string;
  readonly name: string | null;
}

/** A plan as it was adopted. Rows are never changed. */
export interface AdoptedPlanTable {
  readonly id: string;
  /** Counts up from 1. */
  readonly number: number;
  /** JSON: codes of the counties that it is about. */
  readonly counties: string;
  /** 1 where figures of one of them were generated. */
  readonly demonstration: number;
  readonly name: string;
  readonly note: string | null;
  /** JSON: what was frozen. */
  readonly content: string;
  /** When, as ISO 8601 in UTC. */
  readonly adopted_at: string;
  readonly adopted_by: string;
}

/** That a plan no longer holds, and why. */
export interface PlanWithdrawalTable {
  readonly plan: string;
  readonly reason: string;
  /** When, as ISO 8601 in UTC. */
  readonly withdrawn_at: string;
  readonly withdrawn_by: string;
}
