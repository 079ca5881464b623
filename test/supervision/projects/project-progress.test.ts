import { describe, expect, test } from 'vitest';
import { projectProgress } from '../../../server/supervision/projects/project-progress.js';

type Own = Parameters<typeof projectProgress>[0];
const entry = { id: 'e', register: 'payment', county: '451026', revision: 1, createdAt: '', updatedAt: '', updatedBy: null };
const payment = (amount: number, dueOn: string, received: number | null): Own['payments'][number] => ({
  ...entry,
  values: {
    village: '451026100201',
    payer: '公司',
    park: null,
    project: 'P',
    amount,
    dueOn,
    received,
    receivedOn: null,
    remark: null,
    documents: [],
  },
});
const milestone = (dueOn: string, doneOn: string | null): Own['milestones'][number] => ({
  ...entry,
  values: { project: 'P', kind: 'DELIVERY', name: `交付 ${dueOn}`, dueOn, doneOn, remark: null, documents: [] },
});

describe('how a project stands', () => {
  test('counts what is due up to the day, and no overpayment of one against another', () => {
    const payments = [payment(100, '2020-05-31', 150), payment(100, '2020-05-01', 30), payment(100, '2020-06-01', null)];
    expect(projectProgress({ payments, milestones: [] }, '2020-05-31')).toMatchObject({ accrued: 200, paid: 180, overdue: 70 });
  });

  test('names milestones past their day, not those that are done or due today', () => {
    const milestones = [milestone('2020-05-30', null), milestone('2020-05-31', null), milestone('2020-01-01', '2020-02-01')];
    expect(projectProgress({ payments: [], milestones }, '2020-05-31').overdueMilestones).toEqual([
      { what: '交付 2020-05-30', dueOn: '2020-05-30' },
    ]);
  });
});
