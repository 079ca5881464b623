import { Field, InputType, Int } from 'type-graphql';
import type { PolicyKind } from '../../allocation/decision/policy-kind.js';
import type { RivalViewKind } from '../../allocation/decision/rival-view.js';
import { PolicyKindEnum, RivalViewKindEnum } from '../enums.js';
import { AllocationInput } from './allocation-input.js';
import { PolicyComparisonInput } from './policy-comparison-input.js';
import { ScenarioInput } from './scenario-input.js';
import { AssumptionRangeInput, SensitivitySideInput } from './sensitivity-input.js';

/** How many assumptions are valued where none are named. */
export const USUAL_MOST_KNOWN = 6;

/** What every job for a decision is asked. */
@InputType()
abstract class DecisionInput {
  @Field(() => ScenarioInput)
  scenario!: ScenarioInput;

  @Field(() => Int, { nullable: true, description: 'Left out: the last projected year.' })
  year?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same key with the same input gives the same job again, however often it is sent; 1 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@InputType()
export class StartAllocationInput extends DecisionInput {
  @Field(() => AllocationInput)
  input!: AllocationInput;
}

@InputType()
export class StartPolicyComparisonInput extends DecisionInput {
  @Field(() => PolicyComparisonInput)
  input!: PolicyComparisonInput;

  @Field(() => PolicyKindEnum, { nullable: true, defaultValue: 'NONE' })
  baseline?: PolicyKind | null;
}

@InputType()
export class StartRobustnessInput extends DecisionInput {
  @Field(() => PolicyComparisonInput)
  input!: PolicyComparisonInput;

  @Field(() => [RivalViewKindEnum], { nullable: true, description: "Left out: all; the scenario's own is always among them." })
  views?: RivalViewKind[] | null;
}

@InputType()
export class StartSensitivityInput extends DecisionInput {
  @Field(() => [String], { nullable: true, description: 'Names of the assumptions wanted; left out: all.' })
  only?: string[] | null;

  @Field(() => [AssumptionRangeInput], { nullable: true, description: 'In place of the sensible ones.' })
  ranges?: AssumptionRangeInput[] | null;
}

@InputType()
export class StartSensitivityTableInput extends DecisionInput {
  @Field(() => SensitivitySideInput)
  rows!: SensitivitySideInput;

  @Field(() => SensitivitySideInput)
  columns!: SensitivitySideInput;
}

@InputType()
export class StartValueOfInformationInput extends DecisionInput {
  @Field(() => PolicyComparisonInput)
  input!: PolicyComparisonInput;

  @Field(() => [String], {
    nullable: true,
    description: 'Names of the assumptions wanted, at most 20; left out: the `most` that change the outcome most.',
  })
  only?: string[] | null;

  @Field(() => Int, { nullable: true, defaultValue: USUAL_MOST_KNOWN })
  most?: number | null;

  @Field(() => [AssumptionRangeInput], { nullable: true, description: 'In place of the sensible ones.' })
  ranges?: AssumptionRangeInput[] | null;
}
