import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import * as keeping from '../../../web/keeping/operations.js';
import * as library from '../../../web/library/operations.js';
import * as versions from '../../../web/versions/operations.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const spec = { notebook: 1, title: '', cells: [] };

it.each([
  keeping.notebook('one'),
  keeping.createNotebook({ id: 'one', from: null, spec }),
  keeping.saveNotebook({ id: 'one', revision: 1, spec }),
  library.notebookList('OWN', '', null),
  library.notebookSource('one'),
  library.create({}),
  library.toBin('one'),
  library.fromBin('one'),
  library.deleteForGood('one'),
  versions.notebookVersions('one', null),
  versions.notebookVersion('one', 1),
  versions.nameNotebookVersion({ id: 'one', revision: 1, name: null }),
])('operation %# is valid in the published schema', ({ query }) => {
  expect(validate(schema, parse(query))).toEqual([]);
});
