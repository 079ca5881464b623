import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ComparisonStop } from '../../allocation/comparison.js';
import { ComparisonStopEnum } from '../enums.js';
import { Yuan } from '../scalars.js';
import { Estimate } from './outcome.js';
import { ResolvedGrant } from './projection.js';
import { Village } from './village.js';

@ObjectType({ simpleResolvers: true })
export class ComparedScenario {
  @Field(() => String)
  name!: string;

  @Field(() => Yuan, { description: 'Sum of its grants.' })
  cost!: number;

  @Field(() => Estimate, { description: 'Expected number of villages that reach their target.' })
  expectedReaching!: Estimate;

  @Field(() => [ResolvedGrant], { description: 'What its policy gives, by village.' })
  grants!: ResolvedGrant[];
}

@ObjectType({ description: 'A village whose chance changes.', simpleResolvers: true })
export class Mover {
  @Field(() => Village)
  village!: Village;

  @Field(() => Float, { description: 'Its chance under the baseline.' })
  before!: number;

  @Field(() => Float, { description: 'Its chance under the scenario.' })
  after!: number;

  @Field(() => Float, { description: 'Monte Carlo standard error of the change.' })
  standardError!: number;
}

@ObjectType({ description: 'A scenario less the baseline, trial by trial on the same draws.' })
export class ScenarioDifference {
  @Field(() => Int, { description: 'Position of the scenario.' })
  scenario!: number;

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

  /** Resolved page by page. */
  moved!: readonly Mover[];
}

@ObjectType({
  description: 'Scenarios on the same draws, each against the baseline. Sampling goes on in doublings until their order is settled.',
  simpleResolvers: true,
})
export class Comparison {
  @Field(() => Int, { description: 'The year compared.' })
  year!: number;

  @Field(() => Int)
  seed!: number;

  @Field(() => Int, { description: 'Trials that the result rests on.' })
  trials!: number;

  @Field(() => Boolean, { description: 'Whether more trials would hardly change the order of the scenarios.' })
  settled!: boolean;

  @Field(() => ComparisonStopEnum, { description: 'Why sampling ended.' })
  stoppedBecause!: ComparisonStop;

  @Field(() => String)
  engineVersion!: string;

  @Field(() => String, { description: 'Names the data read for the baseline: equal versions are equal data.' })
  dataVersion!: string;

  @Field(() => Int, { description: 'Position of the baseline.' })
  baseline!: number;

  @Field(() => [ComparedScenario], { description: 'In the order asked for.' })
  scenarios!: ComparedScenario[];

  @Field(() => [ScenarioDifference], { description: 'Every scenario but the baseline, in the order asked for.' })
  differences!: ScenarioDifference[];
}
