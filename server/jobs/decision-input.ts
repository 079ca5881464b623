import type { QuestionKind, Questions } from '../allocation/decision/question.js';
import type { Scenario } from '../scenario/scenario.js';
import type { PinnedCounty } from './pinned-county.js';

/** What a job for a decision is asked: a question about a total scenario over counties as they were. */
export interface DecisionInput<Kind extends QuestionKind = QuestionKind> {
  readonly scenario: Omit<Scenario, 'name' | 'assumptions'>;
  /** In ascending order of code. */
  readonly counties: readonly PinnedCounty[];
  readonly asked: Questions[Kind];
}
