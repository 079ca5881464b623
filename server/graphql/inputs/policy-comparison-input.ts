import { Field, ID, InputType } from 'type-graphql';
import type { PolicyKind } from '../../allocation/decision/policy-kind.js';
import type { PoliciesAsked } from '../../allocation/decision/policy-terms.js';
import { PolicyKindEnum } from '../enums.js';
import { Yuan } from '../scalars.js';

/** What is meant where nothing is said, yuan: to each what the article names, the best in parts of it. */
const USUAL = { amount: 500_000, lump: 50_000, max: 1_000_000 } as const;

@InputType({ description: 'One budget, and the policies that share it out.' })
export class PolicyComparisonInput {
  @Field(() => Yuan)
  budget!: number;

  @Field(() => Yuan, { nullable: true, defaultValue: USUAL.amount, description: 'What FLAT and NEEDIEST give to a village.' })
  amount?: number | null;

  @Field(() => Yuan, { nullable: true, defaultValue: USUAL.lump, description: 'OPTIMAL gives whole multiples of this.' })
  lump?: number | null;

  @Field(() => Yuan, { nullable: true, defaultValue: USUAL.max, description: 'The most that OPTIMAL gives to a village.' })
  max?: number | null;

  @Field(() => ID, { description: 'What the money is spent on: an option of the scenario.' })
  option!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: true })
  eligibleOnly?: boolean | null;

  @Field(() => [PolicyKindEnum], { nullable: true, description: 'Left out: all; OWN only where the scenario has a policy.' })
  policies?: PolicyKind[] | null;
}

/** The same with nothing left open but the policies. */
export const policiesAsked = ({ budget, amount, lump, max, option, eligibleOnly, policies }: PolicyComparisonInput): PoliciesAsked => ({
  budget,
  amount: amount ?? USUAL.amount,
  lump: lump ?? USUAL.lump,
  max: max ?? USUAL.max,
  option,
  eligibleOnly: eligibleOnly ?? true,
  policies: policies ?? undefined,
});
