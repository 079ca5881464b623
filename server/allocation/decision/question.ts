import type { Draws } from '../../projection/draws.js';
import type { Comparable } from '../comparison-checks.js';
import { allocating, type Allocation } from '../optimal/allocate.js';
import type { AllocationRequest } from '../optimal/solving-allocation.js';
import { ScenarioProjection } from '../scenario-projection.js';
import { measuringSensitivity, type Sensitivity, type SensitivityRequest } from '../sensitivity/sensitivity.js';
import { tabulatingSensitivity, type SensitivityTable, type SensitivityTableRequest } from '../sensitivity/sensitivity-table.js';
import { comparingPolicies, type PolicyComparison, type PolicyComparisonRequest } from './policy-comparison.js';
import { testingRobustness, type Robustness, type RobustnessRequest } from './robustness.js';
import { valuingInformation, type InformationRequest, type ValueOfInformation } from './value-of-information.js';

/** What can be asked of one scenario before a decision, by the name of the question: plain values. */
export interface Questions {
  readonly allocation: Pick<AllocationRequest, 'rule' | 'year' | 'place'>;
  readonly policyComparison: Omit<PolicyComparisonRequest, 'base'>;
  readonly robustness: Omit<RobustnessRequest, 'base'>;
  readonly sensitivity: Omit<SensitivityRequest, 'base'>;
  readonly sensitivityTable: Omit<SensitivityTableRequest, 'base'>;
  readonly valueOfInformation: Omit<InformationRequest, 'base'>;
}

/** What comes of each. */
export interface Answers {
  readonly allocation: Allocation;
  readonly policyComparison: PolicyComparison;
  readonly robustness: Robustness;
  readonly sensitivity: Sensitivity;
  readonly sensitivityTable: SensitivityTable;
  readonly valueOfInformation: ValueOfInformation;
}

export type QuestionKind = keyof Questions;

export const QUESTION_KINDS = [
  'allocation',
  'policyComparison',
  'robustness',
  'sensitivity',
  'sensitivityTable',
  'valueOfInformation',
] as const satisfies readonly QuestionKind[];

interface Means {
  readonly draws: Draws;
  /** Draws of `freshSeed`, that have no part in choosing a plan. */
  readonly freshDraws: () => Draws;
}

type Answering = {
  readonly [Kind in QuestionKind]: (asked: Questions[Kind], base: Comparable, means: Means) => Generator<unknown, Answers[Kind]>;
};

const ANSWERING: Answering = {
  *allocation(asked, { scenario, counties }, means) {
    const grants = yield* new ScenarioProjection(counties, scenario, means.draws).seekingGrants(asked.year);
    return (yield* allocating({ counties, scenario, grants, ...asked }, means)).allocation;
  },
  policyComparison: (asked, base, means) => comparingPolicies({ base, ...asked }, means),
  robustness: (asked, base, means) => testingRobustness({ base, ...asked }, means),
  sensitivity: (asked, base, { draws }) => measuringSensitivity({ base, ...asked }, draws),
  sensitivityTable: (asked, base, { draws }) => tabulatingSensitivity({ base, ...asked }, draws),
  valueOfInformation: (asked, base, means) => valuingInformation({ base, ...asked }, means),
};

/**
 * Answers a question about a scenario.
 * @returns yields between pieces of work, each at most a village in all its trials
 * @throws Problem, Problems where the question is wrong, or the year is not projected
 */
export const answering = <Kind extends QuestionKind>(
  kind: Kind,
  asked: Questions[Kind],
  base: Comparable,
  means: Means,
): Generator<unknown, Answers[Kind]> => ANSWERING[kind](asked, base, means);
