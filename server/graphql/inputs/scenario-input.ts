import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { Mode } from '../../base/vocabulary.js';
import type { ScenarioSpec } from '../../scenario/spec.js';
import { ModeEnum } from '../enums.js';
import { Rate, YearMonth, Yuan } from '../scalars.js';
import { GrantOptionInput } from './grant-option-input.js';
import { GrantPolicyInput } from './policy-input.js';

@InputType({ description: '`year` left out: every projected year. `rate` left out: the trend.' })
export class GrowthInput {
  @Field(() => ModeEnum)
  mode!: Mode;

  @Field(() => Rate, { nullable: true, description: 'Planned yearly growth.' })
  rate?: number | null;

  @Field(() => Float, { nullable: true, description: '达成度: 0 is the trend, 1 the plan; 1 where left out.' })
  weight?: number | null;

  @Field(() => Int, { nullable: true })
  year?: number | null;
}

@InputType()
export class TargetOverrideInput {
  @Field(() => ID)
  village!: string;

  @Field(() => Int, { nullable: true, description: 'Left out: every year.' })
  year?: number | null;

  @Field(() => Yuan)
  amount!: number;
}

@InputType()
export class TargetInput {
  @Field(() => Yuan, { nullable: true, description: 'For villages without a target of their own.' })
  default?: number | null;

  @Field(() => [TargetOverrideInput], { nullable: true })
  overrides?: TargetOverrideInput[] | null;
}

@InputType({ description: 'Net income per yuan of gross income.' })
export class NetRatioInput {
  @Field(() => ModeEnum)
  mode!: Mode;

  @Field(() => Float)
  ratio!: number;
}

@InputType({ description: 'What becomes of a park in this scenario: a new delivery month, another lateness.' })
export class ParkAssumptionInput {
  @Field(() => ID)
  park!: string;

  @Field(() => YearMonth, { nullable: true })
  start?: string | null;

  @Field(() => Rate, { nullable: true })
  late?: number | null;
}

@InputType({ description: 'A named default of the model, overridden.' })
export class AssumptionInput {
  @Field(() => String)
  name!: string;

  @Field(() => Float)
  value!: number;
}

@InputType({ description: "A share of a year's income earns a return in the next." })
export class ReinvestInput {
  @Field(() => Rate)
  share!: number;

  @Field(() => Rate)
  return!: number;
}

@InputType({ description: "Omitted fields take the workspace's defaults; the answer echoes what was used." })
export class ScenarioInput implements ScenarioSpec {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Region codes; left out: every county loaded.' })
  scope?: string[] | null;

  @Field(() => YearMonth, { nullable: true })
  asOf?: string | null;

  @Field(() => Int, { nullable: true, description: 'Projected years, 1 to 10.' })
  horizon?: number | null;

  @Field(() => Int, { nullable: true, description: '100 to 200,000.' })
  trials?: number | null;

  @Field(() => Int, { nullable: true })
  seed?: number | null;

  @Field(() => [GrowthInput], { nullable: true })
  growth?: GrowthInput[] | null;

  @Field(() => TargetInput, { nullable: true })
  target?: TargetInput | null;

  @Field(() => [NetRatioInput], { nullable: true })
  netRatio?: NetRatioInput[] | null;

  @Field(() => [GrantOptionInput], { nullable: true })
  options?: GrantOptionInput[] | null;

  @Field(() => GrantPolicyInput, { nullable: true })
  policy?: GrantPolicyInput | null;

  @Field(() => [ParkAssumptionInput], { nullable: true })
  parks?: ParkAssumptionInput[] | null;

  @Field(() => [AssumptionInput], { nullable: true })
  assumptions?: AssumptionInput[] | null;

  @Field(() => ReinvestInput, { nullable: true })
  reinvest?: ReinvestInput | null;
}
