import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const NOT_BUILT =
  '界面尚未构建；请运行 npm run build。API 在 /graphql。\nThe interface is not built：run npm run build. The API is at /graphql.\n';

/**
 * Serves the built notebook: assets that carry a hash in their name are kept for good, everything else is asked for
 * anew; any other address that a browser opens is the notebook's own.
 */
export async function serveWebFiles(server: FastifyInstance, root: string): Promise<void> {
  const built = existsSync(join(root, 'index.html'));
  if (built) {
    await server.register(fastifyStatic, {
      root: resolve(root),
      cacheControl: false,
      index: 'index.html',
      setHeaders: (reply, path) => {
        const hashed = path.includes(`${sep}assets${sep}`);
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  server.setNotFoundHandler((request, reply) => {
    const forPeople = (request.method === 'GET' || request.method === 'HEAD') && (request.headers.accept ?? '').includes('text/html');
    if (forPeople && built) return reply.sendFile('index.html');
    if (forPeople) return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
    return reply.code(404).type('text/plain; charset=utf-8').send(`没有 ${request.url} / no ${request.url}\n`);
  });
}
