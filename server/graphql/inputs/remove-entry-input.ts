import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class RemoveEntryInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { nullable: true, description: 'The revision that was looked at; a newer one is not removed.' })
  revision?: number | null;

  @Field(() => String, { nullable: true, description: 'Who removes it.' })
  by?: string | null;

  @Field(() => String, { nullable: true, description: 'Why; kept with the change.' })
  reason?: string | null;
}
