import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { NotebookPlaceEnum, type NotebookPlaceCode } from '../enums.js';
import { JSONValue } from '../scalars.js';
import { PageInfo } from './page-info.js';
import { UserError } from './user-error.js';

@ObjectType({
  description: 'A notebook as written: inputs only, never results. One that comes with the product, or one of the workspace.',
  simpleResolvers: true,
})
export class Notebook {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => ID, { nullable: true, description: 'The county that it is about; null: the first one loaded.' })
  county!: string | null;

  @Field(() => NotebookPlaceEnum)
  place!: NotebookPlaceCode;

  @Field(() => String, { nullable: true, description: 'The language that an example is written in, zh-CN or en; null of other notebooks.' })
  language!: string | null;

  @Field(() => ID, { nullable: true, description: 'The notebook or example that it was copied from.' })
  origin!: string | null;

  @Field(() => Int, { description: 'Rises by one with every save; 0 of an example.' })
  revision!: number;

  @Field(() => String, { nullable: true, description: 'Who saved it last, as they call themselves.' })
  editor!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null of an example; so are the other times.' })
  createdAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  updatedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was moved to the bin; null where it is not there.' })
  deletedAt!: Date | null;
}

@ObjectType({ simpleResolvers: true })
export class NotebookConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [Notebook])
  nodes!: Notebook[];
}

@ObjectType({ description: 'A state of a notebook that is kept.', simpleResolvers: true })
export class NotebookVersion {
  @Field(() => ID)
  notebook!: string;

  @Field(() => Int)
  revision!: number;

  @Field(() => GraphQLISODateTime)
  savedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who saved it, as they call themselves.' })
  editor!: string | null;

  @Field(() => String, { nullable: true, description: 'A version with a name is kept for ever.' })
  name!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class NotebookVersionConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [NotebookVersion])
  nodes!: NotebookVersion[];
}

@ObjectType({ description: 'A YAML text, read as a notebook; nothing is stored.', simpleResolvers: true })
export class NotebookReading {
  @Field(() => JSONValue, { nullable: true, description: 'Null where the text is no notebook.' })
  spec!: unknown;

  @Field(() => [UserError], { description: 'Everything about its form that is wrong, each with line, cell, field and fix.' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class NotebookPayload {
  @Field(() => Notebook, { nullable: true })
  notebook!: Notebook | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty where it was.' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class SaveNotebookPayload {
  @Field(() => Notebook, {
    nullable: true,
    description: 'The notebook as it is now: further on than savedRevision where others have saved since the same save was first sent.',
  })
  notebook!: Notebook | null;

  @Field(() => Int, { nullable: true, description: 'The revision that holds what was sent; null where nothing was written.' })
  savedRevision!: number | null;

  @Field(() => Notebook, {
    nullable: true,
    description: 'The other state, where the notebook is no longer at the revision that the change is based on; nothing was written then.',
  })
  conflict!: Notebook | null;

  @Field(() => [UserError], { description: 'Why nothing was written; empty where it was.' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class NotebookVersionPayload {
  @Field(() => NotebookVersion, { nullable: true })
  version!: NotebookVersion | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty where it was.' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class DeleteNotebookPayload {
  @Field(() => ID, { nullable: true, description: 'The id that is no more; null where nothing was deleted.' })
  deletedId!: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
