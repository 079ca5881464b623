import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { ScenarioInput } from '../inputs/scenario-input.js';
import { AssumptionRangeInput, SensitivitySideInput } from '../inputs/sensitivity-input.js';
import { toSensitivity, toSensitivityTable } from '../present/sensitivity.js';
import { Sensitivity, SensitivityTable } from '../types/sensitivity.js';

@Resolver()
export class SensitivityResolver {
  @Query(() => Sensitivity, {
    description:
      'What each assumption does to the expected number of villages that reach. `only`: names of the assumptions wanted, left out: all. `ranges` in place of the sensible ones. `year` left out: the last projected year.',
  })
  async sensitivity(
    @Ctx() context: RequestContext,
    @Arg('scenario', () => ScenarioInput) scenario: ScenarioInput,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
    @Arg('only', () => [String], { nullable: true }) only: string[] | null,
    @Arg('ranges', () => [AssumptionRangeInput], { nullable: true }) ranges: AssumptionRangeInput[] | null,
  ): Promise<Sensitivity> {
    const asked = { scenario, year: year ?? null, ranges: ranges ?? [], only: only ?? null };
    return toSensitivity(await context.sensitivities.measure(context, asked), context.language);
  }

  @Query(() => SensitivityTable, {
    description: 'How many villages reach for every pair of values of two assumptions. `year` left out: the last projected year.',
  })
  async sensitivityTable(
    @Ctx() context: RequestContext,
    @Arg('scenario', () => ScenarioInput) scenario: ScenarioInput,
    @Arg('rows', () => SensitivitySideInput) rows: SensitivitySideInput,
    @Arg('columns', () => SensitivitySideInput) columns: SensitivitySideInput,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
  ): Promise<SensitivityTable> {
    const side = ({ assumption, values }: SensitivitySideInput) => ({ assumption, values: values ?? undefined });
    const asked = { scenario, year: year ?? null, rows: side(rows), columns: side(columns) };
    return toSensitivityTable(await context.sensitivities.tabulate(context, asked), context.language);
  }
}
