import { Field, Int, ObjectType } from 'type-graphql';
import type { DutyState } from '../../supervision/duties/duty-calendar.js';
import { appraisals } from '../../supervision/registers/appraisal.js';
import { duties } from '../../supervision/registers/duty.js';
import { dutyRecords } from '../../supervision/registers/duty-record.js';
import { DutyStateEnum } from '../enums.js';
import { typesOf } from '../registers/register-types.js';
import { YearMonth } from '../scalars.js';
import { Township } from './county.js';

@ObjectType({ description: 'A month, quarter, half year or year in which a duty is to be done at least once.', simpleResolvers: true })
export class DutyPeriod {
  @Field(() => YearMonth)
  first!: string;

  @Field(() => YearMonth)
  last!: string;

  @Field(() => String, { description: 'Its last day, 2020-06-30.' })
  dueOn!: string;

  @Field(() => DutyStateEnum)
  state!: DutyState;

  @Field(() => [typesOf(dutyRecords).entry], { description: 'What was done in it, the earliest first.' })
  records!: object[];

  @Field(() => Int, { description: 'Records with a document.' })
  withEvidence!: number;
}

@ObjectType({ simpleResolvers: true })
export class DutyRow {
  @Field(() => typesOf(duties).entry)
  duty!: object;

  @Field(() => [DutyPeriod], { description: 'Those of the year in which the duty holds.' })
  periods!: DutyPeriod[];
}

@ObjectType({ description: 'How an owner of duties has kept them.', simpleResolvers: true })
export class DutySummary {
  @Field(() => String)
  owner!: string;

  @Field(() => Int, { description: 'Periods that are over or done.' })
  due!: number;

  @Field(() => Int)
  done!: number;

  @Field(() => Int)
  overdue!: number;

  @Field(() => Int, { description: 'Periods with at least one document.' })
  withEvidence!: number;
}

@ObjectType({ description: 'Who had to meet, plan or visit when, and whether they did.', simpleResolvers: true })
export class DutyCalendar {
  @Field(() => Int)
  year!: number;

  @Field(() => YearMonth, { description: 'The month at whose end it stands like this.' })
  asOf!: string;

  @Field(() => [DutyRow])
  duties!: DutyRow[];

  @Field(() => [DutySummary], { description: 'By owner, the one with most overdue first.' })
  owners!: DutySummary[];
}

@ObjectType({
  description: 'How a unit kept its duties in a year, and what the appraisals of that year say of it: a reference, never a verdict.',
  simpleResolvers: true,
})
export class UnitSummary {
  @Field(() => String)
  unit!: string;

  @Field(() => Township, { nullable: true, description: 'Null for a unit of the county.' })
  township!: Township | null;

  @Field(() => Int, { description: 'Periods of its duties that are over or done.' })
  due!: number;

  @Field(() => Int)
  done!: number;

  @Field(() => Int)
  overdue!: number;

  @Field(() => Int, { description: 'Periods with at least one document.' })
  withEvidence!: number;

  @Field(() => [typesOf(appraisals).entry], { description: 'Of the year: party building, poverty relief, revitalisation.' })
  appraisals!: object[];
}
