import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { JobStatus } from '../../store/database.js';
import { JobStatusEnum } from '../enums.js';
import { PageInfo } from './page-info.js';
import { UserError } from './user-error.js';

@ObjectType({ description: 'Why a job failed, and what to do.', simpleResolvers: true })
export class JobError {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: "In the language of the request's Accept-Language." })
  message!: string;
}

@ObjectType({
  description: 'Work that is too long for one request. It goes on when nobody watches, and after a restart.',
  simpleResolvers: true,
})
export class Job {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description:
      'What it computes, and the field of the same name that holds it once COMPLETED: `projection`, `comparison`, `backtest`, `allocation`, `policyComparison`, `robustness`, `sensitivity`, `sensitivityTable` or `valueOfInformation`.',
  })
  kind!: string;

  @Field(() => JobStatusEnum)
  status!: JobStatus;

  @Field(() => Float, { description: 'Between 0 and 1; 1 only once it is over.' })
  progress!: number;

  @Field(() => Int)
  completedChunks!: number;

  @Field(() => Int)
  totalChunks!: number;

  @Field(() => Int, { nullable: true, description: '1 starts next; null where the job does not wait.' })
  queuePosition!: number | null;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  startedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => JobError, { nullable: true, description: 'Null unless FAILED.' })
  error!: JobError | null;
}

@ObjectType({ simpleResolvers: true })
export class JobConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [Job])
  nodes!: Job[];
}

@ObjectType({ simpleResolvers: true })
export class JobPayload {
  @Field(() => Job, { nullable: true })
  job!: Job | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
