import { describe, expect, it } from 'vitest';
import type { VillageYear } from '../../../web/cells/village/operations.js';
import {
  forecastOf,
  isAlongCurve,
  modeLines,
  optionOf,
  pastOf,
  villageRequests,
  type VillageCell,
} from '../../../web/cells/village/village.js';
import { placeOf } from './sample-place.js';

const bands = [5, 25, 50, 75, 95].map((percentile) => ({ percentile, value: percentile * 100 }));
const year: VillageYear = {
  target: 50_000,
  grant: 0,
  chance: 0.5,
  standardError: 0.005,
  chanceEveryYear: 0.2,
  shortfall: 0,
  grantDependence: 0,
  income: { mean: 5000, bands },
  byMode: [
    { mode: 'INDUSTRY', mean: 5000 },
    { mode: 'PROPERTY', mean: 0 },
  ],
};
const provenance = { seed: 1, trials: 1, engineVersion: '', dataVersion: '', asOf: '2020-05', years: [2020, 2021] };
const period = (at: number, byMode: number[], partial = false) => ({
  period: String(at),
  year: at,
  month: null,
  byMode,
  partial,
  total: byMode.reduce((sum, amount) => sum + amount, 0),
});
const periods = [period(2018, [1, 0, 3, 0, 0]), period(2019, [2, 0, 0, 0, 0]), period(2020, [1, 0, 0, 0, 0], true)];

describe("a village's story", () => {
  it('asks for every projected year, its history, and the same without grants where there are any', () => {
    const place = placeOf(
      { id: 'a', kind: 'parameters', scenario: { horizon: 2 } },
      { id: 'b', kind: 'parameters', scenario: { policy: { flat: { amount: 1, option: 'x' } } } },
    );
    const cell: VillageCell = { id: 'v', kind: 'village', title: '', folded: false, scenario: 'a', year: null, village: '1', option: null };
    const plain = villageRequests(cell, place);
    expect(Object.keys(plain)).toEqual(['story', 'history']);
    expect(plain.story.query).toContain('y2021: villages(year: 2021');
    expect(plain.story.query).not.toContain('y2022');
    expect(Object.keys(villageRequests({ ...cell, scenario: 'b' }, place))).toEqual(['story', 'history', 'without']);
  });

  it('draws the fan of the years there are', () => {
    const story = { ...provenance, y2020: { nodes: [year] }, y2021: { nodes: [] } };
    expect(forecastOf(story)).toEqual([{ year: 2020, target: 50_000, band: { p5: 500, p25: 2500, p50: 5000, p75: 7500, p95: 9500 } }]);
  });

  it('keeps the running year apart from the complete ones', () => {
    expect(pastOf(periods, '2020-05')).toEqual({
      past: [
        { year: 2018, amount: 4 },
        { year: 2019, amount: 2 },
      ],
      soFar: { year: 2020, amount: 1, month: '5' },
    });
    expect(pastOf(periods.slice(0, 2), '2019-12').soFar).toBeNull();
  });

  it('lists the modes that brought or are to bring something', () => {
    expect(modeLines(periods, year)).toEqual([
      { mode: 'INDUSTRY', past: [1, 2], lastYear: 2, mean: 5000 },
      { mode: 'SERVICE', past: [3, 0], lastYear: 0, mean: 0 },
    ]);
  });

  it('asks how its chance moves with a grant, starting without the grant that the scenario gives for the same', () => {
    const options = [
      { code: 'x', mode: 'SERVICE' },
      { code: 'z', mode: 'SERVICE' },
    ];
    const policy = { flat: { amount: 1, option: 'x' } };
    const place = placeOf({ id: 'a', kind: 'parameters', scenario: { options, policy } });
    const cell: VillageCell = { id: 'v', kind: 'village', title: '', folded: false, scenario: 'a', year: 2021, village: '1', option: null };
    const asked = (option: string | null) => villageRequests({ ...cell, option }, place).curve!.variables;
    expect(asked(null)).toMatchObject({ option: 'x', scenario: { policy: undefined, options: [{ code: 'x' }] } });
    expect(asked('z')).toMatchObject({ option: 'z', scenario: { policy, options: [{ code: 'x' }, { code: 'z' }] } });
    expect(asked('gone')).toMatchObject({ option: 'x' });
    expect(optionOf(cell, {})).toBeUndefined();
    const optimal = { lump: 1, max: 1, options: ['x'], objective: 'MAXIMIN' } as const;
    expect(isAlongCurve({ policy: { optimal } }, 'x')).toBe(false);
  });
});
