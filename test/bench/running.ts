import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The product as `npm start` runs it. */
export interface Running {
  readonly origin: string;
  /** Milliseconds from the command to the first answer of the API. */
  readonly started: number;
  stop(): Promise<void>;
}

export async function start(dataDirectory: string, environment: Readonly<Record<string, string>> = {}): Promise<Running> {
  const began = performance.now();
  // A group of its own: npm and its shell do not pass every signal on.
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDirectory, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  for await (const line of createInterface(child.stdout!)) {
    const origin = /http:\/\/[^\s(]+/.exec(line)?.[0];
    if (!origin) continue;
    await ask(origin, '{ counties { code } }');
    const started = performance.now() - began;
    const stop = async (): Promise<void> => {
      const exited = once(child, 'exit');
      process.kill(-child.pid!, 'SIGTERM');
      await exited;
    };
    return { origin, started, stop };
  }
  throw new Error('the server ended before it listened');
}

/** Runs with a folder for data that is gone afterwards. */
export async function withDataDirectory<Result>(run: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return await run(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function ask(origin: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  if (text.startsWith('{"errors"')) throw new Error(text.slice(0, 500));
  return text;
}
