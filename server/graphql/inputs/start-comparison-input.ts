import { Field, InputType, Int } from 'type-graphql';
import { ScenarioInput } from './scenario-input.js';

@InputType()
export class StartComparisonInput {
  @Field(() => [ScenarioInput], { description: "Two to twenty; the baseline's seed and trials hold for those that name none." })
  scenarios!: ScenarioInput[];

  @Field(() => Int, { nullable: true, defaultValue: 0, description: 'Position of the scenario that the others are held against.' })
  baseline?: number | null;

  @Field(() => Int, { nullable: true, description: 'Left out: the last projected year.' })
  year?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Where sampling ends even if the order is not settled; left out: sixteen times the trials, 160,000 at most.',
  })
  mostTrials?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same key with the same input gives the same job again, however often it is sent; 1 to 200 characters.',
  })
  idempotencyKey?: string | null;
}
