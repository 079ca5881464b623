import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { formatMonth, parseMonth } from '../base/month.js';
import { toFen, toYuan } from '../base/money.js';
import { Problem, type ProblemDetails } from '../base/errors/problem.js';
import type { ProblemCode } from '../base/errors/catalogue.js';

export { GraphQLJSON as JSONValue } from 'graphql-scalars';

/** graphql-js keeps a GraphQLError thrown while it reads a value, and with it the problem that `format-error.ts` words. */
const refuse = (code: ProblemCode, details: ProblemDetails): never => {
  const problem = new Problem(code, details);
  throw new GraphQLError(problem.message, { originalError: problem });
};

const readNumber = (scalar: string, value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse('NOT_A_JSON_NUMBER', { scalar, value: JSON.stringify(value) });

/** A number in the API that means more than a Float: reading refuses everything but finite JSON numbers. */
function numberScalar(name: string, description: string, shown: (value: number) => number): GraphQLScalarType<number, number> {
  return new GraphQLScalarType<number, number>({
    name,
    description,
    serialize: (value) => shown(Number(value)),
    parseValue: (value) => readNumber(name, value),
    parseLiteral: (node) =>
      node.kind === Kind.INT || node.kind === Kind.FLOAT
        ? readNumber(name, Number(node.value))
        : refuse('NOT_A_JSON_NUMBER', { scalar: name, value: 'value' in node ? String(node.value) : node.kind }),
  });
}

export const Yuan = numberScalar('Yuan', 'A JSON number in yuan, two decimals.', (value) => toYuan(toFen(value)));
export const Rate = numberScalar('Rate', 'A decimal fraction: 0.187 is 18.7%.', (value) => value);

const readMonth = (value: unknown): string => {
  const written = typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) ? parseMonth(value) : undefined;
  return written === undefined ? refuse('BAD_YEAR_MONTH', { value: String(value) }) : formatMonth(written);
};

/** A month stays the text 2020-05 on both sides of the API: scenarios as written hold months as text. */
export const YearMonth = new GraphQLScalarType<string, string>({
  name: 'YearMonth',
  description: 'A month, 2020-05.',
  serialize: String,
  parseValue: readMonth,
  parseLiteral: (node) => readMonth(node.kind === Kind.STRING ? node.value : 'value' in node ? node.value : node.kind),
});
