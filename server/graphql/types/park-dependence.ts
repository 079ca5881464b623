import { Field, Float, ObjectType } from 'type-graphql';
import { Park } from './county.js';

@ObjectType({ simpleResolvers: true })
export class ParkShare {
  @Field(() => Park)
  park!: Park;

  @Field(() => Float, { description: 'Share of mean income that it brings.' })
  share!: number;
}

@ObjectType({ description: 'How much of mean income hangs on parks: streams, projects and grants placed in them.', simpleResolvers: true })
export class ParkDependence {
  @Field(() => [ParkShare], { description: 'Parks that bring anything, largest share first.' })
  shares!: ParkShare[];

  @Field(() => Float, { description: 'Share of the park that brings most; 0 without any.' })
  largest!: number;

  @Field(() => Float, {
    description: 'Herfindahl index: the sum of the squared shares of the parks. 1 where all income hangs on one park, 0 where none does.',
  })
  concentration!: number;
}
