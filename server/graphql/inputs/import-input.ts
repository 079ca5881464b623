import { Field, ID, InputType } from 'type-graphql';
import type { MoneyUnit } from '../../base/money.js';
import { MoneyUnitEnum } from '../enums.js';
import { YearMonth } from '../scalars.js';

@InputType({ description: 'What the bare amounts of a file, or of one sheet of a workbook, mean.' })
export class ImportUnitInput {
  @Field(() => String)
  file!: string;

  @Field(() => String, { nullable: true, description: 'As the preview names it; null where the file goes by its own name.' })
  sheet?: string | null;

  @Field(() => MoneyUnitEnum)
  unit!: MoneyUnit;
}

@InputType()
export class PreviewImportInput {
  @Field(() => ID, { description: 'The id that POST /imports gave.' })
  id!: string;

  @Field(() => [ImportUnitInput], { nullable: true, description: 'Every unit that was named so far: those left out go by the header.' })
  units?: ImportUnitInput[] | null;

  @Field(() => YearMonth, { nullable: true, description: 'The last closed month of the counties in the files.' })
  asOf?: string | null;
}

@InputType()
export class CommitImportInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Who imports.' })
  by?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, for the record.' })
  reason?: string | null;
}

@InputType()
export class DropImportInput {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class UndoImportInput {
  @Field(() => ID, { description: 'Number of the batch.' })
  batch!: string;

  @Field(() => String, { nullable: true, description: 'Who takes it back.' })
  by?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, for the record.' })
  reason?: string | null;
}
