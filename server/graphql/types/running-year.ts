import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Industry, Mode } from '../../base/vocabulary.js';
import { IndustryEnum, ModeEnum } from '../enums.js';
import { YearMonth, Yuan } from '../scalars.js';
import { Estimate } from './outcome.js';
import { Village } from './village.js';
import { SimulatedResult } from './simulated-result.js';

@ObjectType({ description: "What one source of a village's income brought in a month of the running year.", simpleResolvers: true })
export class RunningYearReceipt {
  @Field(() => ModeEnum)
  mode!: Mode;

  @Field(() => IndustryEnum, { nullable: true })
  industry!: Industry | null;

  @Field(() => ID, { nullable: true })
  park!: string | null;

  @Field(() => ID, { nullable: true })
  project!: string | null;

  @Field(() => Yuan, { description: 'What reached the account in the month; 0 where a source that is expected to pay was silent.' })
  amount!: number;

  @Field(() => Yuan, { description: 'From January to the end of the month.' })
  receivedSoFar!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Share of a year's income that usually is in by the end of the month; null for a source that is not projected.",
  })
  expectedShare!: number | null;

  @Field(() => Yuan, { nullable: true, description: 'What is expected by the end of the month (the median); null as above.' })
  expectedSoFar!: number | null;
}

@ObjectType({ description: 'How things stood at the end of a month, and what moved them since the month before.', simpleResolvers: true })
export class RunningYearMonth {
  @Field(() => YearMonth, { description: 'Nothing after this month is read, of committed projects neither.' })
  month!: string;

  @Field(() => Float, { description: 'Chance of reaching the target this year, as it stood then.' })
  chance!: number;

  @Field(() => Float, { description: 'Monte Carlo standard error of the chance, never zero.' })
  standardError!: number;

  @Field(() => Estimate, {
    nullable: true,
    description: 'The chance less that of the month before, on the same draws; null for the first.',
  })
  change!: Estimate | null;

  @Field(() => Estimate, {
    nullable: true,
    description:
      'The part that closing the month in this village alone makes: its receipts, or their absence. With `commonPart` it sums to `change`.',
  })
  ownPart!: Estimate | null;

  @Field(() => Estimate, {
    nullable: true,
    description: "The part that the other villages' month adds: what their receipts tell of shocks common to the county, a mode, a park.",
  })
  commonPart!: Estimate | null;

  @Field(() => [RunningYearReceipt], { description: 'Of the village in this month, in the order of modes.' })
  receipts!: RunningYearReceipt[];

  @Field(() => Estimate, { description: 'Expected number of villages of the scope that reach, as it stood then.' })
  expectedReaching!: Estimate;
}

@ObjectType({
  description:
    'The running year replayed month by month. Scenario, grants, targets and the project library are those of now at every month, and receipts are read as they stand in the books today: only how far they are read moves the chance.',
  simpleResolvers: true,
})
export class RunningYear extends SimulatedResult {
  @Field(() => Village)
  village!: Village;

  @Field(() => Int)
  year!: number;

  @Field(() => Yuan)
  target!: number;

  @Field(() => [RunningYearMonth], { description: 'From December of the year before to the as-of month.' })
  months!: RunningYearMonth[];
}
