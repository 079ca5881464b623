import { Field, ID, InputType, Int } from 'type-graphql';
import { ScenarioInput } from './scenario-input.js';

@InputType({ description: 'A scenario whose grants are decided on.' })
export class AdoptPlanInput {
  @Field(() => ScenarioInput)
  scenario!: ScenarioInput;

  @Field(() => Int, { nullable: true, description: 'The year whose needs the policy looks at; left out: the last projected year.' })
  year?: number | null;

  @Field(() => String, { nullable: true, description: "Left out: the scenario's name. At most 200 characters." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided, the meeting, the document. At most 2,000 characters.' })
  note?: string | null;

  @Field(() => String, { description: 'Who adopts it. At most 100 characters.' })
  by!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The dataVersion of the numbers that were decided on: refused where the data have changed since.',
  })
  dataVersion?: string | null;
}

@InputType()
export class WithdrawPlanInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'At most 2,000 characters.' })
  reason!: string;

  @Field(() => String, { description: 'Who withdraws it. At most 100 characters.' })
  by!: string;
}

@InputType({ description: 'An adopted plan whose grants become projects of the library.' })
export class ProjectsFromPlanInput {
  @Field(() => ID)
  plan!: string;

  @Field(() => String, { nullable: true, description: 'Where the money comes from. At most 100 characters.' })
  funder?: string | null;

  @Field(() => String, { description: 'Who does this.' })
  by!: string;
}
