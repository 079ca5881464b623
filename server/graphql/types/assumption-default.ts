import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A default that a scenario may override, in both languages.', simpleResolvers: true })
export class AssumptionDefault {
  @Field(() => String)
  name!: string;

  @Field(() => Float)
  value!: number;

  @Field(() => Float, { description: 'The least value taken.' })
  least!: number;

  @Field(() => Float, { description: 'The greatest value taken.' })
  most!: number;

  @Field(() => Boolean, { description: 'True where ScenarioInput.assumptions overrides it by name; others have fields of their own.' })
  named!: boolean;

  @Field(() => String)
  zh!: string;

  @Field(() => String)
  en!: string;
}
