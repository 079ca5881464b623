import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { ProjectFate } from '../../allocation/project-stress.js';
import { ProjectFateEnum } from '../enums.js';
import { Yuan } from '../scalars.js';

@ObjectType({ simpleResolvers: true })
export class ProjectFateChance {
  @Field(() => ProjectFateEnum)
  fate!: ProjectFate;

  @Field(() => Float, { description: "The village's chance of its target." })
  chance!: number;

  @Field(() => Float, { description: 'Monte Carlo standard error of the chance.' })
  standardError!: number;

  @Field(() => Float, { description: 'Less the chance as planned, on the same draws.' })
  change!: number;

  @Field(() => Float, { description: 'Monte Carlo standard error of the change.' })
  changeStandardError!: number;
}

@ObjectType({
  description: "What becomes of a village's chance if one of its projects fails, is delayed, or pays late.",
  simpleResolvers: true,
})
export class ProjectStress {
  @Field(() => ID)
  project!: string;

  @Field(() => Int)
  year!: number;

  @Field(() => Yuan, { description: "The village's target of the year." })
  target!: number;

  @Field(() => Int, { description: 'Months by which delivery is delayed.' })
  months!: number;

  @Field(() => [ProjectFateChance], {
    description:
      'As planned first. A project that has paid in a complete year is projected from what it paid, and is only asked to fail; one not committed yet is looked at as if it were.',
  })
  fates!: ProjectFateChance[];

  @Field(() => Int)
  seed!: number;

  @Field(() => Int)
  trials!: number;

  @Field(() => ID)
  dataVersion!: string;
}
