import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ComparisonStop } from '../../allocation/comparison.js';
import { ComparisonStopEnum } from '../enums.js';
import { Yuan } from '../scalars.js';
import { Estimate } from './outcome.js';
import { ResolvedGrant } from './projection.js';
import { Village } from './village.js';
import { SimulatedResult } from './simulated-result.js';
import { Difference } from './difference.js';

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
export class ScenarioDifference extends Difference {
  @Field(() => Int, { description: 'Position of the scenario.' })
  scenario!: number;

  /** Resolved page by page. */
  moved!: readonly Mover[];
}

@ObjectType({
  description:
    'Scenarios on the same draws, each against the baseline. Sampling goes on in doublings until their order is settled. The data version is that of what was read for the baseline.',
  simpleResolvers: true,
})
export class Comparison extends SimulatedResult {
  @Field(() => Int, { description: 'The year compared.' })
  year!: number;

  @Field(() => Boolean, { description: 'Whether more trials would hardly change the order of the scenarios.' })
  settled!: boolean;

  @Field(() => ComparisonStopEnum, { description: 'Why sampling ended.' })
  stoppedBecause!: ComparisonStop;

  @Field(() => Int, { description: 'Position of the baseline.' })
  baseline!: number;

  @Field(() => [ComparedScenario], { description: 'In the order asked for.' })
  scenarios!: ComparedScenario[];

  @Field(() => [ScenarioDifference], { description: 'Every scenario but the baseline, in the order asked for.' })
  differences!: ScenarioDifference[];
}
