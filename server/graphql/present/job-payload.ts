import type { Job } from '../../jobs/job.js';
import type { RequestContext } from '../context.js';
import type { JobPayload } from '../types/job.js';
import { toJob } from './job.js';
import { toUserErrors } from './user-error.js';

/**
 * The job that a mutation gives, or what its sender can mend.
 * @param argument that holds all that was sent; left out: it was sent in arguments of their own
 */
export async function toJobPayload(
  { language }: Pick<RequestContext, 'language'>,
  change: () => Promise<Job>,
  argument?: string,
): Promise<JobPayload> {
  try {
    return { job: toJob(await change(), language), userErrors: [] };
  } catch (error) {
    const userErrors = toUserErrors(error, language).map((wrong) => ({
      ...wrong,
      field: wrong.field && [...(argument === undefined ? [] : [argument]), ...wrong.field],
    }));
    return { job: null, userErrors };
  }
}
