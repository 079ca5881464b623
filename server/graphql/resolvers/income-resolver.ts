import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { aggregateIncome } from '../../store/income.js';
import type { RequestContext } from '../context.js';
import { IncomeDimensionEnum, type IncomeDimensionCode } from '../enums.js';
import { IncomeFilter } from '../inputs/income-filter.js';
import { checkIncomeFilter, checkIncomeLimit, DEFAULT_INCOME_LIMIT } from '../income-filter.js';
import { toIncomeResult } from '../present/income.js';
import { checkScope } from '../scope.js';
import { IncomeResult } from '../types/income.js';

@Resolver(() => IncomeResult)
export class IncomeResolver {
  @Query(() => IncomeResult, {
    description: 'What reached the accounts, summed by the dimensions asked for. `limit` left out: 10,000 groups.',
  })
  async income(
    @Ctx() { loaders, workspace }: RequestContext,
    @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
    @Arg('where', () => IncomeFilter, { nullable: true }) where: IncomeFilter | null,
    @Arg('groupBy', () => [IncomeDimensionEnum]) groupBy: IncomeDimensionCode[],
    @Arg('limit', () => Int, { nullable: true }) limit: number | null,
  ): Promise<IncomeResult> {
    const state = await loaders.state();
    const within = checkScope(state, scope);
    const matching = checkIncomeFilter(state, where);
    const size = checkIncomeLimit(limit ?? DEFAULT_INCOME_LIMIT);
    const found = await aggregateIncome(workspace.store.db, { ...matching, scope: within, groupBy, limit: size });
    return toIncomeResult(found);
  }
}
