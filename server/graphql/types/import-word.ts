import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import type { ImportWordKind } from '../../intake/import-words.js';
import type { TableKind } from '../../intake/table-kind.js';
import { ImportTableEnum, ImportWordKindEnum } from '../enums.js';
import { UserError } from './user-error.js';

@ObjectType({ description: 'What a word of imported files means, said once and remembered.', simpleResolvers: true })
export class ImportWord {
  @Field(() => ID)
  id!: string;

  @Field(() => ImportWordKindEnum)
  kind!: ImportWordKind;

  @Field(() => String, { description: 'As the file has it.' })
  written!: string;

  @Field(() => ImportTableEnum, {
    nullable: true,
    description: 'Of a COLUMN the table in which it means that; of a SHEET the table that it is, null: none, passed over.',
  })
  table!: TableKind | null;

  @Field(() => String, { description: 'The village with its township and code, the header of the column, or the table, in words.' })
  meaning!: string;

  @Field(() => GraphQLISODateTime)
  saidAt!: Date;

  @Field(() => String, { nullable: true })
  saidBy!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class ImportWordPayload {
  @Field(() => ImportWord, { nullable: true })
  word!: ImportWord | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class ForgetImportWordPayload {
  @Field(() => ID, { nullable: true })
  id!: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
