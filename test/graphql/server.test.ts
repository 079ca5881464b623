import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { LOOPBACK_HOSTS } from '../../server/graphql/host-guard.js';
import { languageOf } from '../../server/graphql/language.js';
import { serving } from './serving.js';

const server = serving({ allowedHosts: LOOPBACK_HOSTS });
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });

describe('watch points', () => {
  test('health, readiness and metrics', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' });
    await server.ask('{ nothing }');
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toMatch(/^http_requests_total\{method="GET",status="200"\} \d+$/m);
    expect(metrics).toMatch(/^graphql_operations_total\{outcome="error"\} 1$/m);
    expect(metrics).toMatch(/^http_request_duration_seconds_bucket\{le="\+Inf"\} \d+$/m);
  });
});

describe("the notebook's files", () => {
  test('hashed assets are kept for good, the page is asked for anew, any address opens it', async () => {
    const asset = await get('/assets/index-0a1b2c3d.js');
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    for (const path of ['/', '/notebooks/napo']) {
      const page = await get(path, { accept: 'text/html' });
      expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([
        200,
        'no-cache',
        '<!doctype html><title>fixture</title>\n',
      ]);
    }
    expect((await get('/assets/gone.js')).status).toBe(404);
    expect((await get('/../package.json')).status).toBe(404);
  });

  test('nothing foreign may run, be framed or be sniffed', async () => {
    const { headers } = await get('/');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self';script-src 'self';style-src 'self';style-src-attr 'unsafe-inline';img-src 'self' data: blob:;font-src 'self' data:;connect-src 'self';worker-src 'self' blob:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});

describe('hosts', () => {
  const under = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${server.url}/healthz`, { headers: { host } }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });

  test('a foreign name that points here is refused', async () => {
    expect(await under('127.0.0.1:4000')).toBe(200);
    expect(await under('LOCALHOST')).toBe(200);
    expect(await under('[::1]:4000')).toBe(200);
    expect(await under('evil.example')).toBe(421);
    expect(await under('127.0.0.1.evil.example:4000')).toBe(421);
  });
});

describe('errors from inside', () => {
  test('are told by number only', async () => {
    const { db } = server.store;
    await db.schema.alterTable('receipts').renameTo('gone').execute();
    const { errors } = await server.ask('{ income(groupBy: []) { total } }');
    await db.schema.alterTable('gone').renameTo('receipts').execute();
    expect(errors).toHaveLength(1);
    const [error] = errors!;
    const { id } = (error!.extensions as { details: { id: string } }).details;
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(error!.message).toBe(`something went wrong inside the server, logged as ${id}; tell the administrator this number`);
    expect(JSON.stringify(error)).not.toMatch(/receipts|SQLITE|\.ts/i);
  });
});

describe('an empty database', () => {
  const empty = serving({ demonstration: false });

  test('lists nothing, and says how to begin', async () => {
    expect(
      (await empty.ask('{ counties { code } villages(first: 1) { totalCount nodes { code } } income(groupBy: [YEAR]) { total } }')).data,
    ).toEqual({
      counties: [],
      villages: { totalCount: 0, nodes: [] },
      income: { total: 0 },
    });
    expect(await empty.refusal('{ projection(scenario: {}) { seed } }')).toEqual([
      'NO_COUNTY [] there is no county in the database yet; import one with npm run import',
    ]);
  });
});

describe('language', () => {
  test.each([
    [undefined, 'zh'],
    ['*', 'zh'],
    ['fr', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-US,en;q=0.9,zh;q=0.8', 'en'],
    ['en;q=0.8,zh-TW', 'zh'],
    ['fr-FR,fr;q=0.9,en;q=0.5', 'en'],
    ['en;q=0', 'zh'],
  ])('%s is answered in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
