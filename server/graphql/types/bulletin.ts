import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Colour } from '../../supervision/bulletin/bulletin.js';
import { WarningColourEnum } from '../enums.js';
import { YearMonth, Yuan } from '../scalars.js';
import { Township } from './county.js';
import { Reason } from './projection.js';
import { Village } from './village.js';

@ObjectType({ description: 'A village in a monthly bulletin. Sums run from January up to the month.', simpleResolvers: true })
export class BulletinRow {
  @Field(() => Village)
  village!: Village;

  @Field(() => Yuan, { description: 'Target of the year.' })
  target!: number;

  @Field(() => Yuan, { description: 'Received in the month itself.' })
  inMonth!: number;

  @Field(() => Yuan, { description: 'Received this year up to the month.' })
  received!: number;

  @Field(() => Yuan, {
    nullable: true,
    description:
      'What its own history and committed projects were to bring by now, as expected when the year began, each source at its own season; null where nothing is known to pay.',
  })
  expectedByNow!: number | null;

  @Field(() => Yuan, { description: 'What a village on its way to the target has by now, at the season of its own income.' })
  pace!: number;

  @Field(() => Yuan, {
    nullable: true,
    description: 'Received up to the same month of the year before; null where that year is not known.',
  })
  sameMonthLastYear!: number | null;

  @Field(() => Float, { nullable: true, description: "Chance of the year's target on the trend; null before the first complete year." })
  chance!: number | null;

  @Field(() => Float, { nullable: true, description: 'Monte Carlo standard error of the chance.' })
  standardError!: number | null;

  @Field(() => Float, { nullable: true, description: 'The chance as of the month before.' })
  chanceLastMonth!: number | null;

  @Field(() => WarningColourEnum, {
    description: 'By the chance and the thresholds of the workspace; without a chance by what has come in of the pace.',
  })
  colour!: Colour;

  @Field(() => Int, { description: 'Place by the share of the target that has come in, 1 the highest.' })
  rank!: number;

  @Field(() => Boolean)
  reported!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after the due day on which the report came, 0 in time; null where none came or nobody wrote down when.',
  })
  lateDays!: number | null;

  @Field(() => [Reason], { description: 'What to look at: the quality of the data first, then the income.' })
  flags!: Reason[];

  @Field(() => [String], { description: 'Who has to see to it: the reporter of the village, the leader in charge of the township.' })
  responsible!: string[];
}

@ObjectType({ description: 'A township in a monthly bulletin.', simpleResolvers: true })
export class BulletinTownship {
  @Field(() => Township)
  township!: Township;

  @Field(() => Int)
  villages!: number;

  @Field(() => Int)
  reported!: number;

  @Field(() => Yuan)
  received!: number;

  @Field(() => Yuan, { description: "The villages' targets together." })
  target!: number;

  @Field(() => Yuan, { nullable: true })
  sameMonthLastYear!: number | null;

  @Field(() => Int)
  green!: number;

  @Field(() => Int)
  yellow!: number;

  @Field(() => Int)
  orange!: number;

  @Field(() => Int)
  red!: number;
}

@ObjectType({ description: 'The monthly bulletin (按月通报) of a county or of a part of it.', simpleResolvers: true })
export class Bulletin {
  @Field(() => YearMonth)
  month!: string;

  @Field(() => String, { description: "The day by which the month's reports were due." })
  dueOn!: string;

  @Field(() => Int, { description: 'Villages that have reported the month.' })
  reported!: number;

  @Field(() => Int, { description: 'Villages that have not.' })
  missing!: number;

  @Field(() => Boolean, { description: 'The figures are generated, not real.' })
  demonstration!: boolean;

  @Field(() => ID, { description: 'Names the data that it was made from.' })
  dataVersion!: string;

  @Field(() => [BulletinRow], { description: 'The most urgent first.' })
  villages!: BulletinRow[];

  @Field(() => [BulletinTownship])
  townships!: BulletinTownship[];
}
