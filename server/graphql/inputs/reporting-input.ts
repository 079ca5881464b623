import { Field, ID, InputType, Int } from 'type-graphql';
import { YearMonth } from '../scalars.js';

@InputType({ description: 'Which of several sources gives the figure of a village and month.' })
export class ConfirmReportInput {
  @Field(() => ID, { description: 'The report whose figure counts.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'The revision that was looked at; a newer one is not overwritten.' })
  revision?: number | null;

  @Field(() => String, { description: 'Who confirms it.' })
  by!: string;

  @Field(() => String, { nullable: true, description: 'Why; kept with the change.' })
  reason?: string | null;
}

@InputType({ description: 'A month of a county that is closed or opened again.' })
export class CloseMonthInput {
  @Field(() => ID, { nullable: true, description: 'Code of the county; left out where only one is loaded.' })
  county?: string | null;

  @Field(() => YearMonth)
  month!: string;

  @Field(() => String, { description: 'Who does it.' })
  by!: string;

  @Field(() => String, { nullable: true, description: 'Why; needed to open a month again.' })
  reason?: string | null;
}
