import type { Request } from '../api/client.js';
import type { UserError } from '../keeping/operations.js';

export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly editor: string | null;
  readonly updatedAt: string | null;
  readonly deletedAt: string | null;
}

export interface ListedPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Listed[];
}

export type Place = 'EXAMPLES' | 'OWN' | 'BIN';

/** One page of the notebooks of a place, those changed last first. */
export const notebookList = (place: Place, search: string, after: string | null): Request<{ notebookList: ListedPage }> => ({
  query: `query NotebookList($place: NotebookPlace!, $search: String, $after: String) {
    notebookList(place: $place, search: $search, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id title editor updatedAt deletedAt }
    }
  }`,
  variables: { place, search, after },
});

/** A notebook as YAML; null where there is none. */
export const notebookSource = (id: string): Request<{ notebookSource: string | null }> => ({
  query: `query NotebookSource($id: ID!) { notebookSource(id: $id) }`,
  variables: { id },
});

export interface Changed {
  readonly changed: { readonly notebook?: { readonly id: string } | null; readonly userErrors: readonly UserError[] };
}

const change = (name: string, input: string, variables: object, answer = 'notebook { id }'): Request<Changed> => ({
  query: `mutation Change($input: ${input}!) { changed: ${name}(input: $input) { ${answer} userErrors { code message } } }`,
  variables: { input: variables },
});

/** A new notebook: blank, a copy, or from YAML. */
export const create = (input: { title?: string; from?: string; source?: string }): Request<Changed> =>
  change('createNotebook', 'CreateNotebookInput', input);
export const toBin = (id: string): Request<Changed> => change('moveNotebookToBin', 'NotebookIdInput', { id });
export const fromBin = (id: string): Request<Changed> => change('restoreNotebookFromBin', 'NotebookIdInput', { id });
export const deleteForGood = (id: string): Request<Changed> => change('deleteNotebookForGood', 'NotebookIdInput', { id }, 'deletedId');
