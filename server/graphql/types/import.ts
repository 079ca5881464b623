import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { MoneyUnit } from '../../base/money.js';
import type { ImportWordKind } from '../../intake/import-words.js';
import type { OpenImport } from '../../intake/import-desk.js';
import type { TableKind } from '../../intake/table-kind.js';
import { ImportRemarkGroupEnum, ImportTableEnum, ImportWordKindEnum, MoneyUnitEnum, type ImportRemarkGroup } from '../enums.js';
import { YearMonth } from '../scalars.js';
import { PageInfo } from './page-info.js';
import { UserError } from './user-error.js';

@ObjectType({ simpleResolvers: true })
export class ImportFile {
  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;
}

@ObjectType({ description: 'A file, or a sheet of a workbook, as it was understood.', simpleResolvers: true })
export class ImportSheet {
  @Field(() => String)
  file!: string;

  @Field(() => String, { nullable: true, description: 'Null where the file has only one sheet that holds something.' })
  sheet!: string | null;

  @Field(() => ImportTableEnum)
  table!: TableKind;

  @Field(() => Int, { description: 'Rows below the header, totals and notes left out; a wide sheet has one for each amount.' })
  rows!: number;

  @Field(() => String, { description: 'Of a text file; Excel for a workbook.' })
  encoding!: string;

  @Field(() => MoneyUnitEnum, { nullable: true, description: 'Null where the table holds no amounts.' })
  unit!: MoneyUnit | null;

  @Field(() => Boolean, { description: 'Whether someone named the unit, whatever the header says.' })
  unitNamed!: boolean;
}

@ObjectType({ description: 'What an import does to one table.', simpleResolvers: true })
export class ImportCount {
  @Field(() => ImportTableEnum)
  table!: TableKind;

  @Field(() => Int)
  added!: number;

  @Field(() => Int)
  changed!: number;

  @Field(() => Int)
  same!: number;

  @Field(() => Int, { description: 'Rows of the demonstration county that go.' })
  removed!: number;
}

@ObjectType({ simpleResolvers: true })
export class ImportCounty {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ simpleResolvers: true })
export class ImportedCounty extends ImportCounty {
  @Field(() => YearMonth, { nullable: true })
  asOfBefore!: string | null;

  @Field(() => YearMonth, { nullable: true, description: 'The last closed month once it is imported.' })
  asOf!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class ImportRemarkCount {
  @Field(() => ImportRemarkGroupEnum)
  group!: ImportRemarkGroup;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'Something to know about the files, and where it stands.', simpleResolvers: true })
export class ImportRemark {
  @Field(() => ID)
  id!: string;

  @Field(() => ImportRemarkGroupEnum)
  group!: ImportRemarkGroup;

  @Field(() => String)
  code!: string;

  @Field(() => String, { nullable: true })
  file!: string | null;

  @Field(() => String, { nullable: true })
  sheet!: string | null;

  @Field(() => Int, { nullable: true, description: 'As the spreadsheet counts: the first row is 1.' })
  row!: number | null;

  @Field(() => String, { nullable: true, description: "The column's header as the file writes it." })
  column!: string | null;

  @Field(() => String, { description: "In the language of the request's Accept-Language." })
  message!: string;

  @Field(() => ImportWordKindEnum, { nullable: true, description: 'What somebody could say once, by rememberImportWord; null: nothing.' })
  asks!: ImportWordKind | null;

  @Field(() => [String], { description: 'The words of the file that it is about.' })
  words!: string[];

  @Field(() => [String], { description: 'Villages that may be meant, as 城厢镇/永平村(451026100201).' })
  candidates!: string[];

  @Field(() => ImportTableEnum, { nullable: true, description: 'The table that a column is asked for.' })
  table!: TableKind | null;
}

@ObjectType({ simpleResolvers: true })
export class ImportRemarkConnection {
  @Field(() => Int, { description: 'Those that can be read; of each group the first 1,000 are kept.' })
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [ImportRemark])
  nodes!: ImportRemark[];
}

@ObjectType({ description: 'What importing the files that were sent would do. Nothing is written before commitImport.' })
export class ImportPreview {
  /** What the fields are made of. */
  opened!: OpenImport;

  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it is forgotten unless somebody touches it.' })
  expiresAt!: Date;

  @Field(() => [ImportFile])
  files!: ImportFile[];

  @Field(() => Boolean, { description: 'False until previewImport has looked into the files.' })
  previewed!: boolean;

  @Field(() => Boolean, { description: 'Previewed, without findings, and with every unit that jumps named.' })
  committable!: boolean;

  @Field(() => [ImportSheet])
  sheets!: ImportSheet[];

  @Field(() => [ImportCount])
  counts!: ImportCount[];

  @Field(() => [ImportedCounty])
  counties!: ImportedCounty[];

  @Field(() => ImportCounty, { nullable: true, description: 'The demonstration county that would go.' })
  removesDemonstration!: ImportCounty | null;

  @Field(() => [ImportRemarkCount], { description: 'How many remarks of each group there are, all of them counted.' })
  remarkCounts!: ImportRemarkCount[];
}

@ObjectType({ simpleResolvers: true })
export class ImportTemplateColumn {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'As a file writes it, in Chinese.' })
  header!: string;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => String, { description: "In the language of the request's Accept-Language." })
  note!: string;

  @Field(() => String)
  example!: string;

  @Field(() => [String], { description: 'The words that it takes; empty where it takes any that the note allows.' })
  choices!: string[];
}

@ObjectType({ description: 'An empty table to fill in. Rows whose 序号 is 说明 or 示例 are no data.', simpleResolvers: true })
export class ImportTemplate {
  @Field(() => ImportTableEnum)
  table!: TableKind;

  @Field(() => String, { description: 'What the table is called, which its file is named after.' })
  label!: string;

  @Field(() => String, { description: 'The first column, for running numbers.' })
  counterHeader!: string;

  @Field(() => [ImportTemplateColumn])
  columns!: ImportTemplateColumn[];
}

@ObjectType({ description: 'A file that an import read.', simpleResolvers: true })
export class ImportBatchFile {
  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field(() => String, { description: 'SHA-256, hexadecimal.' })
  hash!: string;

  @Field(() => Int)
  rows!: number;
}

@ObjectType({ description: 'An import that was written, also one that was taken back.', simpleResolvers: true })
export class ImportBatch {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  importedAt!: Date;

  @Field(() => String, { nullable: true })
  importedBy!: string | null;

  @Field(() => Boolean)
  demonstration!: boolean;

  @Field(() => [ImportBatchFile])
  files!: ImportBatchFile[];

  @Field(() => [ImportCount])
  counts!: ImportCount[];

  @Field(() => [ImportCounty])
  counties!: ImportCounty[];

  @Field(() => GraphQLISODateTime, { nullable: true })
  undoneAt!: Date | null;

  @Field(() => String, { nullable: true })
  undoneBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was imported.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  undoReason!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class ImportBatchConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [ImportBatch])
  nodes!: ImportBatch[];
}

@ObjectType({ simpleResolvers: true })
export class ImportPreviewPayload {
  @Field(() => ImportPreview, { nullable: true })
  preview!: ImportPreview | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class DropImportPayload {
  @Field(() => ID, { nullable: true, description: 'The id of the import that was dropped.' })
  id!: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class ImportBatchPayload {
  @Field(() => ImportBatch, {
    nullable: true,
    description: 'Null where nothing differed from what is stored, so that nothing was written.',
  })
  batch!: ImportBatch | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
