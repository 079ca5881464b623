import { expect, test } from 'vitest';
import { parkOverview, type ParkEntries } from '../../../server/supervision/parks/park-overview.js';

const entry = { id: '', register: '', county: '451026', revision: 1, createdAt: '', updatedAt: '', updatedBy: null };
const NOTHING: ParkEntries = { stakes: [], contracts: [], payments: [], milestones: [], supportActions: [] };

const payment = (village: string, dueOn: string, amount: number, received: number | null): ParkEntries['payments'][number] => ({
  ...entry,
  values: {
    village,
    dueOn,
    amount,
    received,
    payer: '公司',
    park: 'P',
    project: null,
    receivedOn: null,
    remark: null,
    documents: [],
  },
});

test('what is owed counts up to the day; what came in part is overdue in part', () => {
  const payments = [
    payment('a', '2020-05-01', 10_000, 4_000),
    payment('b', '2020-05-31', 5_000, null),
    payment('c', '2020-06-01', 7_000, null),
    payment('d', '2020-01-01', 1_000, 2_000),
  ];
  expect(parkOverview({ ...NOTHING, payments }, new Map([['e', 1]]), '2020-05-31')).toMatchObject({
    villages: ['a', 'b', 'c', 'd', 'e'],
    due: 16_000,
    received: 6_000,
    overdue: 11_000,
    overduePayments: 2,
    longestOverdueDays: 30,
  });
});

test('gaps that are mended, actions and milestones that are done no longer count', () => {
  const contract = { park: 'P', counterparty: '公司', subject: '供苗', signedOn: null, endsOn: null, documents: [] };
  const action = { park: 'P', kind: 'MARKET' as const, what: '找销路', owner: '商务局', documents: [] };
  const milestone = { project: 'x', kind: 'DELIVERY' as const, name: '交付', remark: null, documents: [] };
  const overview = parkOverview(
    {
      ...NOTHING,
      contracts: [
        { ...entry, values: { ...contract, gap: '没有违约责任', mendedOn: null } },
        { ...entry, values: { ...contract, gap: '没有期限', mendedOn: '2020-04-01' } },
      ],
      supportActions: [
        { ...entry, values: { ...action, dueOn: '2020-05-01', doneOn: null } },
        { ...entry, values: { ...action, dueOn: '2020-05-01', doneOn: '2020-05-20' } },
        { ...entry, values: { ...action, dueOn: '2020-06-01', doneOn: null } },
      ],
      milestones: [
        { ...entry, values: { ...milestone, dueOn: '2020-05-30', doneOn: null } },
        { ...entry, values: { ...milestone, dueOn: '2020-05-31', doneOn: null } },
      ],
    },
    new Map(),
    '2020-05-31',
  );
  expect(overview).toMatchObject({
    contracts: 2,
    gaps: [{ subject: '供苗', gap: '没有违约责任' }],
    openActions: 2,
    overdueActions: [{ what: '找销路', owner: '商务局', dueOn: '2020-05-01' }],
    overdueMilestones: [{ name: '交付', dueOn: '2020-05-30' }],
    overdue: 0,
    longestOverdueDays: null,
  });
});
