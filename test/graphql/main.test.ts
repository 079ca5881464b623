import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planner-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the product as `npm start` does once the notebook is built. */
function start(environment: Record<string, string>): { process: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, DATA_DIR: folder, ...environment },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
  return { process: child, said: () => text };
}

test('starts on this machine only, shows the demonstration county, stops when asked to', async () => {
  const { process: child, said } = start({ PORT: '0' });
  while (!said().includes(' ms)')) await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')]);
  expect(said()).toMatch(/^村集体收入规划 \/ village income planner: http:\/\/127\.0\.0\.1:\d+ \(\d+ ms\)\n$/);
  const url = /http:\S+/.exec(said())![0];
  const body = JSON.stringify({ query: '{ counties { name demonstration } }' });
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(await answer.json()).toEqual({ data: { counties: [{ name: '那坡县', demonstration: true }] } });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('says plainly that the port is taken, or is none', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as { port: number };
  const taken = start({ PORT: String(port), DEMO: '0' });
  expect(await once(taken.process, 'exit')).toEqual([1, null]);
  expect(taken.said()).toBe(
    `127.0.0.1:${port} 已被占用,请关掉占用它的程序或换一个 PORT / is taken: stop the program that holds it, or set another PORT\n`,
  );
  holder.close();
  const none = start({ PORT: 'x' });
  expect(await once(none.process, 'exit')).toEqual([1, null]);
  expect(none.said()).toBe('PORT=x 不是端口号 / is no port number (0–65535)\n');
});
