import type { Request } from '../api/client.js';

/** A field of a register, as the API describes it. */
export interface RegisterField {
  readonly name: string;
  readonly kind: string;
  readonly label: string;
  readonly note: string | null;
  readonly required: boolean;
  readonly choices: readonly { readonly code: string; readonly label: string }[];
  readonly register: string | null;
}

/** A list that the county keeps, as the API describes it: all that a page needs to show and edit it. */
export interface Register {
  readonly name: string;
  readonly plural: string;
  readonly typeName: string;
  readonly ruledBy: string | null;
  readonly group: string;
  readonly groupLabel: string;
  readonly label: string;
  readonly purpose: string;
  readonly title: string;
  readonly fields: readonly RegisterField[];
}

export const registers = (): Request<{ registers: readonly Register[] }> => ({
  query: `query Registers { registers { name plural typeName ruledBy group groupLabel label purpose title
    fields { name kind label note required choices { code label } register } } }`,
  variables: {},
});

export interface Named {
  readonly code: string;
  readonly name: string;
}

export interface StoredDocument {
  readonly id: string;
  readonly name: string;
}

/** An entry of another register, by the field that names it. */
export interface NamedEntry {
  readonly id: string;
  readonly title: unknown;
}

export type FieldValue = string | number | boolean | Named | NamedEntry | readonly StoredDocument[] | null;

/** An entry as the API gives it: its fields beside what every entry has. */
export interface Entry extends Readonly<Record<string, FieldValue>> {
  readonly id: string;
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
}

const OBJECTS: Readonly<Record<string, string>> = {
  village: '{ code name }',
  township: '{ code name }',
  park: '{ code name }',
  documents: '{ id name }',
};

/** What is asked of each field; an entry of another register by what names it. */
export function entrySelection(register: Register, all: readonly Register[]): string {
  const fields = register.fields.map(({ name, kind, register: other }) => {
    if (kind !== 'entry') return `${name} ${OBJECTS[kind] ?? ''}`;
    const title = titleSelection(all.find((one) => one.name === other)!);
    return `${name} { id title: ${title} }`;
  });
  return `id revision updatedAt updatedBy ${fields.join(' ')}`;
}

function titleSelection({ title, fields }: Register): string {
  const kind = fields.find(({ name }) => name === title)?.kind ?? '';
  return `${title} ${OBJECTS[kind] ?? ''}`;
}

export interface EntryFilter {
  readonly search?: string;
  readonly townships?: readonly string[];
}

export interface EntryPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Entry[];
}

/** A page of a register, the newest first. */
export const entries = (
  register: Register,
  all: readonly Register[],
  variables: { readonly scope: readonly string[]; readonly where: EntryFilter; readonly first: number; readonly after: string | null },
): Request<{ page: EntryPage }> => ({
  query: `query Entries($scope: [ID!], $where: EntryFilter, $first: Int, $after: String) {
    page: ${register.plural}(scope: $scope, where: $where, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ${entrySelection(register, all)} } } }`,
  variables,
});

/** Every entry of a register that another refers to, by what names it. */
export const entryTitles = (register: Register, county: string): Request<{ page: { nodes: readonly NamedEntry[] } }> => ({
  query: `query EntryTitles($scope: [ID!]) { page: ${register.plural}(scope: $scope, first: 1000) { nodes { id title: ${titleSelection(register)} } } }`,
  variables: { scope: [county] },
});

export interface SavePayload {
  readonly entry: Entry | null;
  readonly userErrors: readonly { readonly field: readonly string[] | null; readonly code: string; readonly message: string }[];
}

export const saveEntry = (register: Register, all: readonly Register[], input: object): Request<{ saved: SavePayload }> => ({
  query: `mutation SaveEntry($input: Save${register.typeName}Input!) {
    saved: save${register.typeName}(input: $input) { entry { ${entrySelection(register, all)} } userErrors { field code message } } }`,
  variables: { input },
});

export const removeEntry = (register: Register, input: object): Request<{ saved: Pick<SavePayload, 'userErrors'> }> => ({
  query: `mutation RemoveEntry($input: RemoveEntryInput!) { saved: remove${register.typeName}(input: $input) { userErrors { field code message } } }`,
  variables: { input },
});

export interface EntryChange {
  readonly number: number;
  readonly action: 'CREATED' | 'CHANGED' | 'REMOVED';
  readonly at: string;
  readonly by: string | null;
  readonly reason: string | null;
  readonly fields: readonly { readonly label: string; readonly before: string | null; readonly after: string | null }[];
}

/** Who changed an entry, or a whole register, the newest first. */
export const entryChanges = (register: Register, entry: string | null): Request<{ entryChanges: { nodes: readonly EntryChange[] } }> => ({
  query: `query EntryChanges($register: String, $entry: ID) { entryChanges(register: $register, entry: $entry, first: 100) {
    nodes { number action at by reason fields { label before after } } } }`,
  variables: { register: register.name, entry },
});

export interface ProjectName {
  readonly code: string;
  readonly name: string;
  readonly village: Named | null;
}

/** Every project of a county, to choose from. */
export const projectNames = (county: string): Request<{ projects: { nodes: readonly ProjectName[] } }> => ({
  query: `query ProjectNames($scope: [ID!]) { projects(scope: $scope, first: 1000) { nodes { code name village { code name } } } }`,
  variables: { scope: [county] },
});
