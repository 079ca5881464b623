import { Field, Float, InputType } from 'type-graphql';

@InputType({ description: 'Another range for an assumption, in the unit of the assumption; a month as 202106.' })
export class AssumptionRangeInput {
  @Field(() => String)
  assumption!: string;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;
}

@InputType({ description: 'One side of a two-way table.' })
export class SensitivitySideInput {
  @Field(() => String, { description: 'Name of an assumption, as `sensitivity` tells it.' })
  assumption!: string;

  @Field(() => [Float], {
    nullable: true,
    description: 'At most eleven; left out: five from its sensible low to its sensible high value.',
  })
  values?: number[] | null;
}
