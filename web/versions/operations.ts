import type { Request } from '../api/client.js';
import type { UserError } from '../keeping/operations.js';

/** A state of a notebook that the server keeps. */
export interface Version {
  readonly revision: number;
  readonly savedAt: string;
  readonly editor: string | null;
  readonly name: string | null;
}

export interface VersionPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Version[];
}

const VERSION = 'revision savedAt editor name';

/** One page of the states that are kept of a notebook, the newest first. */
export const notebookVersions = (notebook: string, after: string | null): Request<{ notebookVersions: VersionPage }> => ({
  query: `query NotebookVersions($notebook: ID!, $after: String) {
    notebookVersions(notebook: $notebook, first: 30, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ${VERSION} }
    }
  }`,
  variables: { notebook, after },
});

/** What a notebook held at a revision; null where that state is not kept. */
export const notebookVersion = (
  notebook: string,
  revision: number,
): Request<{ notebookVersion: (Version & { readonly spec: unknown }) | null }> => ({
  query: `query NotebookVersion($notebook: ID!, $revision: Int!) {
    notebookVersion(notebook: $notebook, revision: $revision) { ${VERSION} spec }
  }`,
  variables: { notebook, revision },
});

/** Gives a state a name, which keeps it for ever; null takes the name away. */
export const nameNotebookVersion = (input: {
  readonly id: string;
  readonly revision: number;
  readonly name: string | null;
}): Request<{ nameNotebookVersion: { version: Version | null; userErrors: readonly UserError[] } }> => ({
  query: `mutation NameNotebookVersion($input: NameNotebookVersionInput!) {
    nameNotebookVersion(input: $input) { version { ${VERSION} } userErrors { code message } }
  }`,
  variables: { input },
});
