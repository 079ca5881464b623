import { Field, Int, ObjectType } from 'type-graphql';
import type { PolicyKind } from '../../allocation/decision/policy-kind.js';
import { PolicyKindEnum } from '../enums.js';
import { Yuan } from '../scalars.js';
import type { Mover } from './comparison.js';
import { Estimate } from './outcome.js';
import { ResolvedGrant } from './projection.js';
import { Village } from './village.js';
import { SimulatedResult } from './simulated-result.js';
import { Difference } from './difference.js';

@ObjectType({ description: 'A policy less the baseline, trial by trial on the same draws.' })
export class PolicyDifference extends Difference {
  @Field(() => Estimate, { description: 'The same on draws that had no part in choosing the plans.' })
  freshReaching!: Estimate;

  @Field(() => Int, { description: 'How many villages have a higher chance than under the baseline.' })
  gainingCount!: number;

  @Field(() => Int, { description: 'How many have a lower one.' })
  losingCount!: number;

  /** Resolved page by page. */
  gainers!: readonly Mover[];
  losers!: readonly Mover[];
}

@ObjectType({ description: 'The village with the lowest chance.', simpleResolvers: true })
export class LowestChance {
  @Field(() => Village)
  village!: Village;

  @Field(() => Estimate)
  chance!: Estimate;
}

@ObjectType({ description: 'What a policy does for one township.' })
export class TownshipShare {
  /** Resolved to a Township; kept here as its code. */
  township!: string;

  @Field(() => Int)
  villageCount!: number;

  @Field(() => Int, { description: 'Villages that get money.' })
  funded!: number;

  @Field(() => Yuan, { description: 'Sum of its grants.' })
  cost!: number;

  @Field(() => Estimate)
  expectedReaching!: Estimate;
}

@ObjectType({ description: 'What comes of the budget under one policy.', simpleResolvers: true })
export class ComparedPolicy {
  @Field(() => PolicyKindEnum)
  kind!: PolicyKind;

  @Field(() => String, { description: "In the language of the request's Accept-Language." })
  label!: string;

  @Field(() => Yuan, { description: 'Sum of its grants.' })
  cost!: number;

  @Field(() => Boolean, { description: 'False for a policy that gives without looking at the budget, and gives more.' })
  withinBudget!: boolean;

  @Field(() => Int, { description: 'Villages that get money.' })
  funded!: number;

  @Field(() => Estimate, { description: 'Expected number of villages that reach their target.' })
  expectedReaching!: Estimate;

  @Field(() => Estimate, {
    description: 'The same on draws that had no part in choosing the plan: those that choose the best one flatter it.',
  })
  freshReaching!: Estimate;

  @Field(() => Estimate, { description: 'Chance that every village reaches.' })
  chanceAll!: Estimate;

  @Field(() => LowestChance)
  lowest!: LowestChance;

  @Field(() => Estimate, { description: "Gini coefficient of the villages' chances: 0 where all have the same chance." })
  giniOfChances!: Estimate;

  @Field(() => [TownshipShare], { description: 'Ascending by code.' })
  townships!: TownshipShare[];

  @Field(() => [ResolvedGrant], { description: 'What it gives, by village.' })
  grants!: ResolvedGrant[];

  @Field(() => PolicyDifference)
  difference!: PolicyDifference;
}

@ObjectType({
  description:
    "One budget shared out by several policies, on the same draws. Needs are those of the scenario without grants; the scenario's own policy is one of those compared.",
  simpleResolvers: true,
})
export class PolicyComparison extends SimulatedResult {
  @Field(() => Int, { description: 'The year compared.' })
  year!: number;

  @Field(() => Yuan)
  budget!: number;

  @Field(() => PolicyKindEnum)
  baseline!: PolicyKind;

  @Field(() => [ComparedPolicy], { description: 'In the order asked for; the baseline first where it was not asked for.' })
  policies!: ComparedPolicy[];
}
