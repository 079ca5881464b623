import { Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { UserError } from './user-error.js';

@ObjectType({ description: 'A default of the workspace: what holds where a scenario says nothing.', simpleResolvers: true })
export class WorkspaceAssumption {
  @Field(() => String, { description: 'For example `target.default`, `option.rate`, `priorCountySd`.' })
  name!: string;

  @Field(() => Float)
  value!: number;

  @Field(() => Float, { description: "The product's own value, which a reset gives back." })
  default!: number;

  @Field(() => Float, { description: 'The least value taken.' })
  least!: number;

  @Field(() => Float, { description: 'The greatest value taken.' })
  most!: number;

  @Field(() => Boolean, { description: 'Only whole numbers are taken.' })
  whole!: boolean;

  @Field(() => String, { description: 'What it means and why the product has its value.' })
  zh!: string;

  @Field(() => String)
  en!: string;

  @Field(() => String, { description: 'Empty for a bare number.' })
  unitZh!: string;

  @Field(() => String)
  unitEn!: string;

  @Field(() => String, { description: "Where the value comes from, in the language of the request's Accept-Language." })
  source!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: "When the workspace set it; null where it has the product's own value." })
  changedAt!: Date | null;
}

@ObjectType({ description: 'A change of a default: what, from what, to what, when.', simpleResolvers: true })
export class AssumptionChange {
  @Field(() => Int, { description: 'Counts up from 1.' })
  id!: number;

  @Field(() => String)
  name!: string;

  @Field(() => Float)
  before!: number;

  @Field(() => Float)
  after!: number;

  @Field(() => Boolean, { description: "It gave the product's own value back." })
  reset!: boolean;

  @Field(() => GraphQLISODateTime)
  at!: Date;
}

@ObjectType({ description: 'What all scenarios of this installation share.', simpleResolvers: true })
export class WorkspaceSettings {
  @Field(() => Int, { description: 'Rises with every import, undo and change of an assumption.' })
  revision!: number;

  @Field(() => [WorkspaceAssumption], { description: 'Every default that can be changed, always in the same order.' })
  assumptions!: WorkspaceAssumption[];
}

@ObjectType({ simpleResolvers: true })
export class WorkspaceAssumptionPayload {
  @Field(() => WorkspaceAssumption, { nullable: true, description: 'As it is now; null where there is none of that name.' })
  assumption!: WorkspaceAssumption | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty where it was.' })
  userErrors!: UserError[];
}
