import { randomUUID } from 'node:crypto';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { Problem, type Language } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';

/** Errors that graphql-js and the server find in a request itself: their words are for who writes the query. */
const REQUEST_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Where an unexpected error is written down. */
export type LogError = (error: unknown, id: string) => void;

/**
 * Turns the errors of one request into what its sender sees. A problem says itself in the sender's language, several
 * problems become several errors; anything unexpected is logged under a number and only the number is told.
 */
export const presentErrors = (errors: readonly GraphQLError[], language: Language, log: LogError): GraphQLFormattedError[] =>
  errors.flatMap((error) => {
    const problems = problemsOf(error);
    const { locations, path } = error;
    const where = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    if (problems.length) {
      return problems.map((problem) => ({
        message: problem.text(language),
        ...where,
        extensions: { code: problem.code, details: problem.details, path: problem.path.length ? problem.path : placeOfValue(error) },
      }));
    }
    const { code } = error.extensions;
    if (REQUEST_CODES.has(code))
      return [{ message: error.message, ...where, extensions: { code, details: {}, path: placeOfValue(error) } }];
    const id = randomUUID().slice(0, 8);
    log(error.originalError ?? error, id);
    const internal = new Problem('INTERNAL', { id });
    return [{ message: internal.text(language), ...where, extensions: { code: internal.code, details: internal.details, path: [] } }];
  });

/** The problems that an error was made of, through whatever wrapped it. */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Problem) return [error];
  if (error instanceof Problems) return error.problems;
  return error instanceof Error && 'originalError' in error && error.originalError ? problemsOf(error.originalError) : [];
}

/** graphql-js tells where in a variable a refused value stands only in its sentence: `at "scenario.growth[0].rate"`. */
function placeOfValue(error: GraphQLError): readonly string[] {
  const written = / at "([^"]+)"; /.exec(error.message)?.[1];
  return written ? written.split(/[.[\]]+/).filter((part) => part !== '') : [];
}
