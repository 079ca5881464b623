import { readFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { afterAll, beforeAll } from 'vitest';
import { createServer, type ServerOptions } from '../../server/graphql/server.js';
import { fillDemonstration } from '../../server/intake/commit.js';
import { openStore, type Store } from '../../server/store/store.js';

/** An answer as it was sent: its form is the schema's, so tests look into it field by field. */
export type Answer = ReturnType<typeof JSON.parse>;

export interface GraphQLReply {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Answer;
  readonly errors: readonly { message: string; path?: readonly unknown[]; extensions: Record<string, unknown> }[] | undefined;
}

/** A server on a free port over the demonstration county, with a count of the SQL statements sent. */
export class Serving {
  url = '';
  /** SQL statements since it was last set to 0. */
  statements = 0;
  store!: Store;
  #close: () => Promise<void> = async () => {};

  async start(options: Partial<ServerOptions> & { demonstration?: boolean } = {}): Promise<void> {
    const { demonstration = true, ...rest } = options;
    this.store = await openStore({ dataDirectory: ':memory:' });
    if (demonstration) await fillDemonstration(this.store);
    const db = this.store.db.withPlugin({
      transformQuery: ({ node }) => {
        this.statements += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const server = await createServer({ store: { ...this.store, db }, examples: 'scenarios/napo', webRoot: 'test/graphql/web', ...rest });
    this.url = await server.listen({ port: 0, host: '127.0.0.1' });
    this.#close = async () => {
      await server.close();
      await this.store.close();
    };
  }

  stop(): Promise<void> {
    return this.#close();
  }

  async ask(query: string, variables: object = {}, language = 'en'): Promise<GraphQLReply> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Pick<GraphQLReply, 'data' | 'errors'>;
    return { status: response.status, headers: response.headers, data: body.data, errors: body.errors };
  }

  /** What each error says, with its code and its place in the input. */
  async refusal(query: string, variables: object = {}, language = 'en'): Promise<string[]> {
    const { errors } = await this.ask(query, variables, language);
    return (errors ?? []).map(
      ({ message, extensions }) => `${extensions['code']} ${JSON.stringify(extensions['path'] ?? null)} ${message}`,
    );
  }
}

/** A server for all tests of a file. */
export function serving(options?: Parameters<Serving['start']>[0]): Serving {
  const server = new Serving();
  beforeAll(() => server.start(options));
  afterAll(() => server.stop());
  return server;
}

const operations = parse(readFileSync('test/contract/operations.graphql', 'utf8')).definitions;

/** The text of one of the contract's operations. */
export function contractOperation(name: string): string {
  const found = operations.find((definition) => definition.kind === 'OperationDefinition' && definition.name?.value === name);
  if (!found) throw new Error(`no operation ${name}`);
  return print(found);
}
