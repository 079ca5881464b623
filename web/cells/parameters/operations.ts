import type { Mode } from '../../../server/base/vocabulary.js';
import type { Request } from '../../api/client.js';

export interface ModelFit {
  readonly asOf: string;
  readonly completeYears: number;
  readonly closedMonths: number;
  readonly countySd: number;
  readonly modeSd: number;
  readonly permanentSd: number;
  readonly modes: readonly ModeFit[];
}

export interface ModeFit {
  readonly mode: Mode;
  readonly drift: number;
  readonly driftError: number;
  readonly cessation: number;
  readonly pairs: number;
}

/** What the data say of each mode: drift, shocks, how often a stream ends. */
export const modelFit = (county: string, asOf: string | null): Request<{ modelFit: readonly ModelFit[] }> => ({
  query: `query ModelFit($scope: [ID!], $asOf: YearMonth) {
    modelFit(scope: $scope, asOf: $asOf) {
      asOf completeYears closedMonths countySd modeSd permanentSd modes { mode drift driftError cessation pairs }
    }
  }`,
  variables: { scope: [county], asOf },
});
