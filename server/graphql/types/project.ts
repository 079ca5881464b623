import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Industry, Mode, Stage } from '../../base/vocabulary.js';
import { IndustryEnum, ModeEnum, StageEnum } from '../enums.js';
import { Rate, YearMonth, Yuan } from '../scalars.js';
import { Park } from './county.js';
import { PageInfo } from './page-info.js';
import { OverdueItem } from './park-overview.js';
import { UserError } from './user-error.js';

@ObjectType({ description: 'What a project brought in one calendar year.', simpleResolvers: true })
export class ProjectYear {
  @Field(() => Int)
  year!: number;

  @Field(() => Yuan)
  received!: number;

  @Field(() => Rate, { nullable: true, description: 'Received per yuan of capital; null without capital.' })
  return!: number | null;

  @Field(() => Boolean, { description: 'All twelve months are closed and the project was to pay in all of them.' })
  full!: boolean;
}

@ObjectType({
  description: 'A project of the library (项目库). Terms that are null take the defaults of the workspace.',
  simpleResolvers: true,
})
export class Project {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  name!: string;

  /** Resolved to a Village; kept here as its code. */
  village!: string;

  @Field(() => ModeEnum)
  mode!: Mode;

  @Field(() => IndustryEnum, { nullable: true })
  industry!: Industry | null;

  @Field(() => Park, { nullable: true })
  park!: Park | null;

  @Field(() => String, { nullable: true })
  funder!: string | null;

  @Field(() => Yuan)
  capital!: number;

  @Field(() => YearMonth, { description: 'Planned first month of returns.' })
  start!: string;

  @Field(() => Rate, { nullable: true, description: 'Promised yearly return on capital.' })
  rate!: number | null;

  @Field(() => Float, { nullable: true })
  sd!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean months of delay.' })
  delay!: number | null;

  @Field(() => Rate, { nullable: true })
  failure!: number | null;

  @Field(() => Rate, { nullable: true })
  insured!: number | null;

  @Field(() => Rate, { nullable: true })
  premium!: number | null;

  @Field(() => Rate, { nullable: true })
  late!: number | null;

  @Field(() => StageEnum, { description: 'The stage that it has not passed yet, or COMMITTED past all of them.' })
  stage!: Stage;

  @Field(() => Boolean, { description: 'It was rejected at its stage and not taken up again.' })
  rejected?: boolean;

  @Field(() => [StageEnum], { description: 'The five stages in the order that holds today.' })
  stages?: Stage[];

  @Field(() => Yuan, { description: 'Owed by contract up to the last closed month.' })
  accrued!: number;

  @Field(() => Yuan, { description: 'What of the accrued has come, as the register of payments says.' })
  paid!: number;

  @Field(() => Yuan, { description: 'Accrued and not come.' })
  overdue!: number;

  @Field(() => [OverdueItem], { description: 'Milestones past their day at the end of the last closed month.' })
  overdueMilestones!: OverdueItem[];

  @Field(() => [ProjectYear], { description: 'What reached the account, year by year.' })
  years!: ProjectYear[];

  @Field(() => Boolean, { description: 'The figures are generated, not real.' })
  demonstration!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class ProjectConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [Project])
  nodes!: Project[];
}

@ObjectType({ simpleResolvers: true })
export class AdvanceProjectPayload {
  @Field(() => Project, { nullable: true, description: 'As it stands now; null where there is none of that code.' })
  project!: Project | null;

  @Field(() => [UserError], { description: 'Why nothing was written; empty where it was.' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class ProjectsFromPlanPayload {
  @Field(() => [Project], { description: 'Those that were made, at the first stage of approval.' })
  projects!: Project[];

  @Field(() => Int, { description: 'Grants that were projects already.' })
  existing!: number;

  @Field(() => Int, { nullable: true, description: 'The import batch by which they can be taken back; null where none was made.' })
  batch!: number | null;

  @Field(() => [UserError], { description: 'Why nothing was written; empty where it was.' })
  userErrors!: UserError[];
}

@ObjectType({
  description:
    'Promised against realised return of the projects of one mode or park, over full years. `shrunk` leans on the default where years are few.',
  simpleResolvers: true,
})
export class RealisedReturn {
  @Field(() => ModeEnum)
  mode!: Mode;

  @Field(() => Park, { nullable: true })
  park!: Park | null;

  @Field(() => Int)
  projects!: number;

  @Field(() => Int, { description: 'Full project-years that it rests on.' })
  years!: number;

  @Field(() => Yuan)
  capital!: number;

  @Field(() => Rate, { description: 'By the projects’ own terms, else the default; weighted by capital.' })
  promised!: number;

  @Field(() => Rate, { description: 'Received per yuan of capital and year.' })
  realised!: number;

  @Field(() => Rate, { description: 'An estimate for another such project: realised, drawn to the promised as few years tell little.' })
  shrunk!: number;

  @Field(() => Float, { description: 'Standard error of the estimate.' })
  standardError!: number;
}
