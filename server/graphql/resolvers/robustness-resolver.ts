import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { RivalViewKind } from '../../allocation/decision/rival-view.js';
import type { RequestContext } from '../context.js';
import { RivalViewKindEnum } from '../enums.js';
import { PolicyComparisonInput, policiesAsked } from '../inputs/policy-comparison-input.js';
import { ScenarioInput } from '../inputs/scenario-input.js';
import { checkFirst } from '../paging.js';
import { toRobustness } from '../present/robustness.js';
import { Robustness, VillageByView } from '../types/robustness.js';

@Resolver(() => Robustness)
export class RobustnessResolver {
  @Query(() => Robustness, {
    description:
      "Whether the best plan of a budget stays the best when assumptions move: each plan under each view, its regret, and where the order turns. `input.policies` left out: all that keep to the budget. `views` left out: all; the scenario's own is always among them. `year` left out: the last projected year.",
  })
  async robustness(
    @Ctx() context: RequestContext,
    @Arg('scenario', () => ScenarioInput) scenario: ScenarioInput,
    @Arg('input', () => PolicyComparisonInput) input: PolicyComparisonInput,
    @Arg('views', () => [RivalViewKindEnum], { nullable: true }) views: RivalViewKind[] | null,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
  ): Promise<Robustness> {
    const asked = { scenario, input: policiesAsked(input), views: views ?? null, year: year ?? null };
    return toRobustness(await context.robustnesses.test(context, asked), context.language);
  }

  @FieldResolver(() => [VillageByView], {
    description: 'Villages that the best policy funds under any view, those funded under most of them first.',
  })
  funded(
    @Root() { fundedVillages }: Robustness,
    @Arg('first', () => Int, { nullable: true, defaultValue: 200 }) first: number | null,
  ): VillageByView[] {
    return fundedVillages.slice(0, checkFirst(first ?? 200));
  }
}
