import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { toBacktest } from '../present/backtest.js';
import { Backtest } from '../types/backtest.js';

@Resolver(() => Backtest)
export class BacktestResolver {
  @Query(() => [Backtest], {
    description:
      'How good forecasts of past years would have been, one entry for each number of closed months (0, 3, 6, 9 where left out; 0 to 11). `from` and `to` bound the years forecast; `trials` 4000 where left out, at most 20000.',
  })
  async backtest(
    @Ctx() { backtests, loaders, language }: RequestContext,
    @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
    @Arg('from', () => Int, { nullable: true }) from: number | null,
    @Arg('to', () => Int, { nullable: true }) to: number | null,
    @Arg('closedMonths', () => [Int], { nullable: true }) closedMonths: number[] | null,
    @Arg('trials', () => Int, { nullable: true }) trials: number | null,
  ): Promise<Backtest[]> {
    const scored = await backtests.run(await loaders.state(), { scope, from, to, closedMonths, trials });
    return scored.map((each) => toBacktest(each, language));
  }
}
