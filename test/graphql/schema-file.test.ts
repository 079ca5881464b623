import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { serving } from './serving.js';

const server = serving({ demonstration: false });
const get = (headers: Record<string, string> = {}) => fetch(`${server.url}/schema.graphql`, { headers });

test('the schema is served as the repository holds it, and is not sent again to who has it', async () => {
  const first = await get();
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(await first.text()).toBe(readFileSync('schema.graphql', 'utf8'));
  const again = await get({ 'if-none-match': first.headers.get('etag')! });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const changed = await get({ 'if-none-match': '"other"' });
  expect([changed.status, await changed.text()]).toEqual([200, readFileSync('schema.graphql', 'utf8')]);
});
