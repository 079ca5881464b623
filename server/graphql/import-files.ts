import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../base/errors/problem.js';
import type { ImportDesk } from '../intake/import-desk.js';
import { languageOf } from './language.js';

const TOO_LARGE: ReadonlySet<string> = new Set(['FILE_TOO_LARGE', 'IMPORT_TOO_LARGE']);

/**
 * Files to import: POST /imports?name=… with the bytes as application/octet-stream (a type that a foreign page cannot send
 * unasked) begins an import and answers its id; &import={id} adds a file to it. The bytes go to disk as they come.
 */
export async function serveImportFiles(server: FastifyInstance, desk: ImportDesk): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    scope.post<{ Querystring: { name?: string; import?: string }; Body: IncomingMessage }>('/imports', async (request, reply) => {
      const { name = '', import: id } = request.query;
      try {
        const { id: opened, files } = await desk.receive(id, name.trim(), request.body);
        return await reply.code(201).send({ id: opened, files });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const message = error.text(languageOf(request.headers['accept-language']));
        return reply.code(TOO_LARGE.has(error.code) ? 413 : 422).send({ code: error.code, message });
      }
    });
  });
}
