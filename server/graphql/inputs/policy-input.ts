import { Field, ID, InputType } from 'type-graphql';
import { Yuan } from '../scalars.js';
import { AllocationInput } from './allocation-input.js';

@InputType({ description: 'The same amount to every village.' })
export class FlatPolicyInput {
  @Field(() => Yuan)
  amount!: number;

  @Field(() => ID)
  option!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: true })
  eligibleOnly?: boolean | null;
}

@InputType()
export class ListedGrantInput {
  @Field(() => ID)
  village!: string;

  @Field(() => Yuan)
  amount!: number;

  @Field(() => ID)
  option!: string;
}

@InputType({ description: 'The amount to each village, by descending expected shortfall, until the budget cannot fund another.' })
export class NeediestPolicyInput {
  @Field(() => Yuan)
  budget!: number;

  @Field(() => Yuan)
  amount!: number;

  @Field(() => ID)
  option!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: true })
  eligibleOnly?: boolean | null;
}

@InputType({ description: 'The budget in proportion to the expected shortfalls, rounded down to fen.' })
export class ProportionalPolicyInput {
  @Field(() => Yuan)
  budget!: number;

  @Field(() => ID)
  option!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: true })
  eligibleOnly?: boolean | null;
}

/** type-graphql has no notion of @oneOf; `schema.ts` sets it on the built type. */
@InputType({ description: 'Exactly one field (@oneOf). No policy: no grants.' })
export class GrantPolicyInput {
  @Field(() => FlatPolicyInput, { nullable: true })
  flat?: FlatPolicyInput | null;

  @Field(() => [ListedGrantInput], { nullable: true })
  list?: ListedGrantInput[] | null;

  @Field(() => NeediestPolicyInput, { nullable: true })
  neediest?: NeediestPolicyInput | null;

  @Field(() => ProportionalPolicyInput, { nullable: true })
  proportional?: ProportionalPolicyInput | null;

  @Field(() => AllocationInput, { nullable: true })
  optimal?: AllocationInput | null;
}
