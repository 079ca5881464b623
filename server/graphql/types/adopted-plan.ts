import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { PlanResult } from '../../allocation/plan/score-plan.js';
import { PlanResultEnum } from '../enums.js';
import { JSONValue, YearMonth, Yuan } from '../scalars.js';
import { Region } from './county.js';
import { Estimate, PercentileBand } from './outcome.js';
import { PageInfo } from './page-info.js';
import { Assumption } from './projection.js';
import { UserError } from './user-error.js';
import { SimulatedResult } from './simulated-result.js';

@ObjectType({ description: 'Promised against came, over some of the villages of a plan.', simpleResolvers: true })
export class PlanGroupScore {
  @Field(() => Int)
  villages!: number;

  @Field(() => Float, { description: 'How many were expected to reach.' })
  expected!: number;

  @Field(() => Float, {
    description: 'How many of the villages whose result is known were expected to reach: to be held against `reached`.',
  })
  expectedOfKnown!: number;

  @Field(() => Int)
  reached!: number;

  @Field(() => Int)
  missed!: number;

  @Field(() => Int, {
    description:
      'Their year is not closed yet, or nothing was booked all year although income was expected. The truth lies between `reached` and `reached + unknown`.',
  })
  unknown!: number;
}

@ObjectType({ description: "A plan's year held against the receipts that are in by now.", simpleResolvers: true })
export class PlanScore {
  @Field(() => Int, { description: 'Closed months of the year, 0 to 12, in the county that is furthest behind.' })
  closedMonths!: number;

  @Field(() => Boolean, { description: 'Every month is closed: the chances are scored.' })
  complete!: boolean;

  @Field(() => PlanGroupScore)
  all!: PlanGroupScore;

  @Field(() => PlanGroupScore, { description: 'Villages that got a grant.' })
  funded!: PlanGroupScore;

  @Field(() => PlanGroupScore)
  unfunded!: PlanGroupScore;

  @Field(() => Yuan, { description: 'What came in so far, net of what the plan assumed to be spent.' })
  income!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Brier score over the villages whose result is known: 0 is perfect, ¼ is saying 50% every time. Null before the year is complete.',
  })
  brier!: number | null;

  @Field(() => Float, { nullable: true, description: 'What always saying the share that reached would have scored.' })
  brierClimatology!: number | null;
}

@ObjectType({ description: 'A village in a year of a plan: what was promised, what came.', simpleResolvers: true })
export class PlanVillage {
  @Field(() => ID)
  code!: string;

  @Field(() => String, { description: 'Its name when the plan was adopted.' })
  name!: string;

  @Field(() => Region)
  township!: Region;

  @Field(() => Yuan)
  grant!: number;

  @Field(() => Yuan)
  target!: number;

  @Field(() => Float, { description: 'The chance that was given.' })
  chance!: number;

  @Field(() => Float, { description: 'Monte Carlo standard error of that chance.' })
  standardError!: number;

  @Field(() => Yuan, { description: 'The income that was expected.' })
  expectedIncome!: number;

  @Field(() => Yuan, { description: 'What came in so far.' })
  income!: number;

  @Field(() => Int, { description: 'Months of the year in which anything was booked.' })
  bookedMonths!: number;

  @Field(() => Int)
  closedMonths!: number;

  @Field(() => PlanResultEnum)
  result!: PlanResult;
}

@ObjectType({ simpleResolvers: true })
export class PlanVillageConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [PlanVillage])
  nodes!: PlanVillage[];
}

@ObjectType({ description: 'A projected year of a plan as it was promised, and how it came.', simpleResolvers: true })
export class PlanYear {
  @Field(() => Int)
  year!: number;

  @Field(() => Estimate)
  expectedReaching!: Estimate;

  @Field(() => [PercentileBand], { description: 'Percentiles of the number that reach.' })
  reaching!: PercentileBand[];

  @Field(() => Estimate)
  chanceAll!: Estimate;

  @Field(() => Yuan, { description: 'The income of all villages that was expected.' })
  expectedIncome!: number;
}

@ObjectType({ description: 'Money that a plan gives a village.', simpleResolvers: true })
export class PlanGrant {
  @Field(() => Region)
  village!: Region;

  @Field(() => ID)
  option!: string;

  @Field(() => Yuan)
  amount!: number;
}

@ObjectType({ simpleResolvers: true })
export class PlanWithdrawal {
  @Field(() => String)
  reason!: string;

  @Field(() => String)
  by!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;
}

@ObjectType({
  description:
    'A plan that was adopted: inputs, grants and promises as they were on the day. Nothing of it ever changes; it can only be withdrawn.',
  simpleResolvers: true,
})
export class AdoptedPlan extends SimulatedResult {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Counts up from 1.' })
  number!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => String)
  adoptedBy!: string;

  @Field(() => GraphQLISODateTime)
  adoptedAt!: Date;

  @Field(() => Boolean, { description: 'It rests on generated figures.' })
  demonstration!: boolean;

  @Field(() => PlanWithdrawal, { nullable: true, description: 'Null while it holds.' })
  withdrawal!: PlanWithdrawal | null;

  @Field(() => YearMonth, { description: 'The last closed month on the day.' })
  asOf!: string;

  @Field(() => String, { description: '`replay` computes the scenario again from it while data and engine are the same.' })
  replayToken!: string;

  @Field(() => JSONValue, { description: 'As written: a value that ScenarioInput takes.' })
  scenario!: unknown;

  @Field(() => [Assumption], { description: 'Everything that was used.' })
  assumptions!: Assumption[];

  @Field(() => Int, { description: 'The year whose needs the policy looked at.' })
  decidedFor!: number;

  @Field(() => Yuan, { description: 'Sum of the grants.' })
  cost!: number;

  @Field(() => [PlanGrant], { description: 'In ascending order of village.' })
  grants!: PlanGrant[];
}

@ObjectType({ simpleResolvers: true })
export class AdoptedPlanConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [AdoptedPlan])
  nodes!: AdoptedPlan[];
}

@ObjectType({ simpleResolvers: true })
export class AdoptedPlanPayload {
  @Field(() => AdoptedPlan, { nullable: true, description: 'As it is now; null where there is none.' })
  plan!: AdoptedPlan | null;

  @Field(() => [UserError], { description: 'Why nothing was written; empty where it was.' })
  userErrors!: UserError[];
}
