import { Field, ID, InputType } from 'type-graphql';
import type { PolicyKind } from '../../allocation/decision/policy-kind.js';
import { PolicyKindEnum } from '../enums.js';
import { Yuan } from '../scalars.js';

@InputType({ description: 'One budget, and the policies that share it out.' })
export class PolicyComparisonInput {
  @Field(() => Yuan)
  budget!: number;

  @Field(() => Yuan, { nullable: true, defaultValue: 500_000, description: 'What FLAT and NEEDIEST give to a village.' })
  amount?: number | null;

  @Field(() => Yuan, { nullable: true, defaultValue: 50_000, description: 'OPTIMAL gives whole multiples of this.' })
  lump?: number | null;

  @Field(() => Yuan, { nullable: true, defaultValue: 1_000_000, description: 'The most that OPTIMAL gives to a village.' })
  max?: number | null;

  @Field(() => ID, { description: 'What the money is spent on: an option of the scenario.' })
  option!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: true })
  eligibleOnly?: boolean | null;

  @Field(() => [PolicyKindEnum], { nullable: true, description: 'Left out: all; OWN only where the scenario has a policy.' })
  policies?: PolicyKind[] | null;
}
