import { readFileSync, readdirSync } from 'node:fs';
import { buildSchema, parse as parseQuery, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isJobRequest } from '../../../web/api/job-request.js';
import { counties, villages, type County, type Village } from '../../../web/api/operations.js';
import { countyOutcome } from '../../../web/cells/outcome/operations.js';
import { scenarioCells } from '../../../web/cells/parameters/parameters.js';
import { CELL_KINDS, kindOf } from '../../../web/cells/registry.js';
import { PRODUCT_DEFAULTS } from '../../../web/cells/scenario-defaults.js';
import { askedScenario } from '../../../web/cells/scenario-request.js';
import { blockOf } from '../../../web/notebook/graph.js';
import { toNotebook } from '../../../web/notebook/to-notebook.js';
import { serving } from '../../graphql/serving.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const server = serving();
const ask = async <Answer>({ query, variables }: { query: string; variables: object }): Promise<Answer> => {
  const { data, errors } = await server.ask(query, variables, 'zh');
  expect(errors?.map(({ message }) => message)).toBeUndefined();
  return data as Answer;
};

const EXAMPLES = readdirSync('scenarios/napo').filter((name) => name.endsWith('.notebook.yaml'));
/** What an example itself says to the API, beside scenarios; what other kinds ask is tested with them. */
const ASKED = ['query', 'bulletin', 'running-year'];

describe.each(EXAMPLES)('the worked example %s', (file) => {
  it('refers to what is there; its scenarios, queries and bulletins are answered for the demonstration county', async () => {
    // Few trials: what is asked is whether there is an answer, not how exact it is.
    const text = readFileSync(`scenarios/napo/${file}`, 'utf8').replace(/trials: \d+/g, 'trials: 100');
    const notebook = toNotebook(parse(text), CELL_KINDS);
    const county = (await ask<{ counties: readonly County[] }>(counties())).counties[0]!;
    const roster = (await ask<{ villages: { nodes: readonly Village[] } }>(villages(county.code))).villages.nodes;
    const place = { notebook, county, villages: roster, defaults: PRODUCT_DEFAULTS };
    for (const { scenario } of scenarioCells(notebook)) await ask(countyOutcome(askedScenario(scenario, county.code), null));
    for (const cell of notebook.cells) {
      expect([cell.id, blockOf(notebook, cell, new Set(), CELL_KINDS)]).toEqual([cell.id, undefined]);
      expect([cell.id, CELL_KINDS.has(cell.kind)]).toEqual([cell.id, true]);
      for (const request of Object.values(kindOf(cell).requests(cell, place) ?? {})) {
        for (const { query } of isJobRequest(request) ? [request, request.result('')] : [request]) {
          expect([cell.id, validate(schema, parseQuery(query))]).toEqual([cell.id, []]);
        }
        if (ASKED.includes(cell.kind)) await ask(request);
      }
    }
  });
});
