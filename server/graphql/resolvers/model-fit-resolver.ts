import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { parseMonth } from '../../base/month.js';
import type { RequestContext } from '../context.js';
import { fitCounties, type FittedCountyView } from '../county-fits.js';
import { toModelFit, toStreamConnection } from '../present/model-fit.js';
import { YearMonth } from '../scalars.js';
import { checkScope, checkVillageCount, countiesInScope, villageCount } from '../scope.js';
import { ModelFit, StreamConnection } from '../types/model-fit.js';

/** A ModelFit with what its streams are read from. */
interface ModelFitSource extends ModelFit {
  readonly view: FittedCountyView;
  readonly scope: readonly string[] | undefined;
}

@Resolver(() => ModelFit)
export class ModelFitResolver {
  @Query(() => [ModelFit], {
    description: "The model of every county in scope, with the workspace's defaults. `asOf` left out: each county's own.",
  })
  async modelFit(
    @Ctx() { loaders, workspace }: RequestContext,
    @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
    @Arg('asOf', () => YearMonth, { nullable: true }) asOf: string | null,
  ): Promise<ModelFit[]> {
    const state = await loaders.state();
    const within = checkScope(state, scope);
    checkVillageCount(villageCount(state, within), ['scope']);
    const month = asOf === null || asOf === undefined ? undefined : parseMonth(asOf);
    const views = await fitCounties(workspace, countiesInScope(state, within), {
      asOf: month,
      defaults: state.defaults.model,
      path: ['asOf'],
    });
    return views.map((view): ModelFitSource => ({ ...toModelFit(view), view, scope: within }));
  }

  @FieldResolver(() => StreamConnection, {
    description: 'In ascending order of village, mode, industry, park, project; `first` at most 1000.',
  })
  streams(
    @Root() { view, scope }: ModelFitSource,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): StreamConnection {
    return toStreamConnection(view, scope, { first: first ?? 100, after });
  }
}
