import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { FigureState, ReportingState } from '../../supervision/reporting/reporting.js';
import { monthClosings } from '../../supervision/registers/month-closing.js';
import { reports } from '../../supervision/registers/report.js';
import { FigureStateEnum, ReportingStateEnum } from '../enums.js';
import { typesOf } from '../registers/register-types.js';
import { YearMonth, Yuan } from '../scalars.js';
import { Township } from './county.js';
import { UserError } from './user-error.js';
import { Village } from './village.js';

@ObjectType({ description: 'How many villages have reported a month, and how.', simpleResolvers: true })
export class ReportingCounts {
  @Field(() => Int)
  villages!: number;

  @Field(() => Int)
  onTime!: number;

  @Field(() => Int)
  late!: number;

  @Field(() => Int, { description: 'Not yet, with the due day ahead.' })
  pending!: number;

  @Field(() => Int)
  missing!: number;

  @Field(() => Int, { description: 'Two sources differ, and none is confirmed.' })
  differing!: number;

  @Field(() => Int, { description: 'With a document at one report at least.' })
  withEvidence!: number;
}

@ObjectType({ description: 'What the accounts received of a village in the month, and who imported it last.', simpleResolvers: true })
export class BookedFigure {
  @Field(() => Yuan)
  amount!: number;

  @Field(() => GraphQLISODateTime)
  importedAt!: Date;

  @Field(() => String, { nullable: true })
  importedBy!: string | null;
}

@ObjectType({ description: 'How one village has reported the month.', simpleResolvers: true })
export class VillageReporting {
  @Field(() => Village)
  village!: Village;

  @Field(() => ReportingStateEnum)
  state!: ReportingState;

  @Field(() => String, { nullable: true, description: 'The day of the first report, 2020-06-03.' })
  reportedOn!: string | null;

  @Field(() => Int, { description: 'Days after the due day: of the first report, or so far where there is none.' })
  lateDays!: number;

  @Field(() => [typesOf(reports).entry], { description: 'Every source side by side, the earliest first.' })
  reports!: object[];

  @Field(() => Int, { description: 'Reports with a document.' })
  withEvidence!: number;

  @Field(() => FigureStateEnum)
  figure!: FigureState;

  @Field(() => Yuan, {
    nullable: true,
    description: 'The confirmed figure, else the one that all sources agree on, null where there is none.',
  })
  amount!: number | null;

  @Field(() => BookedFigure, { nullable: true })
  booked!: BookedFigure | null;

  @Field(() => Yuan, { nullable: true, description: 'Booked less reported, null where either is missing.' })
  bookedDifference!: number | null;

  @Field(() => [String], { description: "The village's reporter and the township's leader in charge." })
  responsible!: string[];
}

@ObjectType({ description: 'A month’s reporting within one township.', simpleResolvers: true })
export class TownshipReporting {
  @Field(() => Township)
  township!: Township;

  @Field(() => ReportingCounts)
  counts!: ReportingCounts;
}

@ObjectType({ description: 'A month in a year of reporting.', simpleResolvers: true })
export class ReportingMonth {
  @Field(() => YearMonth)
  month!: string;

  @Field(() => String, { description: 'The day by which reports were due, 2020-06-05.' })
  dueOn!: string;

  @Field(() => ReportingCounts)
  counts!: ReportingCounts;

  @Field(() => typesOf(monthClosings).entry, {
    nullable: true,
    description: 'Whether it is closed now, and who last closed it or opened it again; null where it never was closed.',
  })
  closing!: object | null;
}

@ObjectType({
  description: 'Who reported a month, when, with which figures and evidence; who is late, and who is missing.',
  simpleResolvers: true,
})
export class Reporting extends ReportingMonth {
  @Field(() => ID, { description: 'Code of the county.' })
  county!: string;

  @Field(() => String, { description: 'The day on which it stands like this, 2020-06-30.' })
  on!: string;

  @Field(() => [VillageReporting], { description: 'In ascending order of code; those of the states that were asked for.' })
  villages!: VillageReporting[];

  @Field(() => [TownshipReporting])
  townships!: TownshipReporting[];
}

@ObjectType({ simpleResolvers: true })
export class ConfirmReportPayload {
  @Field(() => [typesOf(reports).entry], { description: 'All reports of that village and month as they are kept now.' })
  reports!: object[];

  @Field(() => [UserError], { description: 'Why nothing was written; empty where it was.' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class MonthClosingPayload {
  @Field(() => typesOf(monthClosings).entry, { nullable: true })
  closing!: object | null;

  @Field(() => [UserError], { description: 'Why nothing was written; empty where it was.' })
  userErrors!: UserError[];
}
