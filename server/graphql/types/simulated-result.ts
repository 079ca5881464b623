import { Field, Int, ObjectType } from 'type-graphql';

/** What was computed by simulation says what it takes to compute it again. Never a type of the API by itself. */
@ObjectType({ simpleResolvers: true })
export abstract class SimulatedResult {
  @Field(() => Int, { description: 'Where the random numbers start: equal seeds are equal draws.' })
  seed!: number;

  @Field(() => Int, { description: 'Trials that the result rests on.' })
  trials!: number;

  @Field(() => String, { description: 'Names the program: equal versions compute equal numbers.' })
  engineVersion!: string;

  @Field(() => String, { description: 'Names the data read: equal versions are equal data.' })
  dataVersion!: string;
}
