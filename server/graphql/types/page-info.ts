import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page of a list ends.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The `after` of the next page; null for an empty page.' })
  endCursor!: string | null;
}
