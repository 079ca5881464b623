import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { AllocationInput } from '../inputs/allocation-input.js';
import { ScenarioInput } from '../inputs/scenario-input.js';
import { toAllocation } from '../present/allocation.js';
import { Allocation } from '../types/allocation.js';

@Resolver()
export class AllocationResolver {
  @Query(() => Allocation, {
    description: 'Whom a budget is best given to, how sure that is, and what would change it. `year` left out: the last projected year.',
  })
  async allocation(
    @Ctx() context: RequestContext,
    @Arg('scenario', () => ScenarioInput) scenario: ScenarioInput,
    @Arg('input', () => AllocationInput) input: AllocationInput,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
  ): Promise<Allocation> {
    return toAllocation(await context.allocations.allocate(context, { scenario, input, year: year ?? null }), context.language);
  }
}
