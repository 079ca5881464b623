/** One question to the API: its text, its variables, and the type of what comes back. */
export interface Request<Answer> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Carries the answer's type only; never set. */
  readonly answer?: Answer;
}

/** What went wrong, told by the API itself or by the way there. */
export type FailureCode = 'unreachable' | 'refused' | 'broken' | 'canceled';

/**
 * An answer that did not come. `refused` carries the API's own words (what, the offending value, a hint) and the field
 * meant; the others are told in the reader's words by the page. `canceled`: someone else ended the job.
 */
export class ApiFailure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly problem: string | undefined = undefined,
    readonly field: readonly (string | number)[] = [],
  ) {
    super(message);
    this.name = 'ApiFailure';
  }
}

interface GraphQLReply {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions?: { code?: unknown; path?: unknown; field?: unknown } }[];
}

/** Sends a request and gives its data; throws `ApiFailure`, or the abort itself when `signal` ends it. */
export type Send = <Answer>(request: Request<Answer>, signal: AbortSignal) => Promise<Answer>;

/**
 * The fetch client of the API.
 * @param language gives the language that errors are to come in, asked at each request
 */
export function createClient(endpoint: string, language: () => string, fetcher: typeof fetch = fetch): Send {
  return async function send<Answer>(request: Request<Answer>, signal: AbortSignal): Promise<Answer> {
    let response: Response;
    try {
      response = await fetcher(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': language() },
        body: JSON.stringify({ query: request.query, variables: request.variables }),
        signal,
      });
    } catch (cause) {
      if (signal.aborted) throw cause;
      throw new ApiFailure('unreachable', 'the server cannot be reached');
    }
    return readReply<Answer>(response, signal);
  };
}

async function readReply<Answer>(response: Response, signal: AbortSignal): Promise<Answer> {
  let reply: GraphQLReply;
  try {
    reply = (await response.json()) as GraphQLReply;
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiFailure(response.status >= 502 ? 'unreachable' : 'broken', `the server answered ${response.status} without JSON`);
  }
  const error = reply.errors?.[0];
  if (error) {
    const { code, path, field } = error.extensions ?? {};
    throw new ApiFailure('refused', error.message, typeof code === 'string' ? code : undefined, fieldPath(path ?? field));
  }
  if (reply.data === undefined || reply.data === null)
    throw new ApiFailure('broken', `the server answered ${response.status} without data`);
  return reply.data as Answer;
}

function fieldPath(path: unknown): (string | number)[] {
  if (typeof path === 'string') return path.split('.');
  return Array.isArray(path) ? path.filter((part): part is string | number => typeof part === 'string' || typeof part === 'number') : [];
}
