import { fieldPath, type Request, type WholeReply } from '../../api/client.js';
import { anyText, choice, optional, text, withDefault, type CellOf, type Field } from '../../notebook/fields.js';
import type { CellPlace, Shown } from '../cell-place.js';
import type { DataColumn, DataTable, DataValue } from '../../tables/data-table.js';
import { scenarioCells } from '../parameters/parameters.js';
import { readJson, type JsonPlace, type JsonProblem } from './json-text.js';
import { operationsOf, type Operation } from './operations.js';
import { rowListsOf, shownPath, tableOf, type ResultTable, type TableValue } from './result-table.js';
import { scenariosIn, withScenarios } from './variables.js';
import type { QueryWords } from './words.js';

/** The text of a JSON object; empty: no variables. What it names of other cells is followed like any reference. */
const variables: Field<string> = {
  ...withDefault(anyText, ''),
  references(written) {
    const read = readJson(written);
    const names = 'wrong' in read ? [] : scenariosIn(read.value);
    return names.map((id) => ({ id, role: 'scenario', kinds: ['parameters'] }));
  },
};

export const queryFields = {
  /** A GraphQL document with one query. */
  query: anyText,
  variables,
  view: withDefault(choice('table', 'json'), 'table'),
  /** The path of the list that is shown as rows; null: the one with most. */
  rows: optional(text),
};

export type QueryCell = CellOf<'query', typeof queryFields>;

export interface QueryAnswers {
  readonly reply: WholeReply;
}

/** What a cell asks, or why it cannot be asked. */
export type Question =
  | { readonly is: 'ready'; readonly query: string; readonly variables: Readonly<Record<string, unknown>> }
  | { readonly is: 'empty' }
  /** It would change something, or wait for news: a notebook's cells only read. */
  | { readonly is: 'no-query'; readonly operation: Operation }
  | { readonly is: 'several'; readonly operation: Operation }
  | { readonly is: 'wrong-variables'; readonly wrong: JsonProblem }
  | { readonly is: 'no-object'; readonly place: JsonPlace };

type Fields = Readonly<Record<string, unknown>>;

export function questionOf({ query, variables }: QueryCell): Question {
  const operations = operationsOf(query);
  const other = operations.find(({ keyword }) => keyword !== 'query');
  if (other) return { is: 'no-query', operation: other };
  if (operations.length > 1) return { is: 'several', operation: operations[1]! };
  if (operations.length === 0) return { is: 'empty' };
  if (variables.trim() === '') return { is: 'ready', query, variables: {} };
  const read = readJson(variables);
  if ('wrong' in read) return { is: 'wrong-variables', wrong: read.wrong };
  const { value } = read;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { is: 'no-object', place: read.placeOf([]) };
  return { is: 'ready', query, variables: value as Fields };
}

/** The request of a query, scenarios put in the place of their names; undefined where it cannot be asked. */
export function requestOf(cell: QueryCell, { notebook, county }: CellPlace): Request<WholeReply> | undefined {
  const question = questionOf(cell);
  if (question.is !== 'ready') return undefined;
  const { query, variables } = question;
  return { query, variables: withScenarios(variables, notebook, county.code) as Fields, whole: true };
}

export function queryRequests(cell: QueryCell, place: CellPlace): { readonly reply: Request<WholeReply> } | undefined {
  const reply = requestOf(cell, place);
  return reply && { reply };
}

/** Where in the text of the variables the value stands that an error is about, if it is about one. */
export function placeInVariables(variables: string, { extensions }: WholeReply['errors'][number]): JsonPlace | undefined {
  const [first, ...rest] = fieldPath(extensions?.path ?? extensions?.field);
  const read = readJson(variables);
  if (first === undefined || 'wrong' in read) return undefined;
  const { value } = read;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, first)) return undefined;
  return read.placeOf([first, ...rest]);
}

/** What an answer shows as a table: the list that the cell names, else the one with most rows. */
export function shownTable(cell: QueryCell, { data }: WholeReply): ResultTable {
  const lists = rowListsOf(data);
  const list = lists.find(({ path }) => path === cell.rows) ?? lists[0];
  return tableOf(data, list?.path);
}

const isNumeric = (rows: ResultTable['rows'], index: number): boolean =>
  rows.some((row) => typeof row[index] === 'number') && rows.every((row) => row[index] === null || typeof row[index] === 'number');

/** Which columns hold nothing but numbers, and are set right. */
export const numericColumns = ({ columns, rows }: ResultTable): readonly boolean[] => columns.map((_, index) => isNumeric(rows, index));

/** A number as an analyst reads it: nothing rounded away that matters, years without separators. */
export function numberText(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 12, useGrouping: 'min2' }).format(value).replace('-', '−');
}

const plainValue = (value: TableValue): DataValue =>
  typeof value === 'boolean' ? String(value) : typeof value === 'object' && value !== null ? value.count : value;

const MOST_DIGITS = 6;
const digitsOf = (rows: ResultTable['rows'], index: number): number =>
  rows.some((row) => typeof row[index] === 'number' && !Number.isInteger(row[index])) ? MOST_DIGITS : 0;

export function queryTables({ cell, answers, words }: Shown<QueryCell, QueryAnswers, QueryWords>): readonly DataTable[] {
  const { reply } = answers;
  if (reply.data === null) return [];
  const table = shownTable(cell, reply);
  const numeric = numericColumns(table);
  const columns = table.columns.map(({ name }, index): DataColumn => {
    if (!numeric[index]) return { title: name, format: 'text' };
    return { title: name, format: 'number', digits: digitsOf(table.rows, index) };
  });
  const path = cell.rows ?? rowListsOf(reply.data)[0]?.path ?? '';
  return [
    {
      name: 'answer',
      title: cell.title || shownPath(path) || words.kind,
      columns,
      rows: table.rows.map((row) => row.map(plainValue)),
      source: words.source,
    },
  ];
}

/** A new cell asks something useful of the first scenario, or of the county where there is none. */
export function freshQuery({ notebook, county }: CellPlace) {
  const scenario = scenarioCells(notebook)[0];
  const one = { view: 'table' as const, rows: null };
  if (!scenario) {
    return {
      ...one,
      query:
        'query ($scope: [ID!]) {\n  villages(scope: $scope, first: 200) {\n    nodes { code name eligible township { name } }\n  }\n}\n',
      variables: JSON.stringify({ scope: [county.code] }, null, 2),
    };
  }
  return {
    ...one,
    query:
      'query ($scenario: ScenarioInput!) {\n  projection(scenario: $scenario) {\n    villages(first: 200) {\n      nodes {\n        village { name township { name } }\n        chance\n        standardError\n        income { mean bands { percentile value } }\n      }\n    }\n  }\n}\n',
    variables: JSON.stringify({ scenario: `@${scenario.id}` }, null, 2),
  };
}
