import { GraphQLError } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Job as RunnerJob } from '../../jobs/job.js';
import type { RequestContext } from '../context.js';
import { ScenarioInput } from '../inputs/scenario-input.js';
import { checkFirst } from '../paging.js';
import { toJob, toJobConnection } from '../present/job.js';
import { toProjection } from '../present/projection.js';
import { toUserErrors } from '../present/user-error.js';
import type { ProjectionView } from '../projections.js';
import { Job, JobConnection, JobPayload } from '../types/job.js';
import { Projection } from '../types/projection.js';

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
      'Projects at any number of villages, in the background. The same idempotencyKey with the same scenario gives the same job again, however often it is sent.',
  })
  startProjection(
    @Ctx() context: RequestContext,
    @Arg('scenario', () => ScenarioInput) scenario: ScenarioInput,
    @Arg('idempotencyKey', () => String, { nullable: true }) idempotencyKey: string | null,
  ): Promise<JobPayload> {
    return payload(context, () => context.projectionJobs.start(context, scenario, idempotencyKey));
  }

  @Mutation(() => JobPayload, {
    description:
      'A job that waits is canceled at once, one that runs within moments; what is done of it stays. Sent again, it changes nothing.',
  })
  cancelJob(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<JobPayload> {
    return payload(context, () => context.jobs.cancel(id));
  }

  @Subscription(() => Job, {
    description: 'The job now and after every change, until it is over.',
    subscribe: ({ args, context }: { args: JobArguments; context: RequestContext }) => context.jobs.progress(args.id).catch(throwWrapped),
  })
  jobProgress(@Root() job: RunnerJob, @Args(() => JobArguments) _arguments: JobArguments, @Ctx() { language }: RequestContext): Job {
    return toJob(job, language);
  }

  @FieldResolver(() => Projection, {
    nullable: true,
    description: 'What the job came to. Null until it is COMPLETED, and where a county of it is no longer loaded.',
  })
  async projection(@Root() job: Job, @Ctx() context: RequestContext): Promise<Projection | null> {
    const view = await context.projectionJobs.view(job, context);
    if (!view) return null;
    const source: Projection & { readonly view: ProjectionView } = { ...toProjection(view), view };
    return source;
  }
}

/** The job that a mutation gives, or what its sender can mend. */
async function payload({ language }: RequestContext, change: () => Promise<RunnerJob>): Promise<JobPayload> {
  try {
    return { job: toJob(await change(), language), userErrors: [] };
  } catch (error) {
    return { job: null, userErrors: toUserErrors(error, language) };
  }
}

/** graphql-js passes on as a subscription's error only what is of its own class. */
function throwWrapped(error: unknown): never {
  throw error instanceof Error ? new GraphQLError(error.message, { originalError: error }) : error;
}
