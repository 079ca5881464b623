import { buildSchema, graphqlSync, parse, validate, GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { sayError } from '../../../../web/cells/query/graphql-errors.js';
import { queryWords } from '../../../../web/cells/query/words.js';

const schema = buildSchema(`
  type Query { village(code: ID!, where: Where): Village villages: [Village!]! }
  type Village { name: String! mode: Mode }
  enum Mode { INDUSTRY TOURISM }
  input Where { rate: Float name: String! }
`);

/** What graphql-js itself says of a query. */
function saidOf(query: string, variableValues: Record<string, unknown> = {}): string {
  try {
    const [error] = validate(schema, parse(query));
    return (error ?? graphqlSync({ schema, source: query, variableValues }).errors![0]!).message;
  } catch (thrown) {
    if (thrown instanceof GraphQLError) return thrown.message;
    throw thrown;
  }
}

describe('an error of graphql-js in Chinese', () => {
  it.each([
    ['{ vilages { name } }', {}, '“Query”没有字段“vilages”。您是不是要写 villages, village？'],
    ['{ villages }', {}, '“villages”是“[Village!]!”，要在花括号里写出要它的哪些字段。您是不是要写 villages { ... }？'],
    ['{ villages { name { x } } }', {}, '“name”是“String!”，没有下一层字段，请去掉花括号。'],
    ['{ villages(first: 1) { name } }', {}, '“Query.villages”没有参数“first”。'],
    ['{ village { name } }', {}, '“village”必须给参数“code”(ID!)。'],
    ['{ village(code: $code) { name } }', {}, '变量 $code 没有声明。请写在 query 后面的括号里。'],
    ['query ($a: ID) { villages { name } }', {}, '变量 $a 声明了，但没有用到。'],
    ['query ($code: ID!) { village(code: $code) { name } }', {}, '变量 $code(ID!)必须给值。'],
    [
      'query ($where: Where) { village(code: 1, where: $where) { name } }',
      { where: { name: 'a', rate: 'x' } },
      '变量 $where 的 where.rate 不对("x")：Float cannot represent non numeric value: "x"',
    ],
    [
      'query ($where: Where) { village(code: 1, where: $where) { name } }',
      { where: { name: 'a', rte: 1 } },
      '变量 $where 不对({ name: "a", rte: 1 })：“Where”没有字段“rte”。您是不是要写 rate？',
    ],
    [
      'query ($where: Where) { village(code: 1, where: $where) { name } }',
      { where: {} },
      '变量 $where 不对({})：必须给字段“name”(String!)。',
    ],
    ['query ($code: Float!) { village(code: $code) { name } }', {}, '变量 $code 是“Float!”，这里要“ID!”。'],
    ['query ($a: Wher) { village(code: 1, where: $a) { name } }', {}, '没有类型“Wher”。您是不是要写 Where？'],
    ['{ village(code: 1, where: {nam: "a"}) { name } }', {}, '必须给字段“name”(String!)。'],
    ['{ villages { name }', {}, '写法不对：这里要 Name，写的是 <EOF>。'],
    ['{ villages { name? } }', {}, '写法不对：这里不该有 character: "?"。'],
  ])('%s', (query, variables, expected) => {
    expect(sayError(saidOf(query, variables), queryWords['zh-CN'])).toBe(expected);
  });

  it('that is not known stays as it is', () => {
    expect(sayError('没有这个村', queryWords['zh-CN'])).toBe('没有这个村');
  });
});
