import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationsOf } from '../../../../web/cells/query/operations.js';

describe('the operations of a document', () => {
  it.each([
    ['{ counties { name } }', ['query 0']],
    ['query Q($a: X = {b: [1]}) @d(x: {y: 1}) { a(b: {c: 1}) { d } }', ['query 0']],
    ['# mutation {}\nquery { a }', ['query 14']],
    ['{ a(b: "} mutation {") } mutation { c }', ['query 0', 'mutation 25']],
    ['{ a(b: """ " } mutation { \\""" """) }', ['query 0']],
    ['fragment mutation on Query { a } subscription S { b }', ['subscription 33']],
    ['query mutation { mutation }', ['query 0']],
    ['', []],
    ['query {', ['query 0']],
  ])('%s', (document, expected) => {
    expect(operationsOf(document).map(({ keyword, from }) => `${keyword} ${from}`)).toEqual(expected);
  });

  it('are those that the parser finds', () => {
    const document = readFileSync('test/contract/operations.graphql', 'utf8');
    const parsed = parse(document).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    expect(operationsOf(document)).toEqual(parsed.map(({ operation, loc }) => ({ keyword: operation, from: loc!.start })));
  });
});
