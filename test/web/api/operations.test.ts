import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as operations from '../../../web/api/operations.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const requests = {
  counties: operations.counties(),
  villages: operations.villages('451026'),
  notebooks: operations.notebooks(),
  modelFit: operations.modelFit('451026', null),
  income: operations.income('451026', 'MONTH', null),
  countyOutcome: operations.countyOutcome({}, 2020),
  villageChances: operations.villageChances({}, null),
  workspace: operations.workspace(),
  setWorkspaceAssumption: operations.setWorkspaceAssumption('horizon', 2),
  resetWorkspaceAssumption: operations.resetWorkspaceAssumption('horizon'),
  responseCurve: operations.responseCurve({}, '451026205202', 'a', 2021, 0.8),
  backtest: operations.backtest('451026', 4000),
  comparison: operations.comparison([{}, {}], 2020),
  villageStory: operations.villageStory({}, '451026205202', [2020, 2021]),
};

describe('operations', () => {
  it.each(Object.entries(requests))('%s is valid in the published schema', (_name, { query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  it('are all held here', () => {
    expect(Object.keys(requests).sort()).toEqual(Object.keys(operations).sort());
  });
});
