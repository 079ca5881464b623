import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as operations from '../../../web/api/operations.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const requests = {
  counties: operations.counties(),
  villages: operations.villages('451026'),
  notebooks: operations.notebooks(),
  workspace: operations.workspace(),
  setWorkspaceAssumption: operations.setWorkspaceAssumption('horizon', 2),
  resetWorkspaceAssumption: operations.resetWorkspaceAssumption('horizon'),
};

describe('operations', () => {
  it.each(Object.entries(requests))('%s is valid in the published schema', (_name, { query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  it('are all held here', () => {
    expect(Object.keys(requests).sort()).toEqual(Object.keys(operations).sort());
  });
});
