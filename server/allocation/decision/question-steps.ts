import { isInScope } from '../../scenario/known-regions.js';
import type { GrantPolicy } from '../../scenario/scenario.js';
import type { Comparable } from '../comparison-checks.js';
import { looksAtGaps } from '../policy.js';
import { COUNTED_AT_ONCE } from '../reaching.js';
import { variedAssumptions } from '../sensitivity/varied-assumptions.js';
import { POLICY_KINDS, type PolicyKind } from './policy-kind.js';
import type { PoliciesAsked } from './policy-terms.js';
import type { QuestionKind, Questions } from './question.js';
import { RIVAL_VIEW_KINDS } from './rival-view.js';

/** Points of a frontier at most, each a step of its own. */
const FRONTIER = 201;
/** How finely a question is shown that tells its share by itself. */
const SHARES = 1_000;

/** What a question takes, in steps. */
interface Effort {
  /** Looking at the needs of all villages, or at what each lump does there. */
  readonly looking: number;
  /** Counting once who reaches. */
  readonly counting: number;
  /** What the scenario's own policy looks at. */
  readonly own: number;
  readonly assumptions: () => number;
}

type Steps = { readonly [Kind in QuestionKind]: (asked: Questions[Kind], effort: Effort) => number };

const STEPS: Steps = {
  allocation: (_, { looking, own }) => own + 3 * looking + FRONTIER,
  policyComparison: ({ asked }, effort) => policiesOf(asked).reduce((sum, kind) => sum + deciding(kind, effort) + 2 * effort.counting, 0),
  robustness: ({ asked, views = RIVAL_VIEW_KINDS }, effort) => {
    const plans = policiesOf(asked);
    const decided = plans.reduce((sum, kind) => sum + deciding(kind, effort), 0);
    const balanced = plans.includes('OPTIMAL') ? effort.looking + effort.counting : 0;
    return decided + views.length * (plans.length * effort.counting + effort.looking + balanced);
  },
  sensitivity: () => SHARES,
  sensitivityTable: () => SHARES,
  valueOfInformation: ({ asked, only, most }, effort) => {
    const plans = policiesOf(asked);
    const { counting, looking } = effort;
    const decided = plans.reduce((sum, kind) => sum + deciding(kind, effort) + counting, 0);
    const telling = only ? 0 : 2 * effort.assumptions() * counting;
    return decided + telling + (only?.length ?? most) * (2 * looking + 3 * (plans.length + 2) * counting);
  },
};

/** About how many steps `answering` takes, to show how far it is: orders that turn add to it as they come. */
export function questionSteps<Kind extends QuestionKind>(kind: Kind, asked: Questions[Kind], base: Comparable): number {
  const { counties, scenario } = base;
  const villages = counties.flatMap(({ record }) => record.villages.filter(({ code }) => isInScope(code, scenario.scope))).length;
  const effort: Effort = {
    looking: villages,
    counting: Math.ceil(villages / COUNTED_AT_ONCE),
    own: looksAtVillages(scenario.policy) ? villages : 0,
    assumptions: () => variedAssumptions(base).length,
  };
  return STEPS[kind](asked, effort);
}

const looksAtVillages = (policy: GrantPolicy | undefined): boolean => policy?.kind === 'optimal' || looksAtGaps(policy);

const policiesOf = ({ policies = POLICY_KINDS }: PoliciesAsked): readonly PolicyKind[] => policies;

function deciding(kind: PolicyKind, { looking, own }: Effort): number {
  if (kind === 'OWN') return own;
  return kind === 'NEEDIEST' || kind === 'PROPORTIONAL' || kind === 'OPTIMAL' ? looking : 0;
}
