import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context.js';
import {
  StartAllocationInput,
  StartPolicyComparisonInput,
  StartRobustnessInput,
  StartSensitivityInput,
  StartSensitivityTableInput,
  StartValueOfInformationInput,
  USUAL_MOST_KNOWN,
} from '../inputs/start-decision-inputs.js';
import { toAllocation } from '../present/allocation.js';
import { toJobPayload } from '../present/job-payload.js';
import { toPolicyComparison } from '../present/policy-comparison.js';
import { toRobustness } from '../present/robustness.js';
import { toSensitivity, toSensitivityTable } from '../present/sensitivity.js';
import { toValueOfInformation } from '../present/value-of-information.js';
import { questions } from '../questions.js';
import { Allocation } from '../types/allocation.js';
import { Job, JobPayload } from '../types/job.js';
import { PolicyComparison } from '../types/policy-comparison.js';
import { Robustness } from '../types/robustness.js';
import { Sensitivity, SensitivityTable } from '../types/sensitivity.js';
import { ValueOfInformation } from '../types/value-of-information.js';

const started = (what: string) =>
  `${what}, in the background: with progress, and an end when it is canceled. What was computed of the same data and numbers is given at once.`;
const cameTo = (kind: string) =>
  `What a job of the kind \`${kind}\` came to. Null until it is COMPLETED, and where a county of it is no longer loaded.`;

/** Questions about one scenario that take longer than a moment. */
@Resolver(() => Job)
export class DecisionJobResolver {
  @Mutation(() => JobPayload, { description: started('Shares money out as `allocation` does') })
  startAllocation(
    @Ctx() context: RequestContext,
    @Arg('input', () => StartAllocationInput) input: StartAllocationInput,
  ): Promise<JobPayload> {
    return toJobPayload(
      context,
      () => context.decisionJobs.start(context, 'allocation', input, (ready) => questions.allocation(input, ready)),
      'input',
    );
  }

  @Mutation(() => JobPayload, { description: started('Holds policies side by side as `policyComparison` does') })
  startPolicyComparison(
    @Ctx() context: RequestContext,
    @Arg('input', () => StartPolicyComparisonInput) input: StartPolicyComparisonInput,
  ): Promise<JobPayload> {
    return toJobPayload(
      context,
      () => context.decisionJobs.start(context, 'policyComparison', input, (ready) => questions.policyComparison(input, ready)),
      'input',
    );
  }

  @Mutation(() => JobPayload, { description: started('Holds plans against rival views as `robustness` does') })
  startRobustness(
    @Ctx() context: RequestContext,
    @Arg('input', () => StartRobustnessInput) input: StartRobustnessInput,
  ): Promise<JobPayload> {
    return toJobPayload(
      context,
      () => context.decisionJobs.start(context, 'robustness', input, (ready) => questions.robustness(input, ready)),
      'input',
    );
  }

  @Mutation(() => JobPayload, { description: started('Moves every assumption as `sensitivity` does') })
  startSensitivity(
    @Ctx() context: RequestContext,
    @Arg('input', () => StartSensitivityInput) input: StartSensitivityInput,
  ): Promise<JobPayload> {
    return toJobPayload(
      context,
      () => context.decisionJobs.start(context, 'sensitivity', input, (ready) => questions.sensitivity(input, ready)),
      'input',
    );
  }

  @Mutation(() => JobPayload, { description: started('Moves two assumptions against each other as `sensitivityTable` does') })
  startSensitivityTable(
    @Ctx() context: RequestContext,
    @Arg('input', () => StartSensitivityTableInput) input: StartSensitivityTableInput,
  ): Promise<JobPayload> {
    return toJobPayload(
      context,
      () => context.decisionJobs.start(context, 'sensitivityTable', input, (ready) => questions.sensitivityTable(input, ready)),
      'input',
    );
  }

  @Mutation(() => JobPayload, { description: started('Values the knowledge of assumptions as `valueOfInformation` does') })
  startValueOfInformation(
    @Ctx() context: RequestContext,
    @Arg('input', () => StartValueOfInformationInput) input: StartValueOfInformationInput,
  ): Promise<JobPayload> {
    const asked = { ...input, most: input.most ?? USUAL_MOST_KNOWN };
    return toJobPayload(
      context,
      () => context.decisionJobs.start(context, 'valueOfInformation', input, (ready) => questions.valueOfInformation(asked, ready)),
      'input',
    );
  }

  @FieldResolver(() => Allocation, { nullable: true, description: cameTo('allocation') })
  async allocation(@Root() job: Job, @Ctx() context: RequestContext): Promise<Allocation | null> {
    const view = await context.decisionJobs.allocation(job, context);
    return view && toAllocation(view, context.language);
  }

  @FieldResolver(() => PolicyComparison, { nullable: true, description: cameTo('policyComparison') })
  async policyComparison(@Root() job: Job, @Ctx() context: RequestContext): Promise<PolicyComparison | null> {
    const view = await context.decisionJobs.view('policyComparison', job, context);
    return view && toPolicyComparison(view, context.language);
  }

  @FieldResolver(() => Robustness, { nullable: true, description: cameTo('robustness') })
  async robustness(@Root() job: Job, @Ctx() context: RequestContext): Promise<Robustness | null> {
    const view = await context.decisionJobs.view('robustness', job, context);
    return view && toRobustness(view, context.language);
  }

  @FieldResolver(() => Sensitivity, { nullable: true, description: cameTo('sensitivity') })
  async sensitivity(@Root() job: Job, @Ctx() context: RequestContext): Promise<Sensitivity | null> {
    const view = await context.decisionJobs.view('sensitivity', job, context);
    return view && toSensitivity(view, context.language);
  }

  @FieldResolver(() => SensitivityTable, { nullable: true, description: cameTo('sensitivityTable') })
  async sensitivityTable(@Root() job: Job, @Ctx() context: RequestContext): Promise<SensitivityTable | null> {
    const view = await context.decisionJobs.view('sensitivityTable', job, context);
    return view && toSensitivityTable(view, context.language);
  }

  @FieldResolver(() => ValueOfInformation, { nullable: true, description: cameTo('valueOfInformation') })
  async valueOfInformation(@Root() job: Job, @Ctx() context: RequestContext): Promise<ValueOfInformation | null> {
    const view = await context.decisionJobs.view('valueOfInformation', job, context);
    return view && toValueOfInformation(view, context.language);
  }
}
