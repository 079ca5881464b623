import { Field, ID, InputType } from 'type-graphql';
import type { Stage } from '../../base/vocabulary.js';
import { StageEnum } from '../enums.js';

@InputType({ description: 'Which projects are wanted; what is left out does not restrict.' })
export class ProjectFilter {
  @Field(() => [ID], { nullable: true })
  villages?: string[] | null;

  @Field(() => [ID], { nullable: true })
  parks?: string[] | null;

  @Field(() => [StageEnum], { nullable: true })
  stages?: Stage[] | null;

  @Field(() => String, { nullable: true, description: 'Part of the name, the code or the funder.' })
  search?: string | null;
}

@InputType({ description: 'A decision on a project at the stage where it stands.' })
export class AdvanceProjectInput {
  @Field(() => ID)
  project!: string;

  @Field(() => String, { description: 'APPLICATION, RECOMMENDATION, APPROVAL, REVIEW or PUBLICITY: the stage that is decided on.' })
  stage!: string;

  @Field(() => String, { description: 'PASSED, RETURNED, REJECTED or REOPENED; all but the first need a reason.' })
  decision!: string;

  @Field(() => String, { description: 'The day, 2020-05-31.' })
  decidedOn!: string;

  @Field(() => String, { description: 'Who decided; the meeting, where it was decided together.' })
  decidedBy!: string;

  @Field(() => String, { nullable: true })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'First day of publicity; needed to pass PUBLICITY.' })
  publicityFrom?: string | null;

  @Field(() => String, { nullable: true })
  publicityUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'Objections raised; they need an answer before the project passes.' })
  objections?: string | null;

  @Field(() => String, { nullable: true })
  answer?: string | null;

  @Field(() => [ID], { nullable: true })
  documents?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Who writes this down.' })
  by?: string | null;
}
