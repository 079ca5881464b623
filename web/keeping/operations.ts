import type { Request } from '../api/client.js';
import type { NotebookSpec } from '../notebook/notebook-spec.js';

/** What the API says against an input, in the reader's language. */
export interface UserError {
  readonly code: string;
  readonly message: string;
}

/** A notebook as it is on the server. */
export interface ServerNotebook {
  readonly id: string;
  readonly title: string;
  readonly place: 'EXAMPLES' | 'OWN' | 'BIN';
  readonly origin: string | null;
  readonly revision: number;
  readonly editor: string | null;
  readonly updatedAt: string | null;
  readonly spec: unknown;
}

const WHOLE = 'id title place origin revision editor updatedAt spec';
const FAULTS = 'userErrors { code message }';

/** One notebook, an example or one of the workspace; null where there is none. */
export const notebook = (id: string): Request<{ notebook: ServerNotebook | null }> => ({
  query: `query Notebook($id: ID!) { notebook(id: $id) { ${WHOLE} } }`,
  variables: { id },
});

/** Where a notebook now stands. */
export interface Standing {
  readonly revision: number;
  readonly updatedAt: string;
}

/** Creates a notebook under an id of the sender's choice, so that sending it again creates nothing twice. */
export const createNotebook = (input: {
  readonly id: string;
  readonly from: string | null;
  readonly spec: NotebookSpec;
}): Request<{ createNotebook: { notebook: Standing | null; userErrors: readonly UserError[] } }> => ({
  query: `mutation CreateNotebook($input: CreateNotebookInput!) { createNotebook(input: $input) { notebook { revision updatedAt } ${FAULTS} } }`,
  variables: { input },
});

export interface Saved {
  readonly notebook: Standing | null;
  readonly savedRevision: number | null;
  readonly conflict: ServerNotebook | null;
  readonly userErrors: readonly UserError[];
}

/** Saves a notebook as the revision after the one that it is based on. */
export const saveNotebook = (input: {
  readonly id: string;
  readonly revision: number;
  readonly spec: NotebookSpec;
}): Request<{ saveNotebook: Saved }> => ({
  query: `mutation SaveNotebook($input: SaveNotebookInput!) {
    saveNotebook(input: $input) { notebook { revision updatedAt } savedRevision conflict { ${WHOLE} } ${FAULTS} }
  }`,
  variables: { input },
});
