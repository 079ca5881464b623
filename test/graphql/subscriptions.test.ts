import { once } from 'node:events';
import { createClient, type Client } from 'graphql-ws';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket as SocketWithHeaders } from 'ws';
import { LOOPBACK_HOSTS } from '../../server/graphql/host-guard.js';
import { contractOperation, Serving, serving, type Answer } from './serving.js';

const server = serving({ allowedHosts: LOOPBACK_HOSTS });
const address = ({ url }: Serving) => `${url.replace('http', 'ws')}/graphql`;

const clients: Client[] = [];
afterEach(() => Promise.all(clients.splice(0).map((client) => client.dispose())));

/** A client as a browser has it, over a real WebSocket. */
function connect(to: Serving = server): Client {
  const client = createClient({ url: address(to), retryAttempts: 0 });
  clients.push(client);
  return client;
}

async function start(scenario: object, at: Serving = server): Promise<string> {
  const { data } = await at.ask(contractOperation('StartProjection'), { scenario });
  return data.startProjection.job.id;
}

/** What a subscription says until it ends. */
async function collect(query: string, variables: Record<string, unknown>, client = connect()): Promise<Answer[]> {
  const answers: Answer[] = [];
  for await (const answer of client.iterate({ query, variables })) answers.push(answer);
  return answers;
}

const SUBSCRIPTION = contractOperation('JobProgress');

describe('jobProgress over a WebSocket', () => {
  test('tells a job from where it stands to its end, then ends', async () => {
    const id = await start({ trials: 20_000 });
    const answers = await collect(SUBSCRIPTION, { id });
    const told = answers.map(({ data }) => data.jobProgress);
    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
    expect(told.at(-1)).toEqual({ id, status: 'COMPLETED', progress: 1, completedChunks: 1, totalChunks: 1 });
    expect(told.map(({ progress }) => progress)).toEqual(told.map(({ progress }) => progress).toSorted((left, right) => left - right));
    expect(await collect(SUBSCRIPTION, { id })).toEqual([{ data: { jobProgress: told.at(-1) } }]);
  });

  test('gives the projection with the end', async () => {
    const id = await start({ trials: 100 });
    const answers = await collect('subscription ($id: ID!) { jobProgress(id: $id) { projection { outcome { villageCount } } } }', { id });
    expect(answers.at(-1)).toEqual({ data: { jobProgress: { projection: { outcome: { villageCount: 130 } } } } });
  });

  test('several on one connection do not disturb each other, and one that is left is forgotten', async () => {
    const [long, short] = [await start({ trials: 200_000 }), await start({ trials: 100 })];
    const client = connect();
    const left = client.iterate<Answer>({ query: SUBSCRIPTION, variables: { id: long } });
    expect((await left.next()).value.data.jobProgress.id).toBe(long);
    await left.return?.();
    expect((await collect(SUBSCRIPTION, { id: short }, client)).at(-1)?.data.jobProgress.status).toBe('COMPLETED');
    await server.ask(contractOperation('CancelJob'), { id: long });
    expect((await collect(SUBSCRIPTION, { id: long }, client)).at(-1)?.data.jobProgress.status).toBe('CANCELED');
  });

  test('is worded like any other answer where it fails', async () => {
    const message = '没有编号为“none”的任务；早已结束的任务会被清除';
    const said = await collect(SUBSCRIPTION, { id: 'none' });
    expect(said).toEqual([
      { errors: [expect.objectContaining({ message, extensions: { code: 'UNKNOWN_JOB', details: { value: 'none' }, path: ['id'] } })] },
    ]);
  });
});

describe('at the door', () => {
  test('asks too much, or nothing that can be understood', async () => {
    const many = `{ ${Array.from({ length: 21 }, (_, i) => `a${i}: projection(scenario: { seed: ${i} }) { seed }`).join(' ')} }`;
    await expect(collect(many, {})).rejects.toMatchObject([{ extensions: { code: 'TOO_MANY_ROOTS' } }]);
    const deep = `{ __typename ${'a { '.repeat(13)} b ${'}'.repeat(13)} }`;
    await expect(collect(deep, {})).rejects.toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    await expect(collect('{ ', {})).rejects.toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
    await expect(collect(`{ ${'counties { code } '.repeat(6000)} }`, {})).rejects.toMatchObject([
      { extensions: { code: 'GRAPHQL_PARSE_FAILED' } },
    ]);
  });

  test('no more than twenty operations at a time on one connection', async () => {
    const id = await start({ trials: 200_000 });
    const client = connect();
    const watching = Array.from({ length: 20 }, () => client.iterate<Answer>({ query: SUBSCRIPTION, variables: { id } }));
    await Promise.all(watching.map((one) => one.next()));
    await expect(collect(SUBSCRIPTION, { id }, client)).rejects.toMatchObject([{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }]);
    await server.ask(contractOperation('CancelJob'), { id });
  });

  /** The HTTP status that opening a WebSocket with these headers is answered with; 101 is an open one. */
  function knock(headers: Record<string, string>, path = '/graphql'): Promise<number | undefined> {
    const socket = new SocketWithHeaders(server.url.replace('http', 'ws') + path, 'graphql-transport-ws', { headers });
    return new Promise((resolve, reject) => {
      socket.on('upgrade', (response) => {
        resolve(response.statusCode);
        socket.terminate();
      });
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('error', reject);
    });
  }

  test('pages of other origins, foreign names and other paths are refused', async () => {
    const { host } = new URL(server.url);
    expect(await knock({})).toBe(101);
    expect(await knock({ origin: `http://${host}` })).toBe(101);
    expect(await knock({ origin: 'https://evil.example' })).toBe(403);
    expect(await knock({ origin: 'null' })).toBe(403);
    expect(await knock({ origin: 'http://127.0.0.1:1' })).toBe(403);
    expect(await knock({ host: 'evil.example', origin: 'http://evil.example' })).toBe(421);
    expect(await knock({}, '/elsewhere')).toBe(404);
  });
});

test('closing the server ends open connections with notice, and leaves the job for the next start', async () => {
  const closing = new Serving();
  await closing.start();
  const id = await start({ trials: 200_000 }, closing);
  const socket = new SocketWithHeaders(address(closing), 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: SUBSCRIPTION, variables: { id } } }));
  await once(socket, 'message');
  const closed = once(socket, 'close');
  await closing.stop();
  const [code, reason] = (await closed) as [number, Buffer];
  expect([code, reason.toString()]).toEqual([1001, 'Going away']);
});
