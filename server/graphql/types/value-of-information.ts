import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { PolicyKind } from '../../allocation/decision/policy-kind.js';
import type { AssumptionUnit } from '../../allocation/sensitivity/varied-assumption.js';
import { AssumptionUnitEnum, PolicyKindEnum } from '../enums.js';
import { Yuan } from '../scalars.js';
import { Estimate } from './outcome.js';
import { SimulatedResult } from './simulated-result.js';

@ObjectType({ description: 'The plan that one would choose if an assumption were known.', simpleResolvers: true })
export class ChosenPlan {
  @Field(() => PolicyKindEnum)
  policy!: PolicyKind;

  @Field(() => String, { description: "In the language of the request's Accept-Language." })
  label!: string;

  @Field(() => Boolean, { description: 'Whether the policy is decided anew with that knowledge; false: the plan that it makes anyway.' })
  anew!: boolean;

  @Field(() => Estimate, { description: 'How many villages more it reaches there than what one would do without knowing.' })
  gain!: Estimate;
}

@ObjectType({ description: 'What it would be worth to know one assumption before the money is given.', simpleResolvers: true })
export class KnownAssumption {
  @Field(() => String)
  assumption!: string;

  @Field(() => String, { description: "In the language of the request's Accept-Language." })
  label!: string;

  @Field(() => AssumptionUnitEnum)
  unit!: AssumptionUnit;

  @Field(() => Float, { description: 'What the scenario assumes.' })
  value!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => Estimate, {
    description:
      'Expected number of villages more, low and high counting three tenths each and the assumed value four; 0 where no other plan would be chosen.',
  })
  villages!: Estimate;

  @Field(() => Yuan, {
    nullable: true,
    description:
      'What it costs to reach as many villages more through the best plan: more should not be paid for knowing. Null where a village has no price.',
  })
  worth!: number | null;

  @Field(() => Yuan, { nullable: true, description: 'Low end for the Monte Carlo errors of villages and price together.' })
  worthLow!: number | null;

  @Field(() => Yuan, { nullable: true, description: 'High end of the same.' })
  worthHigh!: number | null;

  @Field(() => ChosenPlan, { description: 'The plan if it were known to be low.' })
  atLow!: ChosenPlan;

  @Field(() => ChosenPlan, { description: 'The plan if it were known to be as assumed; without knowing one may hedge.' })
  asAssumed!: ChosenPlan;

  @Field(() => ChosenPlan, { description: 'The plan if it were known to be high.' })
  atHigh!: ChosenPlan;
}

@ObjectType({
  description:
    'The expected value of perfect information on single assumptions: how many villages more would reach if one were known before the money is given. Plans are chosen on one set of draws and valued on another, so that no value is flattered.',
  simpleResolvers: true,
})
export class ValueOfInformation extends SimulatedResult {
  @Field(() => Int, { description: 'The year counted.' })
  year!: number;

  @Field(() => Yuan)
  budget!: number;

  @Field(() => PolicyKindEnum, { description: "The plan that one would choose under the scenario's own assumptions." })
  best!: PolicyKind;

  @Field(() => Yuan, { nullable: true, description: 'What a village more costs through that plan; null where it brings none.' })
  price!: number | null;

  @Field(() => Yuan, { nullable: true, description: 'Low end of its Monte Carlo 95% interval; null where it may bring none.' })
  priceLow!: number | null;

  @Field(() => Yuan, { nullable: true, description: 'High end of the same.' })
  priceHigh!: number | null;

  @Field(() => [KnownAssumption], { description: 'The most valuable first.' })
  assumptions!: KnownAssumption[];
}
