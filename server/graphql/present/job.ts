import type { Language } from '../../base/errors/problem.js';
import type { Job as RunnerJob } from '../../jobs/job.js';
import type { JobPage } from '../../jobs/job-runner.js';
import type { Job, JobConnection } from '../types/job.js';

export const toJob = ({ error, ...job }: RunnerJob, language: Language): Job => ({
  ...job,
  error: error && { code: error.code, message: error.text(language) },
});

export const toJobConnection = ({ totalCount, hasNextPage, jobs }: JobPage, language: Language): JobConnection => ({
  totalCount,
  pageInfo: { hasNextPage, endCursor: jobs.at(-1)?.id ?? null },
  nodes: jobs.map((job) => toJob(job, language)),
});
