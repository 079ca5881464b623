import { Field, Float, InputType } from 'type-graphql';

@InputType()
export class SetWorkspaceAssumptionInput {
  @Field(() => String)
  name!: string;

  @Field(() => Float)
  value!: number;
}

@InputType()
export class ResetWorkspaceAssumptionInput {
  @Field(() => String)
  name!: string;
}
