import { Field, ID, InputType } from 'type-graphql';
import type { ImportWordKind } from '../../intake/import-words.js';
import type { TableKind } from '../../intake/table-kind.js';
import { ImportTableEnum, ImportWordKindEnum } from '../enums.js';

@InputType()
export class RememberImportWordInput {
  @Field(() => ImportWordKindEnum)
  kind!: ImportWordKind;

  @Field(() => String, { description: 'As the file has it.' })
  written!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of a VILLAGE: its 12-digit code, alone or behind its name as in 城厢镇/永平村(451026100201).',
  })
  village?: string | null;

  @Field(() => ImportTableEnum, {
    nullable: true,
    description: 'Of a COLUMN the table in which it means that; of a SHEET the table that it is, null: none, it is passed over.',
  })
  table?: TableKind | null;

  @Field(() => String, { nullable: true, description: 'Of a COLUMN: a header that the table knows, as 金额.' })
  column?: string | null;

  @Field(() => String, { nullable: true, description: 'Who says so.' })
  by?: string | null;
}

@InputType()
export class ForgetImportWordInput {
  @Field(() => ID)
  id!: string;
}
