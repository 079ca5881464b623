import { describe, expect, it } from 'vitest';
import { rowListsOf, shownPath, sortedRows, tableOf, type ResultTable } from '../../../../web/cells/query/result-table.js';

const namesOf = (table: ResultTable) => table.columns.map(({ name }) => name);

const villages = {
  projection: {
    seed: 1357,
    villages: {
      totalCount: 2,
      nodes: [
        {
          village: { name: '坡芽村', township: { name: '百都乡' } },
          chance: 0.5,
          income: {
            bands: [
              { percentile: 5, value: 1 },
              { percentile: 95, value: 9 },
            ],
          },
        },
        {
          village: { name: '感怀村', township: { name: '百都乡' } },
          chance: 0.25,
          income: {
            bands: [
              { percentile: 5, value: 2 },
              { percentile: 95, value: 8 },
            ],
          },
        },
      ],
    },
  },
};

describe('an answer as a table', () => {
  it('unwraps connections, flattens nested objects and spreads short lists by what names their members', () => {
    const [first] = rowListsOf(villages);
    expect(first).toEqual({ path: 'projection.villages.nodes', count: 2 });
    expect(shownPath(first!.path)).toBe('projection.villages');
    const table = tableOf(villages, first!.path);
    expect(namesOf(table)).toEqual(['village.name', 'village.township.name', 'chance', 'income.bands.5', 'income.bands.95']);
    expect(table.rows).toEqual([
      ['坡芽村', '百都乡', 0.5, 1, 9],
      ['感怀村', '百都乡', 0.25, 2, 8],
    ]);
    expect(table.columns.at(-1)!.field).toBe('projection.villages.nodes.income.bands.value');
    expect(table.context).toEqual([
      { name: 'projection.seed', field: 'projection.seed', value: 1357 },
      { name: 'projection.villages.totalCount', field: 'projection.villages.totalCount', value: 2 },
    ]);
  });

  it('takes the inner list as rows where asked, each row with what stands above it', () => {
    const table = tableOf(villages, 'projection.villages.nodes.income.bands');
    expect(namesOf(table)).toEqual([
      'projection.villages.village.name',
      'projection.villages.village.township.name',
      'projection.villages.chance',
      'percentile',
      'value',
    ]);
    expect(table.rows.map((row) => row.slice(3))).toEqual([
      [5, 1],
      [95, 9],
      [5, 2],
      [95, 8],
    ]);
  });

  it('counts lists that have no room in a row', () => {
    const data = { counties: [{ name: '那坡县', townships: [{ villages: 3 }, { villages: 3 }], parks: [] }] };
    expect(rowListsOf(data)).toEqual([
      { path: 'counties.townships', count: 2 },
      { path: 'counties', count: 1 },
    ]);
    expect(tableOf(data, 'counties').rows).toEqual([['那坡县', { count: 2 }, '']]);
    expect(tableOf(data, 'counties.townships').rows).toEqual([
      ['那坡县', '', 3],
      ['那坡县', '', 3],
    ]);
  });

  it('reads lists of plain values side by side', () => {
    const data = { responseCurve: { bestChance: 0.9, grants: [0, 1, 2], chances: [0.1, 0.2, 0.3] } };
    expect(rowListsOf(data)).toEqual([{ path: 'responseCurve.*', count: 3 }]);
    const table = tableOf(data, 'responseCurve.*');
    expect(namesOf(table)).toEqual(['grants', 'chances']);
    expect(table.columns[0]!.field).toBe('responseCurve.grants');
    expect(table.rows[2]).toEqual([2, 0.3]);
    expect(table.context).toEqual([{ name: 'responseCurve.bestChance', field: 'responseCurve.bestChance', value: 0.9 }]);
  });

  it('makes one row of an answer without lists, and of edges their nodes', () => {
    const table = tableOf({ village: { name: '坡芽村', eligible: true } }, undefined);
    expect(namesOf(table)).toEqual(['village.name', 'village.eligible']);
    expect(table.rows).toEqual([['坡芽村', true]]);
    const edges = { jobs: { edges: [{ cursor: 'a', node: { id: '1' } }] } };
    expect(namesOf(tableOf(edges, 'jobs.edges'))).toEqual(['cursor', 'id']);
  });

  it('takes no more rows than it says', () => {
    const data = { income: { groups: Array.from({ length: 20_001 }, (_, amount) => ({ amount })) } };
    const table = tableOf(data, 'income.groups');
    expect([table.rows.length, table.truncated]).toEqual([20_000, true]);
  });

  it('sorts numbers as numbers, Chinese by sound, what is missing last', () => {
    const data = {
      list: [
        { a: '乙', n: 10 },
        { a: '甲', n: null },
        { a: '丙', n: 9 },
      ],
    };
    const table = tableOf(data, 'list');
    expect(sortedRows(table, 'n', false).map(([name]) => name)).toEqual(['丙', '乙', '甲']);
    expect(sortedRows(table, 'n', true).map(([name]) => name)).toEqual(['乙', '丙', '甲']);
    expect(sortedRows(table, 'a', false).map(([name]) => name)).toEqual(['丙', '甲', '乙']);
    expect(sortedRows(table, 'gone', true)).toBe(table.rows);
  });
});
