/** One question to the API: its text, its variables, and the type of what comes back. */
export interface Request<Answer> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Wants the reply as it stands, a `WholeReply`, instead of failing with the first error in it. */
  readonly whole?: boolean;
  /** Carries the answer's type only; never set. */
  readonly answer?: Answer;
}

/** An error as the API tells it. */
export interface ReplyError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: { readonly code?: unknown; readonly path?: unknown; readonly field?: unknown };
}

/** What could be answered, and what went wrong beside it. */
export interface WholeReply {
  readonly data: unknown;
  readonly errors: readonly ReplyError[];
}

/** What went wrong, told by the API itself or by the way there. */
export type FailureCode = 'unreachable' | 'refused' | 'broken' | 'canceled' | 'too-large';

/** A reply above this many bytes would leave the page without memory: it is let go. */
const MOST_BYTES = 32 * 1024 * 1024;

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

type GraphQLReply = Partial<WholeReply>;

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
    return readReply<Answer>(response, request.whole === true, signal);
  };
}

async function readReply<Answer>(response: Response, whole: boolean, signal: AbortSignal): Promise<Answer> {
  let reply: GraphQLReply;
  try {
    reply = JSON.parse(await readText(response)) as GraphQLReply;
  } catch (cause) {
    if (signal.aborted || cause instanceof ApiFailure) throw cause;
    throw new ApiFailure(response.status >= 502 ? 'unreachable' : 'broken', `the server answered ${response.status} without JSON`);
  }
  if (whole && (reply.data !== undefined || reply.errors)) return { data: null, errors: [], ...reply } as Answer;
  const error = reply.errors?.[0];
  if (error) {
    const { code, path, field } = error.extensions ?? {};
    throw new ApiFailure('refused', error.message, typeof code === 'string' ? code : undefined, fieldPath(path ?? field));
  }
  if (reply.data === undefined || reply.data === null)
    throw new ApiFailure('broken', `the server answered ${response.status} without data`);
  return reply.data as Answer;
}

async function readText({ body }: Response): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new ApiFailure('too-large', `the answer has more than ${MOST_BYTES} bytes`);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

/** The path in an error as parts, whether it came as a list or as text with dots. */
export function fieldPath(path: unknown): (string | number)[] {
  if (typeof path === 'string') return path.split('.');
  return Array.isArray(path) ? path.filter((part): part is string | number => typeof part === 'string' || typeof part === 'number') : [];
}
