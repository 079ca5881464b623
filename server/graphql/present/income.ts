import { toYuan } from '../../base/money.js';
import { formatMonth } from '../../base/month.js';
import type { IncomeAggregate } from '../../store/income.js';
import type { IncomeResult } from '../types/income.js';

export const toIncomeResult = ({ total, truncated, groups }: IncomeAggregate): IncomeResult => ({
  total: toYuan(total),
  truncated,
  groups: groups.map((group) => ({
    ...group,
    amount: toYuan(group.amount),
    month: group.month === null ? null : formatMonth(group.month),
  })),
});
