import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { YearMonth, Yuan } from '../scalars.js';
import { Village } from './village.js';
import { SimulatedResult } from './simulated-result.js';

@ObjectType({ description: 'A named number that entered the result, with where it comes from.', simpleResolvers: true })
export class Assumption {
  @Field(() => String, {
    description:
      'For example `target.default`, `growth.INDUSTRY.rate`, `option.cocoon.delay`, `priorCountySd`. Months are written year × 100 + month.',
  })
  name!: string;

  @Field(() => Float)
  value!: number;

  @Field(() => Float)
  default!: number;

  @Field(() => String, { description: "In words, in the language of the request's Accept-Language." })
  source!: string;
}

@ObjectType({ description: 'Something to know, with a code for programs and words for people.', simpleResolvers: true })
export class Reason {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType({ description: 'Money that the policy gives a village.', simpleResolvers: true })
export class ResolvedGrant {
  @Field(() => Village)
  village!: Village;

  @Field(() => ID)
  option!: string;

  @Field(() => Yuan)
  amount!: number;
}

@ObjectType({
  description: 'A scenario, projected. The same seed, trials, engineVersion and dataVersion give the same numbers.',
  simpleResolvers: true,
})
export class Projection extends SimulatedResult {
  @Field(() => YearMonth)
  asOf!: string;

  @Field(() => [Int], { description: 'The projected years, the running one first.' })
  years!: number[];

  @Field(() => [Assumption], { description: 'Everything that was used.' })
  assumptions!: Assumption[];
}
