import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';
import { serving } from './serving.js';

/** What the specification recommends or allows, and this server refuses with a 400. */
const NOT_FOLLOWED = new Set([
  // A GET that any page may cause a browser to send: it needs a header that only a page of this server can set.
  '5A70', // MAY accept application/x-www-form-urlencoded formatted GET requests
  'D6D5', // MAY allow URL-encoded JSON string {variables} in GETs, application/graphql-response+json
  '6A70', // the same, application/json
  // A question that was not understood is no success, whichever form of answer was asked for.
  '572B', // SHOULD use 200 on document parsing failure, application/json
  'FDE2', // SHOULD use 200 on document validation failure, application/json
  '7B9B', // SHOULD use 200 on variable coercion failure, application/json
]);

describe('GraphQL over HTTP, by its own audits', () => {
  const server = serving();
  const audits = serverAudits({ url: () => `${server.url}/graphql`, fetchFn: fetch });

  test.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('$id $name', async ({ id, fn }) => {
    const result = await fn();
    const outcome = result.status === 'ok' ? 'ok' : `${result.response.status}: ${result.reason}`;
    expect(outcome).toMatch(NOT_FOLLOWED.has(id) ? /^400: / : /^ok$/);
  });

  test('nothing that it must do is among what it does not follow', () => {
    expect(audits.filter(({ id, name }) => NOT_FOLLOWED.has(id) && name.startsWith('MUST'))).toEqual([]);
    expect(audits.filter(({ id }) => NOT_FOLLOWED.has(id))).toHaveLength(NOT_FOLLOWED.size);
  });
});
