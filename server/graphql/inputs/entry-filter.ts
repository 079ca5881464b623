import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Entries whose choice is one of the values.' })
export class ChoiceFilter {
  @Field(() => String, { description: 'Name of a field that is a choice.' })
  field!: string;

  @Field(() => [String])
  values!: string[];
}

@InputType({ description: 'Which entries of a register are wanted; what is left out does not restrict.' })
export class EntryFilter {
  @Field(() => [ID], { nullable: true })
  villages?: string[] | null;

  @Field(() => [ID], { nullable: true })
  townships?: string[] | null;

  @Field(() => [ID], { nullable: true })
  parks?: string[] | null;

  @Field(() => [ID], { nullable: true })
  projects?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Part of any text, name of a place or choice.' })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'First day, month or year, included, as the register is ordered.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Last day, month or year, included; 2020-05 is the whole month.' })
  to?: string | null;

  @Field(() => [ChoiceFilter], { nullable: true })
  choices?: ChoiceFilter[] | null;
}
