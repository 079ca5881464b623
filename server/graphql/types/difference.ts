import { Field, Float, ObjectType } from 'type-graphql';
import { Yuan } from '../scalars.js';
import { Estimate } from './outcome.js';

/** What is better than a baseline, trial by trial on the same draws. Never a type of the API by itself. */
@ObjectType({ simpleResolvers: true })
export abstract class Difference {
  @Field(() => Estimate, { description: 'How many villages more are expected to reach.' })
  expectedReaching!: Estimate;

  @Field(() => Float, { description: 'Chance that more villages reach than under the baseline.' })
  chanceBetter!: number;

  @Field(() => Float, { description: 'Chance that as many do.' })
  chanceEqual!: number;

  @Field(() => Float, { description: 'Chance that fewer do.' })
  chanceWorse!: number;

  @Field(() => Yuan, {
    nullable: true,
    description:
      'Money spent beyond the baseline for each village more that is expected to reach, negative where money is saved; null where none is.',
  })
  costPerExtraVillage!: number | null;

  @Field(() => Yuan, { nullable: true, description: 'Low end of its Monte Carlo 95% interval; null where the difference may be zero.' })
  costPerExtraVillageLow!: number | null;

  @Field(() => Yuan, { nullable: true, description: 'High end of the same.' })
  costPerExtraVillageHigh!: number | null;
}
