import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funderAccounts } from '../../../server/supervision/funding/funder-accounts.js';

type Booking = Parameters<typeof funderAccounts>[0][number];
const booking = (funder: string, kind: Booking['values']['kind'], amount: number): Booking => ({
  id: 'f',
  register: 'funding',
  county: '451026',
  revision: 1,
  createdAt: '',
  updatedAt: '',
  updatedBy: null,
  values: {
    funder,
    level: 'COUNTY',
    kind,
    amount,
    bookedOn: '2020-01-01',
    documentNumber: '1',
    project: null,
    village: null,
    documents: [],
  },
});

describe('the ledger by funder', () => {
  test('holds committed projects apart from those in approval, and tells what is left', () => {
    const bookings = [booking('县', 'ALLOTTED', 100), booking('县', 'PAID', 80), booking('县', 'RETURNED', 5)];
    const projects = [
      { funder: '县', capital: 50, committed: true },
      { funder: '县', capital: 20, committed: false },
      { funder: '社会', capital: 10, committed: true },
      { funder: null, capital: 99, committed: true },
    ];
    expect(funderAccounts(bookings, projects)).toEqual([
      {
        funder: '县',
        level: 'COUNTY',
        allotted: 100,
        paid: 80,
        returned: 5,
        left: 25,
        committed: 50,
        committedProjects: 1,
        inApproval: 20,
        bookings: 3,
      },
      {
        funder: '社会',
        level: null,
        allotted: 0,
        paid: 0,
        returned: 0,
        left: 0,
        committed: 10,
        committedProjects: 1,
        inApproval: 0,
        bookings: 0,
      },
    ]);
  });

  test('loses no booking', () => {
    const bookings = fc.array(
      fc.record({
        funder: fc.constantFrom('甲', '乙', '丙'),
        kind: fc.constantFrom<Booking['values']['kind']>('ALLOTTED', 'PAID', 'RETURNED'),
        amount: fc.nat(1_000_000),
      }),
    );
    fc.assert(
      fc.property(bookings, (all) => {
        const accounts = funderAccounts(
          all.map(({ funder, kind, amount }) => booking(funder, kind, amount)),
          [],
        );
        const signed = { ALLOTTED: 1, PAID: -1, RETURNED: 1 };
        expect(accounts.reduce((sum, { left }) => sum + left, 0)).toBe(
          all.reduce((sum, { kind, amount }) => sum + signed[kind] * amount, 0),
        );
        expect(accounts.reduce((sum, account) => sum + account.bookings, 0)).toBe(all.length);
      }),
    );
  });
});
