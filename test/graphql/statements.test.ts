import { describe, expect, test } from 'vitest';
import { contractOperation, serving } from './serving.js';

const server = serving();

/** How many SQL statements an operation sends once what can be kept is kept. */
async function statements(name: string, variables: object): Promise<number> {
  await server.ask(contractOperation(name), variables);
  server.statements = 0;
  const { errors } = await server.ask(contractOperation(name), variables);
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

  test('equal scenarios asked for at the same time are computed once', async () => {
    const ask = () => server.ask(contractOperation('Projection'), { scenario: { trials: 100, seed: 99 } });
    const before = await projections();
    await Promise.all([ask(), ask(), ask()]);
    const after = await projections();
    expect({ engine: after.engine - before.engine, kept: after.kept - before.kept }).toEqual({ engine: 1, kept: 2 });
  });
});

async function projections(): Promise<{ engine: number; kept: number }> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const read = (source: string) => Number(new RegExp(`projections_total\\{source="${source}"\\} (\\d+)`).exec(text)?.[1]);
  return { engine: read('engine'), kept: read('kept') };
}
