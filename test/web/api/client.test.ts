import { describe, expect, it } from 'vitest';
import { createClient } from '../../../web/api/client.js';

const { signal } = new AbortController();
const ask = (reply: () => Promise<Response>) =>
  createClient('/graphql', () => 'en', reply as typeof fetch)({ query: '{ a }', variables: {} }, signal);
const json =
  (body: unknown, status = 200) =>
  () =>
    Promise.resolve(new Response(JSON.stringify(body), { status }));

describe('the client', () => {
  it('gives the data', async () => {
    await expect(ask(json({ data: { a: 1 } }))).resolves.toEqual({ a: 1 });
  });

  it("passes the API's own words on, with the field meant", async () => {
    const errors = [{ message: '金额要在 0 以上', extensions: { code: 'OUT_OF_RANGE', path: ['scenario', 'policy', 'flat', 'amount'] } }];
    await expect(ask(json({ errors }))).rejects.toMatchObject({
      code: 'refused',
      message: '金额要在 0 以上',
      problem: 'OUT_OF_RANGE',
      field: ['scenario', 'policy', 'flat', 'amount'],
    });
  });

  it('tells a server that is away from one that talks nonsense', async () => {
    await expect(ask(() => Promise.reject(new TypeError('failed to fetch')))).rejects.toMatchObject({ code: 'unreachable' });
    await expect(ask(() => Promise.resolve(new Response('<html>', { status: 502 })))).rejects.toMatchObject({ code: 'unreachable' });
    await expect(ask(() => Promise.resolve(new Response('<html>')))).rejects.toMatchObject({ code: 'broken' });
    await expect(ask(json({ data: null }))).rejects.toMatchObject({ code: 'broken' });
  });

  it('lets an abort be an abort', async () => {
    const controller = new AbortController();
    const send = createClient('/graphql', () => 'en', (() => Promise.reject(controller.signal.reason as Error)) as typeof fetch);
    controller.abort();
    await expect(send({ query: '{ a }', variables: {} }, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('gives the reply as it stands where it is wanted whole, errors beside what could be answered', async () => {
    const whole = (body: unknown) =>
      createClient('/graphql', () => 'en', json(body) as typeof fetch)({ query: '{ a }', variables: {}, whole: true }, signal);
    await expect(whole({ data: { a: 1 } })).resolves.toEqual({ data: { a: 1 }, errors: [] });
    await expect(whole({ data: { a: null }, errors: [{ message: 'x' }] })).resolves.toEqual({
      data: { a: null },
      errors: [{ message: 'x' }],
    });
    await expect(whole({ errors: [{ message: 'x' }] })).resolves.toEqual({ data: null, errors: [{ message: 'x' }] });
    await expect(whole({})).rejects.toMatchObject({ code: 'broken' });
  });

  it('lets a reply go that a page cannot hold', async () => {
    const megabyte = new Uint8Array(1 << 20).fill(0x20);
    let sent = 0;
    const endless = () =>
      Promise.resolve(new Response(new ReadableStream({ pull: (controller) => controller.enqueue((sent++, megabyte)) })));
    await expect(ask(endless)).rejects.toMatchObject({ code: 'too-large' });
    expect(sent).toBeLessThan(40);
  });
});
