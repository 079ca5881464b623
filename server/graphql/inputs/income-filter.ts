import { Field, ID, InputType } from 'type-graphql';
import type { Industry, Mode } from '../../base/vocabulary.js';
import { IndustryEnum, ModeEnum } from '../enums.js';
import { YearMonth } from '../scalars.js';

@InputType({ description: 'Conditions are joined by and; from and to are both included.' })
export class IncomeFilter {
  @Field(() => [ID], { nullable: true })
  villages?: string[] | null;

  @Field(() => [ID], { nullable: true })
  townships?: string[] | null;

  @Field(() => [ModeEnum], { nullable: true })
  modes?: Mode[] | null;

  @Field(() => [IndustryEnum], { nullable: true })
  industries?: Industry[] | null;

  @Field(() => [ID], { nullable: true })
  parks?: string[] | null;

  @Field(() => [ID], { nullable: true })
  projects?: string[] | null;

  @Field(() => YearMonth, { nullable: true })
  from?: string | null;

  @Field(() => YearMonth, { nullable: true })
  to?: string | null;
}
