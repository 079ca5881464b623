import { describe, expect, test } from 'vitest';
import { raiseRevision } from '../../server/store/revision.js';
import { contractOperation, serving } from './serving.js';

const server = serving();

/** How many SQL statements an operation sends once what can be kept is kept. */
async function statements(name: string, variables: object): Promise<number> {
  await server.ask(contractOperation(name), variables);
  server.statements = 0;
  // Another text, so that the answer is resolved again instead of sent again.
  const { errors } = await server.ask(`${contractOperation(name)} # again`, variables);
  expect(errors).toBeUndefined();
  return server.statements;
}

describe('SQL statements do not grow with the rows of an answer', () => {
  test.each([
    ['Counties', {}, {}],
    ['Villages', { first: 2 }, { first: 200 }],
    ['Income', { groupBy: ['YEAR'] }, { groupBy: ['VILLAGE', 'MODE', 'PARK', 'MONTH'] }],
    ['ModelFit', { scope: ['451026100001'] }, {}],
    ['Projection', { scenario: { scope: ['451026100001'], trials: 100 } }, { scenario: { trials: 100 } }],
  ])('%s', async (name, small, large) => {
    const few = await statements(name, small);
    expect(await statements(name, large)).toBeLessThanOrEqual(few + 2);
    expect(few).toBeLessThanOrEqual(4);
  });

  test('an answer asked for again is sent again after one look at the revision, until an import', async () => {
    const ask = () => server.ask(contractOperation('Villages'), { first: 3 });
    const first = await ask();
    server.statements = 0;
    const again = await ask();
    expect([server.statements, again.data, again.errors]).toEqual([1, first.data, undefined]);
    await raiseRevision(server.store.db);
    server.statements = 0;
    await ask();
    expect(server.statements).toBeGreaterThan(1);
  });

  test('equal scenarios asked for at the same time are computed once, whatever they are called', async () => {
    const before = await projections();
    const { data } = await server.ask(`{
      a: projection(scenario: { trials: 100, seed: 99, name: "甲" }) { outcome { expectedReaching { mean } } }
      b: projection(scenario: { trials: 100, seed: 99, name: "乙" }) { outcome { expectedReaching { mean } } }
      c: projection(scenario: { trials: 100, seed: 98 }) { outcome { expectedReaching { mean } } }
    }`);
    const after = await projections();
    expect(data.a).toEqual(data.b);
    expect(data.a).not.toEqual(data.c);
    expect({ engine: after.engine - before.engine, kept: after.kept - before.kept }).toEqual({ engine: 2, kept: 1 });
  });
});

async function projections(): Promise<{ engine: number; kept: number }> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const read = (source: string) => Number(new RegExp(`projections_total\\{source="${source}"\\} (\\d+)`).exec(text)?.[1]);
  return { engine: read('engine'), kept: read('kept') };
}
