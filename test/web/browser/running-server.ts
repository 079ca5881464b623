import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningServer {
  readonly origin: string;
  /** Kills it as a power cut would. */
  crash(): Promise<void>;
  /** Starts it again where it was, on what it had written. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the product as people do, on a data folder of its own with the demonstration county, on any free port. */
export async function startServer(): Promise<RunningServer> {
  if (!existsSync(join('dist', 'web', 'index.html'))) spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
  const dataDirectory = await mkdtemp(join(tmpdir(), 'notebook-'));
  let program = await run(dataDirectory, '0');
  const { origin } = program;
  return {
    origin,
    crash: () => program.end('SIGKILL'),
    async resume() {
      program = await run(dataDirectory, new URL(origin).port);
    },
    async stop() {
      await program.end('SIGTERM');
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function run(dataDirectory: string, port: string): Promise<{ readonly origin: string; end(signal: NodeJS.Signals): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, PORT: port, DATA_DIR: dataDirectory, DATABASE_URL: undefined, HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const origin = await Promise.race([
    (async () => {
      for await (const line of createInterface(child.stdout)) {
        const found = /http:\/\/\S+/.exec(line);
        if (found) return found[0];
      }
      return undefined;
    })(),
    exited.then(() => undefined),
  ]);
  if (origin === undefined) throw new Error('the server did not start');
  return {
    origin,
    async end(signal) {
      child.kill(signal);
      await exited;
    },
  };
}
