import type { FastifyInstance } from 'fastify';

/** The names under which a server that listens on this machine only is meant. */
export const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

const nameOf = (host: string | undefined): string => (host ?? '').toLowerCase().replace(/:\d*$/, '');

/** Whether a Host header, with or without port, has one of the names. */
export const isAllowedHost = (host: string | undefined, allowed: readonly string[]): boolean =>
  allowed.some((name) => name.toLowerCase() === nameOf(host));

/**
 * Refuses requests under any other host name. A page on the internet can point its own name at 127.0.0.1 (DNS
 * rebinding) and would then read a local server as its own; the Host header still tells that name.
 */
export function guardHosts(server: FastifyInstance, allowed: readonly string[]): void {
  server.addHook('onRequest', async (request, reply) => {
    if (isAllowedHost(request.headers.host, allowed)) return;
    const name = nameOf(request.headers.host);
    await reply
      .code(421)
      .type('text/plain; charset=utf-8')
      .send(`此服务不以“${name}”为名 / not served under the name "${name}": set ALLOWED_HOSTS\n`);
  });
}
