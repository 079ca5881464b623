import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { guardProblems } from '../../server/graphql/guard.js';
import { createSchema } from '../../server/graphql/schema.js';
import { contractOperation, serving } from './serving.js';

const schema = createSchema();
const refusals = (text: string, variables: Record<string, unknown> = {}) =>
  guardProblems({ schema, document: parse(text), operationName: undefined, variables }).map((problem) => problem.message);

describe('measuring a request', () => {
  test('the operations of the contract and introspection pass', () => {
    for (const name of ['Counties', 'Villages', 'Income', 'ModelFit', 'Projection']) {
      expect(refusals(contractOperation(name), { first: 1000, limit: 100_000, scenario: {} })).toEqual([]);
    }
    expect(refusals(getIntrospectionQuery())).toEqual([]);
  });

  test('depth is counted through fragments', () => {
    const deep = '{ modelFit { ...a } } fragment a on ModelFit { streams { nodes { village { township { name } } } } }';
    const limits = { depth: 5, fields: 1e9, computed: 9 };
    const problems = guardProblems({ schema, document: parse(deep), operationName: undefined, variables: {} }, limits);
    expect(problems.map(({ message }) => message)).toEqual([
      'the query is 6 levels deep, at most 5 are allowed; split it into several queries',
    ]);
  });

  test('pages multiply, whether written, in a variable or by default', () => {
    const page = (argument: string) =>
      `query ($n: Int!) { ${Array.from({ length: 500 }, (_, i) => `a${i}: villages(${argument}) { nodes { code name eligible criteria { key met } } }`).join(' ')} }`;
    const said = 'the query expands to 3500500 fields, at most 2000000 are allowed; split it into several queries';
    expect(refusals(page('first: 1000'))).toEqual([said]);
    expect(refusals(page('first: $n'), { n: 1000 })).toEqual([said]);
    expect(refusals(page('first: $n'), { n: 10 })).toEqual([]);
    const byDefault = `{ ${Array.from({ length: 3000 }, (_, i) => `a${i}: village(code: "1") { name }`).join(' ')} }`;
    expect(refusals(byDefault)).toEqual([]);
  });

  test('a document that unfolds to a huge one is measured at once', () => {
    const fragments = Array.from({ length: 30 }, (_, i) => `fragment f${i} on County { ${`...f${i + 1} `.repeat(2)} }`).join(' ');
    expect(refusals(`{ counties { ...f0 } } ${fragments} fragment f30 on County { name }`)).toEqual([
      'the query expands to 1073741825 fields, at most 2000000 are allowed; split it into several queries',
    ]);
  });

  test('computed results are counted under any name', () => {
    const many = `{ ${Array.from({ length: 21 }, (_, i) => `a${i}: projection(scenario: { seed: ${i} }) { seed }`).join(' ')} }`;
    expect(refusals(many)).toEqual(['the request asks for 21 computed results, at most 20 are allowed; send several requests']);
  });
});

describe('at the door', () => {
  const server = serving();

  test('a refused request is a 400 in the language asked for, and resolves nothing', async () => {
    const many = `{ ${Array.from({ length: 21 }, (_, i) => `a${i}: projection(scenario: { seed: ${i} }) { seed }`).join(' ')} }`;
    const { status, data, errors } = await server.ask(many, {}, 'zh');
    expect({ status, data, errors }).toEqual({
      status: 400,
      data: undefined,
      errors: [
        {
          message: '一次请求里有 21 个需要计算的查询，最多 20 个；请分几次发送',
          extensions: { code: 'TOO_MANY_ROOTS', details: { value: 21, most: 20 }, path: [] },
        },
      ],
    });
  });

  test('a document of too many words is not parsed to the end', async () => {
    const [said] = await server.refusal(`{ ${'counties { code } '.repeat(6000)} }`);
    expect(said).toMatch(/^GRAPHQL_PARSE_FAILED .*20000 tokens/);
  });

  test('batches, large bodies and requests a foreign page could send are refused', async () => {
    const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
      fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    expect((await post('[{"query":"{ counties { code } }"}]')).status).toBe(400);
    const large = await post(JSON.stringify({ query: `{ counties { code } } # ${'x'.repeat(1024 * 1024)}` }));
    expect([large.status, await large.json()]).toEqual([
      413,
      {
        errors: [
          {
            message: '请求超过 1048576 字节；请拆成几个请求',
            extensions: { code: 'BODY_TOO_LARGE', details: { most: '1048576' }, path: [] },
          },
        ],
      },
    ]);
    const broken = await post('{');
    expect([broken.status, await broken.json()]).toEqual([
      400,
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_HTTP_REQUEST' }) })] },
    ]);
    expect((await post('{"query":"{ counties { code } }"}', { 'content-type': 'text/plain' })).status).toBe(400);
    const get = `${server.url}/graphql?query=${encodeURIComponent('{ counties { code } }')}`;
    expect((await fetch(get)).status).toBe(400);
    const allowed = await fetch(get, { headers: { 'apollo-require-preflight': '1' } });
    expect(await allowed.json()).toEqual({ data: { counties: [{ code: '451026' }] } });
  });
});
