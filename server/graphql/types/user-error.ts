import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Something about the input of a mutation that its sender can mend.', simpleResolvers: true })
export class UserError {
  @Field(() => [String], { nullable: true, description: 'Where in the input; null where no field is at fault.' })
  field!: string[] | null;

  @Field(() => String)
  code!: string;

  @Field(() => String, { description: "In the language of the request's Accept-Language." })
  message!: string;
}
