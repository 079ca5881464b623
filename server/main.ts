import './commands/production.js';
import { join } from 'node:path';
import { readWorkers, StartError } from './commands/settings.js';
import { LOOPBACK_HOSTS } from './graphql/host-guard.js';
import { createServer } from './graphql/server.js';
import { fillDemonstration } from './intake/commit.js';
import { fillDemonstrationRegisters } from './supervision/demonstration/fill-registers.js';
import { openStore } from './store/store.js';

/** Composes the server and runs it. */
const {
  PORT = '4000',
  HOST = '127.0.0.1',
  DATA_DIR = '.data',
  DATABASE_URL,
  DEMO,
  /** Threads that work on jobs; unset: two. None where programs of their own do (`npm run worker`). */
  WORKERS = '2',
  /** Host names to answer to, separated by commas; unset: this machine's own when HOST is one of them, else any. */
  ALLOWED_HOSTS,
} = process.env;

const PROJECT_ROOT = join(import.meta.dirname, '..');
const MOST_SECONDS_TO_STOP = 10;

function readPort(written: string): number {
  const port = Number(written);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError(`PORT=${written} 不是端口号 / is no port number (0–65535)`);
  return port;
}

const isLoopback = (host: string): boolean => host === '::1' || LOOPBACK_HOSTS.includes(host);

async function start(): Promise<void> {
  const port = readPort(PORT);
  const workers = readWorkers(WORKERS, DATABASE_URL ? 0 : 1);
  const store = await openStore(DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataDirectory: DATA_DIR });
  if (DEMO !== '0' && (await fillDemonstration(store))) await fillDemonstrationRegisters(store);
  const allowedHosts = ALLOWED_HOSTS ? ALLOWED_HOSTS.split(',').map((name) => name.trim()) : isLoopback(HOST) ? LOOPBACK_HOSTS : undefined;
  const server = await createServer({
    store,
    examples: join(PROJECT_ROOT, 'scenarios', 'napo'),
    webRoot: join(PROJECT_ROOT, 'dist', 'web'),
    allowedHosts,
    workers,
    warmUp: true,
    logger: { level: 'warn' },
  });
  try {
    await server.listen({ port, host: HOST });
  } catch (error) {
    await server.close();
    await store.close();
    throw isPortTaken(error)
      ? new StartError(
          `${HOST}:${port} 已被占用,请关掉占用它的程序或换一个 PORT / is taken: stop the program that holds it, or set another PORT`,
        )
      : error;
  }
  console.log(`村集体收入规划 / village income planner: ${server.listeningOrigin} (${Math.round(performance.now())} ms)`);

  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), MOST_SECONDS_TO_STOP * 1000).unref();
    await server.close();
    await store.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

const isPortTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

try {
  await start();
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
