import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Mode } from '../../base/vocabulary.js';
import { ModeEnum } from '../enums.js';
import { Yuan } from '../scalars.js';
import { PageInfo } from './page-info.js';
import { ParkDependence } from './park-dependence.js';
import { Village } from './village.js';

@ObjectType({
  description: 'A number from simulation: its mean, Monte Carlo standard error and 95% interval of that error.',
  simpleResolvers: true,
})
export class Estimate {
  @Field(() => Float)
  mean!: number;

  @Field(() => Float)
  standardError!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;
}

@ObjectType({ simpleResolvers: true })
export class PercentileBand {
  @Field(() => Float, { description: '5, 25, 50, 75 or 95.' })
  percentile!: number;

  @Field(() => Float)
  value!: number;
}

@ObjectType({ simpleResolvers: true })
export class Distribution {
  @Field(() => Float)
  mean!: number;

  @Field(() => [PercentileBand])
  bands!: PercentileBand[];
}

@ObjectType({ simpleResolvers: true })
export class ReachingProbability {
  @Field(() => Int)
  villages!: number;

  @Field(() => Float)
  probability!: number;
}

@ObjectType({ description: 'What becomes of all villages in scope in one projected year.', simpleResolvers: true })
export class Outcome {
  @Field(() => Int)
  villageCount!: number;

  @Field(() => Estimate, { description: 'Expected number of villages that reach their target.' })
  expectedReaching!: Estimate;

  @Field(() => [PercentileBand], { description: 'Percentiles of the number that reach.' })
  reaching!: PercentileBand[];

  @Field(() => [ReachingProbability], { description: 'How probable each number is; numbers that never came are left out.' })
  reachingDistribution!: ReachingProbability[];

  @Field(() => Estimate, { description: 'Chance that every village reaches.' })
  chanceAll!: Estimate;

  @Field(() => Distribution, { description: 'Total income, yuan.' })
  income!: Distribution;

  @Field(() => Float, { description: 'Share of mean income that comes from projects and grants.' })
  grantDependence!: number;

  @Field(() => ParkDependence, { description: 'How much of mean income hangs on parks.' })
  parkDependence!: ParkDependence;

  @Field(() => Estimate, { description: 'Chance that the industry mode brings at least half of all income.' })
  industryShareChance!: Estimate;

  @Field(() => Estimate, { description: 'Chance that the five key industries bring at least half of all income.' })
  keyIndustryShareChance!: Estimate;

  @Field(() => Estimate, { description: 'Chance that every related village has at least 5,000 yuan of key-industry income.' })
  keyIndustryFloorChance!: Estimate;
}

@ObjectType({ simpleResolvers: true })
export class ModeMean {
  @Field(() => ModeEnum)
  mode!: Mode;

  @Field(() => Yuan)
  mean!: number;
}

@ObjectType({ description: 'What becomes of one village in one projected year.', simpleResolvers: true })
export class VillageOutcome {
  @Field(() => Village)
  village!: Village;

  @Field(() => Yuan, { description: "The target used: the scenario's override, else the village's own, else the scenario's default." })
  target!: number;

  @Field(() => Yuan, { description: 'Money granted by the policy.' })
  grant!: number;

  @Field(() => Float, { description: 'Chance of reaching the target in this year.' })
  chance!: number;

  @Field(() => Float, { description: 'Monte Carlo standard error of the chance, never zero.' })
  standardError!: number;

  @Field(() => Float, { description: 'Chance of reaching the target in every projected year.' })
  chanceEveryYear!: number;

  @Field(() => Yuan, { description: 'Expected shortfall to the target.' })
  shortfall!: number;

  @Field(() => Float, { description: 'Share of mean income that comes from projects and grants.' })
  grantDependence!: number;

  @Field(() => ParkDependence, { description: 'How much of mean income hangs on parks.' })
  parkDependence!: ParkDependence;

  @Field(() => Distribution, { description: 'Yuan.' })
  income!: Distribution;

  @Field(() => [ModeMean])
  byMode!: ModeMean[];
}

@ObjectType({ simpleResolvers: true })
export class VillageOutcomeConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [VillageOutcome])
  nodes!: VillageOutcome[];
}
