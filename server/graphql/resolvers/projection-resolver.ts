import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { ScenarioInput } from '../inputs/scenario-input.js';
import { VillageFilter } from '../inputs/village-filter.js';
import { toOutcome, toProjection, toResolvedGrants, toVillageOutcomeConnection, toWarnings } from '../present/projection.js';
import type { ProjectionView } from '../projections.js';
import { checkVillageFilter } from '../scope.js';
import { Outcome, VillageOutcomeConnection } from '../types/outcome.js';
import { Projection, Reason, ResolvedGrant } from '../types/projection.js';

/** A Projection with what its fields are read from. */
interface ProjectionSource extends Projection {
  readonly view: ProjectionView;
}

const YEAR_LEFT_OUT = '`year` left out: the last projected year.';

@Resolver(() => Projection)
export class ProjectionResolver {
  @Query(() => Projection, { description: 'At most 5,000 villages; more are for startProjection.' })
  async projection(@Ctx() context: RequestContext, @Arg('scenario', () => ScenarioInput) scenario: ScenarioInput): Promise<Projection> {
    const view = await context.projections.project(context, scenario, ['scenario']);
    const source: ProjectionSource = { ...toProjection(view), view };
    return source;
  }

  @FieldResolver(() => Outcome, { description: YEAR_LEFT_OUT })
  async outcome(@Root() { view }: ProjectionSource, @Arg('year', () => Int, { nullable: true }) year: number | null): Promise<Outcome> {
    return toOutcome((await view.at(year)).outcome, view);
  }

  @FieldResolver(() => VillageOutcomeConnection, { description: `In ascending order of code. ${YEAR_LEFT_OUT}` })
  async villages(
    @Root() { view }: ProjectionSource,
    @Ctx() { loaders }: RequestContext,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 200 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('where', () => VillageFilter, { nullable: true }) where: VillageFilter | null,
  ): Promise<VillageOutcomeConnection> {
    checkVillageFilter(await loaders.state(), where);
    return toVillageOutcomeConnection(view, { year, first: first ?? 200, after, where });
  }

  @FieldResolver(() => [ResolvedGrant], { description: `What the policy gives, by village. ${YEAR_LEFT_OUT}` })
  grants(@Root() { view }: ProjectionSource, @Arg('year', () => Int, { nullable: true }) year: number | null): Promise<ResolvedGrant[]> {
    return toResolvedGrants(view, year);
  }

  @FieldResolver(() => [Reason], { description: 'What to know before relying on the numbers.' })
  warnings(@Root() { view }: ProjectionSource, @Ctx() { language }: RequestContext): Reason[] {
    return toWarnings(view, language);
  }
}
