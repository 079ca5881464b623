import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Industry, Mode } from '../../base/vocabulary.js';
import { IndustryEnum, ModeEnum } from '../enums.js';
import { YearMonth } from '../scalars.js';
import { County, Park } from './county.js';
import { PageInfo } from './page-info.js';
import { Village } from './village.js';

@ObjectType({ description: 'What the history says about one mode.', simpleResolvers: true })
export class ModeFit {
  @Field(() => ModeEnum)
  mode!: Mode;

  @Field(() => Float, { description: 'Yearly log growth of the trend.' })
  drift!: number;

  @Field(() => Float, { description: 'Standard error of the drift.' })
  driftError!: number;

  @Field(() => Float, { description: 'Yearly probability that a paying stream ends.' })
  cessation!: number;

  @Field(() => Int, { description: 'Pairs of consecutive paying years that the fit rests on.' })
  pairs!: number;
}

@ObjectType({
  description: 'One stream of income: village, mode, industry, park, project. The unit that is projected.',
  simpleResolvers: true,
})
export class StreamFit {
  @Field(() => Village)
  village!: Village;

  @Field(() => ModeEnum)
  mode!: Mode;

  @Field(() => IndustryEnum, { nullable: true })
  industry!: Industry | null;

  @Field(() => Park, { nullable: true })
  park!: Park | null;

  @Field(() => ID, { nullable: true })
  project!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Log yuan a year at the last complete year; null for a stream that never paid in one.',
  })
  level!: number | null;

  @Field(() => Float, { nullable: true, description: 'Standard deviation of the level.' })
  levelSd!: number | null;

  @Field(() => Float, { description: "How the stream's variance compares with the county's." })
  scale!: number;

  @Field(() => Boolean, { description: 'It paid in the last complete year.' })
  alive!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class StreamConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [StreamFit])
  nodes!: StreamFit[];
}

@ObjectType({ description: "A county's model: what its history says about growth and its spread (log points).", simpleResolvers: true })
export class ModelFit {
  @Field(() => County)
  county!: County;

  @Field(() => YearMonth)
  asOf!: string;

  @Field(() => Int, { description: 'Years with twelve closed months.' })
  completeYears!: number;

  @Field(() => Int, { description: 'Closed months of the running year.' })
  closedMonths!: number;

  @Field(() => Float, { description: 'Of the yearly shock common to the county.' })
  countySd!: number;

  @Field(() => Float, { description: 'Of the yearly shock common to a mode.' })
  modeSd!: number;

  @Field(() => Float, { description: 'Of the yearly shock common to a park.' })
  parkSd!: number;

  @Field(() => Float, { description: "Of a stream's permanent yearly step." })
  permanentSd!: number;

  @Field(() => Float, { description: "Of a stream's transitory yearly deviation." })
  transitorySd!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Of the shock to the share of a year that is in by now; null where no year is running.',
  })
  shareSd!: number | null;

  @Field(() => Float, { description: 'How fast the variance falls with the size of a stream, −1 to 0.' })
  sizeSlope!: number;

  @Field(() => [ModeFit])
  modes!: ModeFit[];
}
