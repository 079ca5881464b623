import type { ReplayedMonth } from '../../allocation/running-year.js';
import { formatMonth } from '../../base/month.js';
import type { RunningYearMonth } from '../types/running-year.js';

export const toRunningYearMonth = ({ month, chance, moved, receipts, expectedReaching }: ReplayedMonth): RunningYearMonth => ({
  month: formatMonth(month),
  chance: chance.mean,
  standardError: chance.standardError,
  change: moved?.change ?? null,
  ownPart: moved?.ownPart ?? null,
  commonPart: moved?.commonPart ?? null,
  receipts: [...receipts],
  expectedReaching,
});
