import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { ScenarioInput } from '../inputs/scenario-input.js';
import { checkFirst } from '../paging.js';
import { toComparison } from '../present/comparison.js';
import { Comparison, Mover, ScenarioDifference } from '../types/comparison.js';

@Resolver(() => Comparison)
export class ComparisonResolver {
  @Query(() => Comparison, {
    description:
      "Two to twenty scenarios on the baseline's seed and trials. Sampling goes on to `mostTrials` at most; left out: sixteen times the trials, 160,000 at most, and no more than one request may compute. `year` left out: the last projected year.",
  })
  async comparison(
    @Ctx() context: RequestContext,
    @Arg('scenarios', () => [ScenarioInput]) scenarios: ScenarioInput[],
    @Arg('baseline', () => Int, { nullable: true, defaultValue: 0 }) baseline: number | null,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
    @Arg('mostTrials', () => Int, { nullable: true }) mostTrials: number | null,
  ): Promise<Comparison> {
    const position = baseline ?? 0;
    const asked = { scenarios, baseline: position, year: year ?? null, mostTrials: mostTrials ?? null };
    return toComparison(await context.comparisons.compare(context, asked), position);
  }
}

@Resolver(() => ScenarioDifference)
export class ScenarioDifferenceResolver {
  @FieldResolver(() => [Mover], { description: 'The villages whose chance changes most, largest change first.' })
  movers(
    @Root() { moved }: ScenarioDifference,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10 }) first: number | null,
  ): Mover[] {
    return moved.slice(0, checkFirst(first ?? 10));
  }
}
