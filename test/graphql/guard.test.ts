import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { guardProblems } from '../../server/graphql/guard.js';
import { createSchema } from '../../server/graphql/schema.js';
import { contractOperation, serving } from './serving.js';

const schema = createSchema();
const refusals = (text: string, variables: Record<string, unknown> = {}) =>
  guardProblems({ schema, document: parse(text), operationName: undefined, variables }).map((problem) => problem.message);

/** A field under many names. */
const aliases = (count: number, field: string, letter = 'a') =>
  Array.from({ length: count }, (_, i) => `${letter}${i}: ${field}`).join(' ');

/** Fragments that each hold the next one twice. */
const doubling = (count: number, type: string, leaf: string) =>
  [
    ...Array.from({ length: count }, (_, i) => `fragment f${i} on ${type} { ...f${i + 1} ...f${i + 1} }`),
    `fragment f${count} on ${type} { ${leaf} }`,
  ].join(' ');

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
    expect(refusals(`{ counties { ...f0 } } ${doubling(30, 'County', 'name')}`)).toEqual([
      'the query expands to 1073741825 fields, at most 2000000 are allowed; split it into several queries',
    ]);
    expect(refusals(`{ ...f0 } ${doubling(30, 'Query', 'modelFit { asOf }')}`)).toEqual([
      'the query expands to 2147483648 fields, at most 2000000 are allowed; split it into several queries',
      'the request asks for 1073741824 computed results, at most 20 are allowed; send several requests',
    ]);
  });

  const TWENTY_ONE = ['the request asks for 21 computed results, at most 20 are allowed; send several requests'];

  test.each([
    ['projections', 'projection(scenario: {}) { seed }'],
    ['fits', 'modelFit { asOf }'],
    ['bulletins', 'bulletin(month: "2020-05") { reported }'],
    ['sums of receipts, which have no pages', 'income(groupBy: [VILLAGE]) { total }'],
  ])('%s are counted as computed results under any name', (_, field) => {
    expect(refusals(`{ ${aliases(21, field)} }`)).toEqual(TWENTY_ONE);
    expect(refusals(`{ ${aliases(20, field)} }`)).toEqual([]);
    expect(refusals(`{ ...a ... on Query { ${aliases(11, field)} } } fragment a on Query { ${aliases(10, field, 'b')} }`)).toEqual(
      TWENTY_ONE,
    );
  });

  test('short lists, pages and single entries are not', () => {
    const fields = [
      'counties { code }',
      'village(code: "1") { name }',
      'job(id: "1") { id }',
      'villages(first: 1) { totalCount }',
      '__typename',
    ];
    for (const field of fields) expect(refusals(`{ ${aliases(100, field)} }`)).toEqual([]);
  });
});

describe('at the door', () => {
  const server = serving();

  test.each([
    [
      'many names for one question',
      `{ ${aliases(21, 'projection(scenario: {}) { seed }')} }`,
      { code: 'TOO_MANY_ROOTS', details: { value: 21, most: 20 }, path: [] },
      '一次请求里有 21 个需要计算的查询，最多 20 个；请分几次发送',
      'the request asks for 21 computed results, at most 20 are allowed; send several requests',
    ],
    [
      'wide: the largest page under many names',
      `{ ${aliases(400, 'villages(first: 1000) { nodes { code name eligible target township { code name } } }')} }`,
      { code: 'TOO_MANY_FIELDS', details: { value: 3_200_400, most: 2_000_000 }, path: [] },
      '查询展开后有 3200400 个字段，最多 2000000 个；请拆成几个查询',
      'the query expands to 3200400 fields, at most 2000000 are allowed; split it into several queries',
    ],
    [
      'fragments that double',
      `{ counties { ...f0 } } ${doubling(25, 'County', 'code')}`,
      { code: 'TOO_MANY_FIELDS', details: { value: 2 ** 25 + 1, most: 2_000_000 }, path: [] },
      '查询展开后有 33554433 个字段，最多 2000000 个；请拆成几个查询',
      'the query expands to 33554433 fields, at most 2000000 are allowed; split it into several queries',
    ],
  ])('%s: a 400 in the language asked for, and nothing is resolved', async (_, query, extensions, chinese, english) => {
    for (const [language, message] of [
      ['zh', chinese],
      ['en', english],
    ] as const) {
      const before = server.statements;
      const { status, data, errors } = await server.ask(query, {}, language);
      expect({ status, data, errors }).toEqual({ status: 400, data: undefined, errors: [{ message, extensions }] });
      expect(server.statements).toBe(before);
    }
  });

  test('introspection that goes round in circles is refused', async () => {
    const circle = `{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} } '.repeat(5)} } } }`;
    expect(await server.refusal(circle)).toEqual(['GRAPHQL_VALIDATION_FAILED [] Maximum introspection depth exceeded']);
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
