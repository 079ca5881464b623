import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { PolicyKind } from '../../allocation/decision/policy-kind.js';
import type { RequestContext } from '../context.js';
import { PolicyKindEnum } from '../enums.js';
import { policiesAsked, PolicyComparisonInput } from '../inputs/policy-comparison-input.js';
import { ScenarioInput } from '../inputs/scenario-input.js';
import { checkFirst } from '../paging.js';
import { toPolicyComparison } from '../present/policy-comparison.js';
import { Mover } from '../types/comparison.js';
import { Township } from '../types/county.js';
import { PolicyComparison, PolicyDifference, TownshipShare } from '../types/policy-comparison.js';

@Resolver()
export class PolicyComparisonResolver {
  @Query(() => PolicyComparison, {
    description:
      "One budget by several policies, each held against the baseline on the same draws. They take the place of the scenario's own policy. `year` left out: the last projected year.",
  })
  async policyComparison(
    @Ctx() context: RequestContext,
    @Arg('scenario', () => ScenarioInput) scenario: ScenarioInput,
    @Arg('input', () => PolicyComparisonInput) input: PolicyComparisonInput,
    @Arg('baseline', () => PolicyKindEnum, { nullable: true, defaultValue: 'NONE' }) baseline: PolicyKind | null,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
  ): Promise<PolicyComparison> {
    const view = await context.policyComparisons.compare(context, {
      scenario,
      input: policiesAsked(input),
      baseline: baseline ?? 'NONE',
      year: year ?? null,
    });
    return toPolicyComparison(view, context.language);
  }
}

@Resolver(() => PolicyDifference)
export class PolicyDifferenceResolver {
  @FieldResolver(() => [Mover], { description: 'The villages whose chance rises most, largest change first.' })
  gaining(
    @Root() { gainers }: PolicyDifference,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10 }) first: number | null,
  ): Mover[] {
    return gainers.slice(0, checkFirst(first ?? 10));
  }

  @FieldResolver(() => [Mover], { description: 'The villages whose chance falls most, largest change first.' })
  losing(
    @Root() { losers }: PolicyDifference,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10 }) first: number | null,
  ): Mover[] {
    return losers.slice(0, checkFirst(first ?? 10));
  }
}

@Resolver(() => TownshipShare)
export class TownshipShareResolver {
  @FieldResolver(() => Township)
  async township(@Root() { township }: TownshipShare, @Ctx() { loaders }: RequestContext): Promise<Township> {
    return (await loaders.state()).townships.get(township)!;
  }
}
