import { Field, Int, ObjectType } from 'type-graphql';
import { YearMonth, Yuan } from '../scalars.js';
import { Park } from './county.js';
import { Village } from './village.js';

@ObjectType({ simpleResolvers: true })
export class ContractGap {
  @Field(() => String)
  subject!: string;

  @Field(() => String, { description: 'What the contract lacks.' })
  gap!: string;
}

@ObjectType({ simpleResolvers: true })
export class OverdueItem {
  @Field(() => String)
  what!: string;

  @Field(() => String, { nullable: true, description: 'Who is to do it.' })
  owner!: string | null;

  @Field(() => String, { description: 'A day, 2020-06-30.' })
  dueOn!: string;
}

@ObjectType({ description: 'A park as its villages depend on it, at the end of a month.', simpleResolvers: true })
export class ParkOverview {
  @Field(() => Park)
  park!: Park;

  @Field(() => YearMonth)
  asOf!: string;

  /** Resolved to villages; kept here as their codes. */
  villageCodes!: readonly string[];

  @Field(() => [Village], { description: 'Villages with a stake, a payment or income of the park.' })
  villages?: Village[];

  @Field(() => Int)
  stakes!: number;

  @Field(() => Yuan)
  capital!: number;

  @Field(() => Yuan, { description: 'What the stakes promise a year; those without a promised return count as nothing.' })
  promisedYearly!: number;

  @Field(() => Yuan, { description: 'Income from the park in the twelve months up to the month.' })
  income!: number;

  @Field(() => Yuan, { description: 'Owed by contract up to the end of the month.' })
  due!: number;

  @Field(() => Yuan)
  received!: number;

  @Field(() => Yuan, { description: 'Owed and not come.' })
  overdue!: number;

  @Field(() => Int)
  overduePayments!: number;

  @Field(() => Int, { nullable: true, description: 'Since the oldest overdue payment was due; null where none is.' })
  longestOverdueDays!: number | null;

  @Field(() => Int)
  contracts!: number;

  @Field(() => [ContractGap], { description: 'What contracts lack and is not mended yet.' })
  gaps!: ContractGap[];

  @Field(() => [OverdueItem], { description: "Milestones of the park's projects that are past their day." })
  overdueMilestones!: OverdueItem[];

  @Field(() => Int, { description: 'Support actions not done yet.' })
  openActions!: number;

  @Field(() => [OverdueItem])
  overdueActions!: OverdueItem[];
}
