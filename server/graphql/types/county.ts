import { Field, ID, Int, ObjectType } from 'type-graphql';
import { YearMonth } from '../scalars.js';

@ObjectType({
  description: 'Any region, by its statistical code (village 12 digits, township 9, county 6, prefecture 4, province 2).',
  simpleResolvers: true,
})
export class Region {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ simpleResolvers: true })
export class Township {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int)
  villageCount!: number;
}

@ObjectType({ description: 'A park that pays villages for their stakes: one payer, one fate.', simpleResolvers: true })
export class Park {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ simpleResolvers: true })
export class County {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => YearMonth, { nullable: true, description: 'The last closed month; null where nothing has been received.' })
  asOf!: string | null;

  @Field(() => Int)
  villageCount!: number;

  @Field(() => Boolean, { description: 'True where the figures are generated, not real.' })
  demonstration!: boolean;

  @Field(() => Int, { description: 'Rises with every committed import or undo: equal revisions are equal data.' })
  revision!: number;

  @Field(() => [Township])
  townships!: Township[];

  @Field(() => [Park])
  parks!: Park[];
}
