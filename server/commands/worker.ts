import { jobKinds } from '../jobs/job-kinds.js';
import { JobWorker } from '../jobs/job-worker.js';
import { openStore } from '../store/store.js';
import { readWorkers, StartError } from './settings.js';

/** Works on the jobs of a PostgreSQL, beside the server and any number of others like it, on this machine or on others. */
const { DATABASE_URL, WORKERS = '2' } = process.env;

async function start(): Promise<void> {
  if (!DATABASE_URL)
    throw new StartError(
      'DATABASE_URL 没有设置:后台计算程序与服务器通过 PostgreSQL 分工;内置数据库的计算由服务器自己完成 / is not set: workers share work with the server through a PostgreSQL; with the embedded database the server does it all itself',
    );
  const threads = readWorkers(WORKERS, 1);
  const store = await openStore({ databaseUrl: DATABASE_URL });
  const log = (error: unknown, id: string) => console.error(new Date().toISOString(), id, error);
  const worker = await JobWorker.open({ store, kinds: jobKinds(store), threads, log });
  console.log(`等待计算任务 / waiting for jobs: ${threads} 个线程 / threads`);
  const stop = async (): Promise<void> => {
    await worker.close();
    await store.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

try {
  await start();
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
