import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { WholeReply } from '../../../../web/api/client.js';
import {
  freshQuery,
  numberText,
  placeInVariables,
  questionOf,
  queryFields,
  queryTables,
  requestOf,
  shownTable,
  type QueryCell,
} from '../../../../web/cells/query/query.js';
import { queryWords } from '../../../../web/cells/query/words.js';
import { placeOf, voiceIn } from '../sample-place.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const cellOf = (query: string, variables = '', more: Partial<QueryCell> = {}): QueryCell => ({
  id: 'q',
  kind: 'query',
  title: '',
  folded: false,
  query,
  variables,
  view: 'table',
  rows: null,
  ...more,
});
const reply = (data: unknown, errors: WholeReply['errors'] = []): WholeReply => ({ data, errors });
const VILLAGES = {
  villages: {
    nodes: [
      { name: '坡芽村', chance: 0.25, eligible: true },
      { name: '感怀村', chance: null, eligible: false },
    ],
  },
};

describe('a query cell', () => {
  it.each([
    ['', '', 'empty'],
    ['# nothing yet', '', 'empty'],
    ['{ counties { name } }', '', 'ready'],
    ['{ counties { name } }', '{"a": 1', 'wrong-variables'],
    ['{ counties { name } }', '[1]', 'no-object'],
    ['query A { a } query B { b }', '', 'several'],
    ['mutation { a }', '', 'no-query'],
    ['query A { a } mutation { a }', '', 'no-query'],
    ['subscription { a }', '', 'no-query'],
  ])('%s with variables %s: %s', (query, variables, expected) => {
    const cell = cellOf(query, variables);
    expect(questionOf(cell).is).toBe(expected);
    expect(requestOf(cell, placeOf()) !== undefined).toBe(expected === 'ready');
  });

  it('names in its variables the scenarios that it depends on, and asks with them in place', () => {
    const place = placeOf({ id: 'plan', kind: 'parameters', title: '计划', scenario: { horizon: 2 } });
    const cell = cellOf('query ($s: ScenarioInput!) { projection(scenario: $s) { seed } }', '{"s": "@plan"}');
    expect(queryFields.variables.references?.(cell.variables)).toEqual([{ id: 'plan', role: 'scenario', kinds: ['parameters'] }]);
    expect(queryFields.variables.references?.('{"s": ')).toEqual([]);
    expect(requestOf(cell, place)).toMatchObject({ variables: { s: { horizon: 2, name: '计划' } }, whole: true });
  });

  it('begins with a query that the API answers, with a scenario and without', () => {
    for (const place of [placeOf(), placeOf({ id: 'plan', kind: 'parameters', scenario: {} })]) {
      const { query, variables } = freshQuery(place);
      expect(validate(schema, parse(query))).toEqual([]);
      expect(questionOf(cellOf(query, variables)).is).toBe('ready');
    }
  });

  it('finds where in the variables the value stands that an error is about', () => {
    const variables = '{"s": {"horizon": 99}}';
    const at = (extensions: object) => {
      const place = placeInVariables(variables, { message: '', extensions });
      return place && variables.slice(place.from, place.to);
    };
    expect(at({ path: ['s', 'horizon'] })).toBe('99');
    expect(at({ field: 's.horizon' })).toBe('99');
    expect(at({ path: ['s', 'grant'] })).toBe('{"horizon": 99}');
    expect(at({ path: ['toString'] })).toBeUndefined();
    expect(at({})).toBeUndefined();
  });

  it('shows the list that it names, or the longest where that is gone', () => {
    const data = { parks: [{ code: 'P1' }], villages: { nodes: [{ name: 'a' }, { name: 'b' }] } };
    expect(shownTable(cellOf('', '', { rows: 'parks' }), reply(data)).rows).toEqual([['P1']]);
    expect(shownTable(cellOf('', '', { rows: 'gone' }), reply(data)).rows).toEqual([['a'], ['b']]);
  });

  it('gives its answer as a table for files, raw', () => {
    const shown = { cell: cellOf(''), answers: { reply: reply(VILLAGES) }, ...placeOf(), ...voiceIn('zh-CN', queryWords) };
    const [table] = queryTables(shown);
    expect(table).toMatchObject({
      title: 'villages',
      columns: [
        { title: 'name', format: 'text' },
        { title: 'chance', format: 'number', digits: 6 },
        { title: 'eligible', format: 'text' },
      ],
      rows: [
        ['坡芽村', 0.25, 'true'],
        ['感怀村', null, 'false'],
      ],
    });
    expect(queryTables({ ...shown, answers: { reply: reply(null) } })).toEqual([]);
  });

  it('writes numbers so that nothing that matters is rounded away, years without separators', () => {
    expect([2020, 12345.678, -0.5].map((value) => numberText(value, 'zh-CN'))).toEqual(['2020', '12,345.678', '−0.5']);
  });
});
