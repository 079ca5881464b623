import type { Industry, Mode } from '../../../server/base/vocabulary.js';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import type { Request } from '../../api/client.js';
import { ESTIMATE } from '../../api/fragments.js';
import type { Estimate } from '../../api/operations.js';

/** What one source brought in a month of the running year. */
export interface Receipt {
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: string | null;
  readonly project: string | null;
  readonly amount: number;
  readonly receivedSoFar: number;
  readonly expectedSoFar: number | null;
}

/** How things stood at the end of a month, and what moved them. */
export interface RunningMonth {
  readonly month: string;
  readonly chance: number;
  readonly standardError: number;
  readonly change: Estimate | null;
  readonly ownPart: Estimate | null;
  readonly commonPart: Estimate | null;
  readonly receipts: readonly Receipt[];
}

export interface RunningYear {
  readonly year: number;
  readonly target: number;
  readonly seed: number;
  readonly trials: number;
  readonly months: readonly RunningMonth[];
}

/** How a village's chance of this year's target moved from month to month, and which receipts moved it. */
export const runningYear = (scenario: ScenarioSpec, village: string): Request<{ runningYear: RunningYear }> => ({
  query: `query RunningYear($scenario: ScenarioInput!, $village: ID!) {
    runningYear(scenario: $scenario, village: $village) {
      year target seed trials
      months {
        month chance standardError change ${ESTIMATE} ownPart ${ESTIMATE} commonPart ${ESTIMATE}
        receipts { mode industry park project amount receivedSoFar expectedSoFar }
      }
    }
  }`,
  variables: { scenario, village },
});
