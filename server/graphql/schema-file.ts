import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { contentHash } from '../base/hashing.js';
import { printedSchema } from './schema.js';

/**
 * Serves the schema as text at /schema.graphql, for programs that generate code from it and for the notebook's query cell,
 * which completes and checks queries by it. Written when first asked for, so that starting does not wait for it.
 */
export function serveSchemaFile(server: FastifyInstance, schema: GraphQLSchema): void {
  let file: { text: string; tag: string } | undefined;
  server.get('/schema.graphql', async (request, reply) => {
    if (!file) {
      const text = printedSchema(schema);
      file = { text, tag: `"${contentHash(text).slice(0, 16)}"` };
    }
    reply.header('cache-control', 'no-cache').header('etag', file.tag);
    if (request.headers['if-none-match'] === file.tag) return reply.code(304).send();
    return reply.type('text/plain; charset=utf-8').send(file.text);
  });
}
