import { Field, Float, ID, InputType } from 'type-graphql';
import type { Industry, Mode } from '../../base/vocabulary.js';
import { IndustryEnum, ModeEnum } from '../enums.js';
import { Rate, YearMonth } from '../scalars.js';

@InputType({ description: 'What a grant can be spent on. Fields left out take the defaults, see assumptionDefaults.' })
export class GrantOptionInput {
  @Field(() => ID)
  code!: string;

  @Field(() => ModeEnum)
  mode!: Mode;

  @Field(() => IndustryEnum, { nullable: true, description: 'What its returns are counted under; left out: none.' })
  industry?: Industry | null;

  @Field(() => ID, { nullable: true, description: 'With a park, delivery, failure and lateness are one fate for all villages.' })
  park?: string | null;

  @Field(() => Rate, { nullable: true, description: 'Yearly return on capital at full operation.' })
  rate?: number | null;

  @Field(() => Float, { nullable: true, description: 'Log dispersion of the realised return.' })
  sd?: number | null;

  @Field(() => YearMonth, { nullable: true, description: 'Planned first month of returns; left out: the month after the as-of month.' })
  start?: string | null;

  @Field(() => Float, { nullable: true, description: 'Mean extra months until delivery.' })
  delay?: number | null;

  @Field(() => Rate, { nullable: true, description: "Yearly probability that the year's payment fails." })
  failure?: number | null;

  @Field(() => Rate, { nullable: true, description: 'Share of a failed payment that the insurance restores.' })
  insured?: number | null;

  @Field(() => Rate, { nullable: true, description: 'Share of the grant spent on the insurance.' })
  premium?: number | null;

  @Field(() => Rate, { nullable: true, description: "Probability that a year's payment arrives the year after." })
  late?: number | null;
}
