import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { StartComparisonInput } from '../inputs/start-comparison-input.js';
import { toComparison } from '../present/comparison.js';
import { toJobPayload } from '../present/job-payload.js';
import { Comparison } from '../types/comparison.js';
import { Job, JobPayload } from '../types/job.js';

@Resolver(() => Job)
export class ComparisonJobResolver {
  @Mutation(() => JobPayload, {
    description: 'Compares scenarios over more villages or trials than one request may take, in the background.',
  })
  startComparison(
    @Ctx() context: RequestContext,
    @Arg('input', () => StartComparisonInput) { idempotencyKey, ...input }: StartComparisonInput,
  ): Promise<JobPayload> {
    const { scenarios, baseline, year, mostTrials } = input;
    const asked = { scenarios, baseline: baseline ?? 0, year: year ?? null, mostTrials: mostTrials ?? null };
    return toJobPayload(context, () => context.comparisonJobs.start(context, asked, idempotencyKey ?? null), 'input');
  }

  @FieldResolver(() => Comparison, {
    nullable: true,
    description: 'What a job of the kind `comparison` came to. Null until it is COMPLETED, and where a county of it is no longer loaded.',
  })
  async comparison(@Root() job: Job, @Ctx() context: RequestContext): Promise<Comparison | null> {
    const found = await context.comparisonJobs.view(job, context);
    return found && toComparison(found.view, found.baseline);
  }
}
