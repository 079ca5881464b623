import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { StartBacktestInput } from '../inputs/start-backtest-input.js';
import { toBacktest } from '../present/backtest.js';
import { toJobPayload } from '../present/job-payload.js';
import { Backtest } from '../types/backtest.js';
import { Job, JobPayload } from '../types/job.js';

@Resolver(() => Job)
export class BacktestJobResolver {
  @Mutation(() => JobPayload, {
    description:
      'Holds past forecasts against what happened, over more villages, years or trials than one request may take, in the background.',
  })
  startBacktest(
    @Ctx() context: RequestContext,
    @Arg('input', () => StartBacktestInput) { idempotencyKey, ...request }: StartBacktestInput,
  ): Promise<JobPayload> {
    return toJobPayload(context, () => context.backtestJobs.start(context, request, idempotencyKey ?? null), 'input');
  }

  @FieldResolver(() => [Backtest], {
    nullable: true,
    description:
      'What a job of the kind `backtest` came to, one entry for each number of closed months. Null until it is COMPLETED, and where a county of it is no longer loaded.',
  })
  async backtest(@Root() job: Job, @Ctx() context: RequestContext): Promise<Backtest[] | null> {
    const scored = await context.backtestJobs.view(job, context);
    return scored && scored.map((each) => toBacktest(each, context.language));
  }
}
