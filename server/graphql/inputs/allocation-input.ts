import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { Objective } from '../../scenario/allocation-rule.js';
import { AllocationObjectiveEnum } from '../enums.js';
import { Yuan } from '../scalars.js';

@InputType()
export class VillageWeightInput {
  @Field(() => ID)
  village!: string;

  @Field(() => Float)
  weight!: number;
}

@InputType({ description: 'Bounds on the money of a township or an option.' })
export class AllocationGroupInput {
  @Field(() => ID, { nullable: true })
  township?: string | null;

  @Field(() => ID, { nullable: true })
  option?: string | null;

  @Field(() => Yuan, { nullable: true })
  floor?: number | null;

  @Field(() => Yuan, { nullable: true })
  cap?: number | null;
}

@InputType({
  description: "The scenario's own policy is money already given; `budget` comes on top. `min` binds only a village that is funded.",
})
export class AllocationInput {
  @Field(() => Yuan, { nullable: true })
  budget?: number | null;

  @Field(() => Yuan)
  lump!: number;

  @Field(() => Yuan, { nullable: true })
  min?: number | null;

  @Field(() => Yuan)
  max!: number;

  @Field(() => [ID])
  options!: string[];

  @Field(() => AllocationObjectiveEnum)
  objective!: Objective;

  @Field(() => Boolean, { nullable: true, defaultValue: true })
  eligibleOnly?: boolean | null;

  @Field(() => Float, { nullable: true })
  chance?: number | null;

  @Field(() => Int, { nullable: true })
  villageCount?: number | null;

  @Field(() => [VillageWeightInput], { nullable: true })
  weights?: VillageWeightInput[] | null;

  @Field(() => [AllocationGroupInput], { nullable: true })
  groups?: AllocationGroupInput[] | null;

  @Field(() => [ID], { nullable: true })
  forcedIn?: string[] | null;

  @Field(() => [ID], { nullable: true })
  forcedOut?: string[] | null;
}
