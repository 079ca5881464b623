import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A stored file that proves something; GET /documents/{id} gives its content.', simpleResolvers: true })
export class Document {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  mediaType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field(() => GraphQLISODateTime)
  storedAt!: Date;

  @Field(() => String, { nullable: true })
  storedBy!: string | null;
}
