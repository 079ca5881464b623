import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Conditions are joined by and.' })
export class VillageFilter {
  @Field(() => [ID], { nullable: true })
  codes?: string[] | null;

  @Field(() => [ID], { nullable: true })
  townships?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Part of a name or of a code, taken literally.' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true })
  eligible?: boolean | null;
}
