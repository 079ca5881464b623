import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { ScenarioInput } from '../inputs/scenario-input.js';
import { toRunningYearMonth } from '../present/running-year.js';
import { toVillage } from '../present/village.js';
import { RunningYear } from '../types/running-year.js';

@Resolver()
export class RunningYearResolver {
  @Query(() => RunningYear, {
    description: "How a village's chance of this year's target moved from month to month, and which receipts moved it.",
  })
  async runningYear(
    @Ctx() context: RequestContext,
    @Arg('scenario', () => ScenarioInput) scenario: ScenarioInput,
    @Arg('village', () => ID) village: string,
  ): Promise<RunningYear> {
    const {
      year,
      target,
      months,
      dataVersion,
      engineVersion,
      scenario: used,
    } = await context.runningYears.replay(context, { scenario, village });
    return {
      village: toVillage((await context.loaders.village.load(village))!),
      year,
      target,
      seed: used.seed,
      trials: used.trials,
      engineVersion,
      dataVersion,
      months: months.map(toRunningYearMonth),
    };
  }
}
