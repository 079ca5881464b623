import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PageInfo } from './page-info.js';

@ObjectType({ description: 'One of the six conditions for a grant (六项条件).', simpleResolvers: true })
export class Criterion {
  @Field(() => String, { description: 'cohesion, achievement, willingness, organisation, assets or resources.' })
  key!: string;

  @Field(() => Boolean, { nullable: true, description: 'Null where nobody has judged yet.' })
  met!: boolean | null;
}

@ObjectType({ simpleResolvers: true })
export class Village {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  name!: string;

  /** Resolved to a Township; kept here as its code. */
  township!: string;

  @Field(() => Boolean, { description: 'All six conditions are met; one not judged yet does not count as met.' })
  eligible!: boolean;

  @Field(() => [Criterion], { description: "In the article's order." })
  criteria!: Criterion[];
}

@ObjectType({ simpleResolvers: true })
export class VillageConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [Village])
  nodes!: Village[];
}
