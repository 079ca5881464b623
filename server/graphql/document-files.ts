import type { FastifyError, FastifyInstance } from 'fastify';
import { Problem } from '../base/errors/problem.js';
import { findDocument, storeDocument } from '../store/documents.js';
import type { Store } from '../store/store.js';
import { documentKind } from '../supervision/document-kind.js';
import { attachment } from './attachment.js';
import { languageOf } from './language.js';
import { toDocument } from './present/document.js';

const MOST_MEGABYTES = 10;
const MOST_NAME = 200;

/**
 * Evidence as files: POST /documents?name=…&by=… with the bytes as application/octet-stream (a type that a foreign page
 * cannot send unasked) stores one and answers its id; GET /documents/{id} gives it back, always as a download.
 */
export async function serveDocuments(server: FastifyInstance, store: Store): Promise<void> {
  await server.register(async (scope) => {
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      if (error.statusCode !== 413) throw error;
      const problem = new Problem('DOCUMENT_TOO_LARGE', { most: MOST_MEGABYTES });
      return reply.code(413).send({ code: problem.code, message: problem.text(languageOf(request.headers['accept-language'])) });
    });
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    scope.post<{ Querystring: { name?: string; by?: string }; Body: Buffer }>(
      '/documents',
      { bodyLimit: MOST_MEGABYTES * 2 ** 20 },
      async (request, reply) => {
        const name = request.query.name?.trim() ?? '';
        const refuse = (problem: Problem) =>
          reply.code(422).send({ code: problem.code, message: problem.text(languageOf(request.headers['accept-language'])) });
        if (name === '' || [...name].length > MOST_NAME) return refuse(new Problem('DOCUMENT_NAME'));
        const mediaType = Buffer.isBuffer(request.body) ? documentKind(name, request.body) : undefined;
        if (!mediaType) return refuse(new Problem('DOCUMENT_KIND', { value: name }));
        const by = request.query.by?.trim().slice(0, MOST_NAME) || null;
        const stored = await storeDocument(store.db, { name, mediaType, content: request.body, by, at: new Date() });
        return reply.code(201).send(toDocument(stored));
      },
    );

    scope.get<{ Params: { id: string } }>('/documents/:id', async (request, reply) => {
      const found = await findDocument(store.db, request.params.id);
      if (!found) return reply.callNotFound();
      return reply
        .type(found.media_type)
        .header('content-disposition', attachment(found.name))
        .header('cache-control', 'private, max-age=31536000, immutable')
        .send(found.content);
    });
  });
}
