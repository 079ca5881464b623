import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { PageInfo } from './page-info.js';

@ObjectType({ description: 'One value that a choice can have.', simpleResolvers: true })
export class RegisterChoice {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: "In the language of the request's Accept-Language, as all labels." })
  label!: string;
}

@ObjectType({ description: 'A field of a register: enough to show and edit it.', simpleResolvers: true })
export class RegisterField {
  @Field(() => String, { description: 'Its name in the API.' })
  name!: string;

  @Field(() => String, {
    description:
      'text, longText, amount (yuan), whole, share (0 to 1), day, month, year, flag, choice, village, township, park, project, entry or documents.',
  })
  kind!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => [RegisterChoice], { description: 'Empty where it is no choice.' })
  choices!: RegisterChoice[];

  @Field(() => String, { nullable: true, description: 'The register whose entries it refers to.' })
  register!: string | null;
}

@ObjectType({
  description: 'A list that the county keeps of one kind of thing: part of the three parks or the seven safeguards.',
  simpleResolvers: true,
})
export class RegisterDescription {
  @Field(() => String, { description: 'The query of one entry; `plural` is the query of the list.' })
  name!: string;

  @Field(() => String)
  plural!: string;

  @Field(() => String, { description: 'The mutation that writes an entry takes `input: Save…Input!` of this type.' })
  typeName!: string;

  @Field(() => String, { nullable: true, description: 'The mutation that alone writes entries, where they follow rules of their own.' })
  ruledBy!: string | null;

  @Field(() => String)
  group!: string;

  @Field(() => String)
  groupLabel!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String, { description: 'The field that says in a word which entry is meant.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The field that lists are in descending order of.' })
  order!: string | null;

  @Field(() => [RegisterField])
  fields!: RegisterField[];
}

@ObjectType({ description: 'What a change did to one field, as text.', simpleResolvers: true })
export class FieldChange {
  @Field(() => String)
  field!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType({ description: 'One change in a register: who, when, why, what.', simpleResolvers: true })
export class EntryChange {
  @Field(() => Int, { description: 'Counts up from 1.' })
  number!: number;

  @Field(() => ID)
  entry!: string;

  @Field(() => String)
  register!: string;

  @Field(() => String, { description: 'CREATED, CHANGED or REMOVED.' })
  action!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String, { nullable: true })
  by!: string | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => [FieldChange])
  fields!: FieldChange[];
}

@ObjectType({ simpleResolvers: true })
export class EntryChangeConnection {
  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [EntryChange])
  nodes!: EntryChange[];
}
