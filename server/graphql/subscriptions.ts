import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, parse, validate, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Language } from '../base/errors/problem.js';
import { Problem } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import type { RequestContext } from './context.js';
import { presentErrors, type LogError } from './format-error.js';
import { guardProblems, MOST_TOKENS } from './guard.js';
import { isAllowedHost } from './host-guard.js';
import { languageOf } from './language.js';

export interface SubscriptionOptions {
  readonly schema: GraphQLSchema;
  readonly path: string;
  /** Host names to answer to; undefined: any. */
  readonly allowedHosts: readonly string[] | undefined;
  readonly bodyLimit: number;
  readonly log: LogError;
  readonly contextFor: (language: Language) => RequestContext;
}

/** Connections at a time, and operations at a time on one of them: each that waits costs a look at the database now and then. */
const MOST_CONNECTIONS = 200;
const MOST_OPERATIONS = 20;
/** How long a client has to answer that it has understood the end, milliseconds. */
const CLOSING_TIME = 1000;
const GOING_AWAY = 1001;

/**
 * Serves GraphQL over WebSocket (the graphql-transport-ws protocol) beside HTTP on the same address, behind the same guard.
 * Browsers let any page open a WebSocket to anywhere, so one that names a page of another origin is refused.
 */
export function serveSubscriptions(server: FastifyInstance, options: SubscriptionOptions): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.bodyLimit });
  useServer<undefined, { readonly request: IncomingMessage }>(
    {
      isProd: true,
      onSubscribe: ({ extra, subscriptions }, _id, payload) =>
        Object.keys(subscriptions).length > MOST_OPERATIONS
          ? [asError([new Problem('TOO_MANY_SUBSCRIPTIONS', { most: MOST_OPERATIONS })])]
          : toExecution(payload, options, languageOf(extra.request.headers['accept-language'])),
      onNext: ({ extra }, _id, _payload, _execution, { errors, ...result }) => ({
        ...result,
        ...(errors ? { errors: presentErrors(errors, languageOf(extra.request.headers['accept-language']), options.log) } : {}),
      }),
      onError: ({ extra }, _id, _payload, errors) =>
        presentErrors(errors, languageOf(extra.request.headers['accept-language']), options.log),
    },
    sockets,
  );
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = sockets.clients.size >= MOST_CONNECTIONS ? '503 Service Unavailable' : refusalOf(request, options);
    if (refusal) socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    else sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  });
  server.addHook('preClose', async () => {
    const closed = [...sockets.clients].map((client) => new Promise((resolve) => client.once('close', resolve)));
    for (const client of sockets.clients) client.close(GOING_AWAY, 'Going away');
    const late = new AbortController();
    await Promise.race([Promise.all(closed), setTimeout(CLOSING_TIME, undefined, { signal: late.signal }).catch(() => undefined)]);
    late.abort();
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  });
}

/** Why a request for a WebSocket is refused, as an HTTP status. */
function refusalOf({ url, headers }: IncomingMessage, { path, allowedHosts }: SubscriptionOptions): string | undefined {
  if (url?.split('?')[0] !== path) return '404 Not Found';
  if (allowedHosts && !isAllowedHost(headers.host, allowedHosts)) return '421 Misdirected Request';
  if (headers.origin !== undefined && !isSameOrigin(headers.origin, headers.host)) return '403 Forbidden';
  return undefined;
}

const isSameOrigin = (origin: string, host: string | undefined): boolean => {
  const written = URL.parse(origin)?.host;
  return written !== undefined && written === host?.toLowerCase();
};

/** What is to be executed, or what is wrong with it. */
function toExecution(
  { query, operationName, variables }: SubscribePayload,
  { schema, contextFor }: SubscriptionOptions,
  language: Language,
): ExecutionArgs | readonly GraphQLError[] {
  let document;
  try {
    document = parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    return [asRequestError(error, 'GRAPHQL_PARSE_FAILED')];
  }
  const invalid = validate(schema, document);
  if (invalid.length) return invalid.map((error) => asRequestError(error, 'GRAPHQL_VALIDATION_FAILED'));
  const problems = guardProblems({ schema, document, operationName, variables: variables ?? undefined });
  if (problems.length) return [asError(problems)];
  return { schema, document, operationName, variableValues: variables, contextValue: contextFor(language) };
}

const asError = (problems: readonly Problem[]): GraphQLError => {
  const refusal = new Problems(problems);
  return new GraphQLError(refusal.message, { originalError: refusal });
};

/** An error in the request itself keeps its words: they are for who writes it. */
const asRequestError = (error: unknown, code: string): GraphQLError => {
  const { message, nodes, source, positions } = error as GraphQLError;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
};
