import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { ScenarioInput } from '../inputs/scenario-input.js';
import { toJobPayload } from '../present/job-payload.js';
import { toProjection } from '../present/projection.js';
import type { ProjectionView } from '../projections.js';
import { Job, JobPayload } from '../types/job.js';
import { Projection } from '../types/projection.js';

@Resolver(() => Job)
export class ProjectionJobResolver {
  @Mutation(() => JobPayload, {
    description:
      'Projects at any number of villages, in the background. The same idempotencyKey with the same scenario gives the same job again, however often it is sent.',
  })
  startProjection(
    @Ctx() context: RequestContext,
    @Arg('scenario', () => ScenarioInput) scenario: ScenarioInput,
    @Arg('idempotencyKey', () => String, { nullable: true }) idempotencyKey: string | null,
  ): Promise<JobPayload> {
    return toJobPayload(context, () => context.projectionJobs.start(context, scenario, idempotencyKey));
  }

  @FieldResolver(() => Projection, {
    nullable: true,
    description: 'What a job of the kind `projection` came to. Null until it is COMPLETED, and where a county of it is no longer loaded.',
  })
  async projection(@Root() job: Job, @Ctx() context: RequestContext): Promise<Projection | null> {
    const view = await context.projectionJobs.view(job, context);
    if (!view) return null;
    const source: Projection & { readonly view: ProjectionView } = { ...toProjection(view), view };
    return source;
  }
}
