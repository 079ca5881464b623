import { Field, Float, ObjectType } from 'type-graphql';
import { Yuan } from '../scalars.js';

@ObjectType({
  description:
    "A village's chance as a function of a grant that comes on top of what the scenario's policy gives. Every chance is the one that a projection with that grant would show.",
  simpleResolvers: true,
})
export class ResponseCurve {
  @Field(() => [Yuan], { description: 'Evenly spaced from 0.' })
  grants!: readonly number[];

  @Field(() => [Float], { description: 'The chance that each of `grants` gives.' })
  chances!: readonly number[];

  @Field(() => [Float], { description: 'Monte Carlo standard error of each of `chances`.' })
  standardErrors!: readonly number[];

  @Field(() => Float, { description: 'The greatest chance that any grant gives.' })
  bestChance!: number;

  @Field(() => Float, { description: 'Share of the trials in which nothing of a grant arrives in the year.' })
  withoutMoney!: number;
}
