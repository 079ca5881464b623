import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { AllocationStatus } from '../../allocation/optimal/allocate.js';
import type { Objective } from '../../scenario/allocation-rule.js';
import { AllocationObjectiveEnum, AllocationStatusEnum } from '../enums.js';
import { Yuan } from '../scalars.js';
import { Estimate } from './outcome.js';
import { Reason } from './projection.js';
import { Village } from './village.js';
import { SimulatedResult } from './simulated-result.js';

@ObjectType({ description: 'Money for a village, and what it does there.', simpleResolvers: true })
export class Grant {
  @Field(() => Village)
  village!: Village;

  @Field(() => ID)
  option!: string;

  @Field(() => Yuan)
  amount!: number;

  @Field(() => Float)
  chanceBefore!: number;

  @Field(() => Float)
  chance!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "What the same money would bring elsewhere at best, in the objective's unit: never more than it brings here. Null where that is not known.",
  })
  elsewhere!: number | null;
}

@ObjectType({ description: 'An option that would have to yield more.', simpleResolvers: true })
export class BetterOption {
  @Field(() => ID)
  option!: string;

  @Field(() => Float, { description: 'A year, per yuan granted, in tenths of a point.' })
  rate!: number;
}

@ObjectType({ description: 'A village that gets nothing, why, and what would change that.', simpleResolvers: true })
export class NotFunded {
  @Field(() => Village)
  village!: Village;

  @Field(() => Reason)
  reason!: Reason;

  @Field(() => Yuan, {
    nullable: true,
    description: 'It would be funded if so much or less did for it what its best grant does; null: at no price, or not known.',
  })
  flipGrant!: number | null;

  @Field(() => Yuan, {
    nullable: true,
    description:
      'It would be funded if it received so much more in the year from elsewhere, in whole thousands; null: with no such income, or not known.',
  })
  flipIncome!: number | null;

  @Field(() => BetterOption, {
    nullable: true,
    description:
      'It would be funded if an option yielded so much for it while all others keep theirs: of several, the one that lacks least. Null: no rate up to 20 points more would do, or not known.',
  })
  flipOption!: BetterOption | null;
}

@ObjectType({ description: 'What a budget is worth at best.', simpleResolvers: true })
export class FrontierPoint {
  @Field(() => Yuan)
  budget!: number;

  @Field(() => Float, { description: "In the objective's unit; of LEAST_BUDGET the villages that have the chance." })
  value!: number;

  @Field(() => Int, { nullable: true, description: 'Villages that get money; null where the plan is not looked for.' })
  funded!: number | null;

  @Field(() => [Village], { description: 'Villages that get money at the point before, but not at this one.' })
  droppedOut!: Village[];
}

@ObjectType({
  description:
    "How money is best shared out. Values are in the objective's unit: expected villages (weighted ones), the lowest chance, or yuan of shortfall taken off; of LEAST_BUDGET yuan spent, less being better.",
  simpleResolvers: true,
})
export class Allocation extends SimulatedResult {
  @Field(() => AllocationStatusEnum)
  status!: AllocationStatus;

  @Field(() => AllocationObjectiveEnum)
  objective!: Objective;

  @Field(() => Int, { description: 'The year in which targets are to be reached.' })
  year!: number;

  @Field(() => Float, { description: 'On the draws that chose the plan; see freshValue.' })
  value!: number;

  @Field(() => Float, { nullable: true, description: 'The value of giving nothing on top; null for LEAST_BUDGET.' })
  baseline!: number | null;

  @Field(() => Float, { description: 'No plan is worth more on these draws; of LEAST_BUDGET, none is cheaper.' })
  upperBound!: number;

  @Field(() => Float, { description: 'Between value and bound, as a share of the greater; 0 where the plan is proven best.' })
  gap!: number;

  @Field(() => Estimate, {
    description: 'The value on draws that had no part in choosing; of LEAST_BUDGET how many villages have the chance there.',
  })
  freshValue!: Estimate;

  @Field(() => Yuan)
  spent!: number;

  @Field(() => Yuan)
  unspent!: number;

  @Field(() => Reason, { nullable: true, description: 'Why money is left; null where none is.' })
  unspentReason!: Reason | null;

  @Field(() => [Reason], {
    description: 'What keeps the plan from being better, with what would be had without; of INFEASIBLE, why there is no plan.',
  })
  bindingConstraints!: Reason[];

  @Field(() => [Grant], { description: 'In ascending order of village.' })
  grants!: Grant[];

  @Field(() => [NotFunded], { description: 'Every village in scope that gets nothing, in ascending order.' })
  notFunded!: NotFunded[];

  @Field(() => [FrontierPoint], { description: 'From no money up to twice the budget where that is cheap to know.' })
  frontier!: FrontierPoint[];
}
