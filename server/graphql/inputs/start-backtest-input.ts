import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class StartBacktestInput {
  @Field(() => [ID], { nullable: true, description: 'Region codes; left out: every county loaded.' })
  scope?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'The first year to forecast; left out: as early as the data go.' })
  from?: number | null;

  @Field(() => Int, { nullable: true, description: 'The last year to forecast; left out: the last complete one.' })
  to?: number | null;

  @Field(() => [Int], { nullable: true, description: 'Numbers of closed months, 0 to 11; left out: 0, 3, 6 and 9.' })
  closedMonths?: number[] | null;

  @Field(() => Int, { nullable: true, description: '100 to 20,000; left out: 4,000.' })
  trials?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same key with the same input gives the same job again, however often it is sent; 1 to 200 characters.',
  })
  idempotencyKey?: string | null;
}
