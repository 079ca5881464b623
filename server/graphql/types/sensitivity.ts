import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { AssumptionGroup, AssumptionUnit } from '../../allocation/sensitivity/varied-assumption.js';
import { AssumptionGroupEnum, AssumptionUnitEnum } from '../enums.js';
import { Yuan } from '../scalars.js';
import { Estimate } from './outcome.js';
import { SimulatedResult } from './simulated-result.js';

@ObjectType({
  description: 'What one assumption does when it moves from a sensible low to a sensible high value and all else stays.',
  simpleResolvers: true,
})
export class SensitivityBar {
  @Field(() => String, { description: 'Its name, for `only`, `ranges` and the two-way table.' })
  assumption!: string;

  @Field(() => String, { description: "In the language of the request's Accept-Language." })
  label!: string;

  @Field(() => AssumptionGroupEnum)
  group!: AssumptionGroup;

  @Field(() => AssumptionUnitEnum, { description: 'How its values are read.' })
  unit!: AssumptionUnit;

  @Field(() => Float, { description: 'What the scenario assumes.' })
  value!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => String, { description: 'Where low and high come from.' })
  basis!: string;

  @Field(() => Estimate, { description: 'Expected number of villages that reach with the low value.' })
  expectedReachingLow!: Estimate;

  @Field(() => Estimate, { description: 'The same with the high value.' })
  expectedReachingHigh!: Estimate;

  @Field(() => Estimate, { description: 'Low less base, trial by trial on the same draws.' })
  differenceLow!: Estimate;

  @Field(() => Estimate, { description: 'High less base, trial by trial on the same draws.' })
  differenceHigh!: Estimate;

  @Field(() => Estimate, { description: 'The best of base, low and high less the worst.' })
  swing!: Estimate;

  @Field(() => Boolean, { description: 'False where no trial comes out otherwise: it plays no part in this scenario and year.' })
  matters!: boolean;
}

@ObjectType({
  description:
    'A tornado: every assumption moved, one at a time, on the same draws. The grants of the policy stay as they are: money is given before it is known how far assumptions hold.',
  simpleResolvers: true,
})
export class Sensitivity extends SimulatedResult {
  @Field(() => Int, { description: 'The year counted.' })
  year!: number;

  @Field(() => Yuan, { description: 'Sum of the grants.' })
  cost!: number;

  @Field(() => Estimate, { description: 'Expected number of villages that reach under the assumptions as they are.' })
  base!: Estimate;

  @Field(() => [SensitivityBar], { description: 'Largest swing first.' })
  bars!: SensitivityBar[];
}

@ObjectType({ simpleResolvers: true })
export class SensitivityAxis {
  @Field(() => String)
  assumption!: string;

  @Field(() => String)
  label!: string;

  @Field(() => AssumptionUnitEnum)
  unit!: AssumptionUnit;

  @Field(() => Float, { description: 'What the scenario assumes.' })
  value!: number;

  @Field(() => [Float], { description: 'Ascending.' })
  values!: number[];
}

@ObjectType({ simpleResolvers: true })
export class SensitivityCell {
  @Field(() => Estimate, { description: 'Expected number of villages that reach.' })
  expectedReaching!: Estimate;

  @Field(() => Estimate, { description: 'The same less base, trial by trial on the same draws.' })
  difference!: Estimate;
}

@ObjectType({ description: 'How many villages reach for every pair of values of two assumptions.', simpleResolvers: true })
export class SensitivityTable extends SimulatedResult {
  @Field(() => Int)
  year!: number;

  @Field(() => Estimate, { description: 'With both as the scenario assumes.' })
  base!: Estimate;

  @Field(() => SensitivityAxis)
  rows!: SensitivityAxis;

  @Field(() => SensitivityAxis)
  columns!: SensitivityAxis;

  @Field(() => [[SensitivityCell]], { description: 'Row by row.' })
  cells!: SensitivityCell[][];
}
