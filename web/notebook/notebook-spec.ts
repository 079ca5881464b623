/** The version of the written form that this program writes; it reads no later one. */
export const NOTEBOOK_FORMAT = 1;

/**
 * A notebook as written, in a .notebook.yaml file or in a store: inputs only, never results, so that a change of the file
 * is a change of meaning. What may be left out says so with `?`.
 */
export interface NotebookSpec {
  notebook: number;
  title: string;
  /** The county's code; left out, the first county loaded. */
  county?: string;
  /** zh-CN or en; left out, Chinese. */
  language?: string;
  cells: readonly CellSpec[];
}

/** A cell as written: the fields of its kind stand beside these. */
export interface CellSpec {
  id: string;
  kind: string;
  title?: string;
  folded?: boolean;
  [field: string]: unknown;
}
