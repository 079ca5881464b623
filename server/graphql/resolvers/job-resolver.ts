import { GraphQLError } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Job as RunnerJob } from '../../jobs/job.js';
import type { RequestContext } from '../context.js';
import { checkFirst } from '../paging.js';
import { toJobPayload } from '../present/job-payload.js';
import { toJob, toJobConnection } from '../present/job.js';
import { Job, JobConnection, JobPayload } from '../types/job.js';

@ArgsType()
class JobArguments {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => Job)
export class JobResolver {
  @Query(() => Job, { nullable: true, description: 'Null where there is no such job; those that ended long ago are removed.' })
  async job(@Ctx() { jobs, language }: RequestContext, @Arg('id', () => ID) id: string): Promise<Job | null> {
    const job = await jobs.job(id);
    return job ? toJob(job, language) : null;
  }

  @Query(() => JobConnection, { description: 'From the newest to the oldest; `first` at most 1000.' })
  async jobs(
    @Ctx() { jobs, language }: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<JobConnection> {
    return toJobConnection(await jobs.jobs({ first: checkFirst(first ?? 20), after }), language);
  }

  @Mutation(() => JobPayload, {
    description:
      'A job that waits is canceled at once, one that runs within moments; what is done of it stays. Sent again, it changes nothing.',
  })
  cancelJob(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<JobPayload> {
    return toJobPayload(context, () => context.jobs.cancel(id));
  }

  @Subscription(() => Job, {
    description: 'The job now and after every change, until it is over.',
    subscribe: ({ args, context }: { args: JobArguments; context: RequestContext }) => context.jobs.progress(args.id).catch(throwWrapped),
  })
  jobProgress(@Root() job: RunnerJob, @Args(() => JobArguments) _arguments: JobArguments, @Ctx() { language }: RequestContext): Job {
    return toJob(job, language);
  }
}

/** graphql-js passes on as a subscription's error only what is of its own class. */
function throwWrapped(error: unknown): never {
  throw error instanceof Error ? new GraphQLError(error.message, { originalError: error }) : error;
}
