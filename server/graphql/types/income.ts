import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Industry, Mode } from '../../base/vocabulary.js';
import { IndustryEnum, ModeEnum } from '../enums.js';
import { Yuan, YearMonth } from '../scalars.js';
import { Park, Region } from './county.js';

@ObjectType({ description: 'Income of one combination of the dimensions asked for; the other fields are null.', simpleResolvers: true })
export class IncomeGroup {
  @Field(() => Region, { nullable: true, description: 'The finest region dimension asked for.' })
  region!: Region | null;

  @Field(() => ModeEnum, { nullable: true })
  mode!: Mode | null;

  @Field(() => IndustryEnum, { nullable: true })
  industry!: Industry | null;

  @Field(() => Park, { nullable: true })
  park!: Park | null;

  @Field(() => ID, { nullable: true })
  project!: string | null;

  @Field(() => Int, { nullable: true })
  year!: number | null;

  @Field(() => YearMonth, { nullable: true })
  month!: string | null;

  @Field(() => Yuan)
  amount!: number;

  @Field(() => Int, { description: 'Number of receipts.' })
  receipts!: number;
}

@ObjectType({ simpleResolvers: true })
export class IncomeResult {
  @Field(() => Yuan, { description: 'Of everything that matches, also beyond the limit.' })
  total!: number;

  @Field(() => Boolean, { description: 'There were more groups than the limit.' })
  truncated!: boolean;

  @Field(() => [IncomeGroup], { description: 'In ascending order of the dimensions asked for.' })
  groups!: IncomeGroup[];
}
