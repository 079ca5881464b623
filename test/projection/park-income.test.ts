import { describe, expect, test } from 'vitest';
import { monthOf } from '../../server/base/month.js';
import { ParkIncome } from '../../server/projection/park-income.js';
import { county, village, yearly } from '../model/county.js';
import { projectSpec } from './project.js';

const TRIALS = 2_000;
const YEARS = [30_000, 33_000, 31_000, 36_000];

describe('sums by park', () => {
  const parks = new ParkIncome();
  parks.add('P2', 300);
  parks.add('P1', 100);
  parks.add('P2', 200);

  test('shares are of all income, largest first; the Herfindahl index is the sum of their squares', () => {
    expect(parks.dependence(1_000)).toEqual({
      shares: [
        { park: 'P2', share: 0.5 },
        { park: 'P1', share: 0.1 },
      ],
      largest: 0.5,
      concentration: 0.5 ** 2 + 0.1 ** 2,
    });
  });

  test('without income nothing hangs on anything', () => {
    expect(parks.dependence(0)).toEqual({ shares: [], largest: 0, concentration: 0 });
  });
});

/** One village lives of a park alone, one has nothing to do with it, one gets a grant for it and a project in another. */
const villages = [1, 2, 3].map((number) => village(number));
const record = county({
  villages,
  receipts: [
    ...yearly(villages[0]!, 'INDUSTRY', 2016, YEARS, { park: 'P1' }),
    ...yearly(villages[1]!, 'PROPERTY', 2016, YEARS),
    ...yearly(villages[2]!, 'PROPERTY', 2016, YEARS),
  ],
  parks: ['P1', 'P2'].map((code) => ({ code, name: code, kind: null, payer: null })),
  projects: [
    {
      code: 'J1',
      village: villages[2]!.code,
      name: '猪场',
      mode: 'INDUSTRY' as const,
      industry: null,
      park: 'P2',
      funder: null,
      capital: 200_000,
      start: monthOf(2020, 1),
      terms: {},
      stage: 'COMMITTED' as const,
    },
  ],
});
const options = [{ code: 'SHED', mode: 'PROPERTY' as const, park: 'P1' }];
const policy = { list: [{ village: villages[2]!.code, amount: 300_000, option: 'SHED' }] };

test('streams, projects and grants of a park count as hanging on it, with their reinvestment', () => {
  for (const reinvest of [null, { share: 0.4, return: 0.1 }]) {
    const projection = projectSpec(record, { trials: TRIALS, options, policy, reinvest });
    const [alone, free, mixed] = projection.villages();
    expect(alone!.parkDependence).toEqual({
      shares: [{ park: 'P1', share: expect.closeTo(1, 12) }],
      largest: expect.closeTo(1, 12),
      concentration: expect.closeTo(1, 12),
    });
    expect(free!.parkDependence).toEqual({ shares: [], largest: 0, concentration: 0 });
    // Nothing of the third village's own income is in a park: what is granted is exactly what hangs on parks.
    expect(mixed!.parkDependence.shares.map(({ park }) => park).sort()).toEqual(['P1', 'P2']);
    expect(mixed!.parkDependence.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(mixed!.grantDependence, 12);
  }
});

test("the county's dependence is the villages' weighted by their mean incomes", () => {
  const projection = projectSpec(record, { trials: TRIALS, options, policy });
  const own = projection.villages();
  const outcome = projection.outcome();
  const weighted = (share: (v: (typeof own)[number]) => number) =>
    own.reduce((sum, v) => sum + share(v) * v.income.mean, 0) / outcome.income.mean;
  // The county's sums over all trials are kept in whole yuan.
  expect(outcome.grantDependence).toBeCloseTo(
    weighted((v) => v.grantDependence),
    8,
  );
  for (const { park, share } of outcome.parkDependence.shares) {
    expect(share).toBeCloseTo(
      weighted((v) => v.parkDependence.shares.find((part) => part.park === park)?.share ?? 0),
      8,
    );
  }
  expect(outcome.parkDependence.largest).toBe(outcome.parkDependence.shares[0]!.share);
  expect(outcome.parkDependence.concentration).toBeCloseTo(
    outcome.parkDependence.shares.reduce((sum, { share }) => sum + share ** 2, 0),
    12,
  );
});
