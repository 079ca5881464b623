import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { policiesAsked, PolicyComparisonInput } from '../inputs/policy-comparison-input.js';
import { ScenarioInput } from '../inputs/scenario-input.js';
import { USUAL_MOST_KNOWN } from '../inputs/start-decision-inputs.js';
import { AssumptionRangeInput } from '../inputs/sensitivity-input.js';
import { toValueOfInformation } from '../present/value-of-information.js';
import { ValueOfInformation } from '../types/value-of-information.js';

@Resolver()
export class ValueOfInformationResolver {
  @Query(() => ValueOfInformation, {
    description:
      'What it would be worth, in villages and yuan, to know an assumption before the money is given. `only`: names of the assumptions wanted, at most 20; left out: the `most` that change the outcome of the best plan most. `input.policies` left out: all that keep to the budget. `year` left out: the last projected year.',
  })
  async valueOfInformation(
    @Ctx() context: RequestContext,
    @Arg('scenario', () => ScenarioInput) scenario: ScenarioInput,
    @Arg('input', () => PolicyComparisonInput) input: PolicyComparisonInput,
    @Arg('only', () => [String], { nullable: true }) only: string[] | null,
    @Arg('most', () => Int, { nullable: true, defaultValue: USUAL_MOST_KNOWN }) most: number | null,
    @Arg('ranges', () => [AssumptionRangeInput], { nullable: true }) ranges: AssumptionRangeInput[] | null,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
  ): Promise<ValueOfInformation> {
    const asked = {
      scenario,
      input: policiesAsked(input),
      ranges: ranges ?? [],
      only: only ?? null,
      most: most ?? USUAL_MOST_KNOWN,
      year: year ?? null,
    };
    return toValueOfInformation(await context.informationValues.value(context, asked), context.language);
  }
}
