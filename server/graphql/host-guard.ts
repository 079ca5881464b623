import type { FastifyInstance } from 'fastify';

/** The names under which a server that listens on this machine only is meant. */
export const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests under any other host name. A page on the internet can point its own name at 127.0.0.1 (DNS
 * rebinding) and would then read a local server as its own; the Host header still tells that name.
 */
export function guardHosts(server: FastifyInstance, allowed: readonly string[]): void {
  const names = new Set(allowed.map((name) => name.toLowerCase()));
  server.addHook('onRequest', async (request, reply) => {
    const name = (request.headers.host ?? '').toLowerCase().replace(/:\d*$/, '');
    if (names.has(name)) return;
    await reply
      .code(421)
      .type('text/plain; charset=utf-8')
      .send(`此服务不以“${name}”为名 / not served under the name "${name}": set ALLOWED_HOSTS\n`);
  });
}
