import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance } from 'fastify';
import { Problem } from '../base/errors/problem.js';
import { languageOf } from './language.js';

/**
 * Answers what fails before a query is read, in the form of a GraphQL error, so that a client has one form to
 * understand. What is unexpected is logged under a number, and only the number is told.
 */
export function presentHttpErrors(server: FastifyInstance): void {
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    const id = randomUUID().slice(0, 8);
    if (status >= 500) request.log.error({ err: error, id }, 'unexpected error in a request');
    const problem =
      status === 413
        ? new Problem('BODY_TOO_LARGE', { most: `${server.initialConfig.bodyLimit}` })
        : status >= 500
          ? new Problem('INTERNAL', { id })
          : new Problem('BAD_HTTP_REQUEST', { value: error.message });
    const message = problem.text(languageOf(request.headers['accept-language']));
    return reply.code(status).send({ errors: [{ message, extensions: { code: problem.code, details: problem.details, path: [] } }] });
  });
}
