import type { FastifyError, FastifyInstance } from 'fastify';
import { Problem } from '../base/errors/problem.js';
import { renderPng } from '../pictures/render-png.js';
import { languageOf } from './language.js';

const MOST_BYTES = 4 * 2 ** 20;

/**
 * Charts as PNG: POST /pictures with an SVG of shapes and text as image/svg+xml (a type that a foreign page cannot send
 * unasked) answers the picture in the product's own font.
 */
export async function servePictures(server: FastifyInstance): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('image/svg+xml', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error: FastifyError | Problem, request, reply) => {
      if (!(error instanceof Problem)) throw error;
      return reply.code(422).send({ code: error.code, message: error.text(languageOf(request.headers['accept-language'])) });
    });
    scope.post<{ Body?: string }>('/pictures', { bodyLimit: MOST_BYTES }, async (request, reply) => {
      return reply.type('image/png').send(await renderPng(request.body ?? ''));
    });
  });
}
