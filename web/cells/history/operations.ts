import type { Mode } from '../../../server/base/vocabulary.js';
import type { Request } from '../../api/client.js';

export interface IncomeGroup {
  readonly mode: Mode;
  readonly year: number | null;
  readonly month: string | null;
  readonly amount: number;
}

/** Income that reached the accounts, by mode and by year or month; of one village where it is named. */
export const income = (
  county: string,
  period: 'YEAR' | 'MONTH',
  village: string | null,
): Request<{ income: { total: number; truncated: boolean; groups: readonly IncomeGroup[] } }> => ({
  query: `query Income($scope: [ID!], $where: IncomeFilter, $groupBy: [IncomeDimension!]!) {
    income(scope: $scope, where: $where, groupBy: $groupBy, limit: 5000) { total truncated groups { mode year month amount } }
  }`,
  variables: { scope: [county], where: village === null ? null : { villages: [village] }, groupBy: [period, 'MODE'] },
});
