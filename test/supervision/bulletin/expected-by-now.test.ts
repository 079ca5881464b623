import { describe, expect, test } from 'vitest';
import { monthOf } from '../../../server/base/month.js';
import { fitCounty } from '../../../server/model/fit.js';
import { SCENARIO_DEFAULTS, MODEL_DEFAULTS } from '../../../server/scenario/defaults.js';
import { expectedByNow } from '../../../server/supervision/bulletin/expected-by-now.js';
import { county, village, yearly } from '../../model/county.js';

const MAY = monthOf(2020, 5);
const ONE = village(1);
const TWO = village(2);
const TERMS = SCENARIO_DEFAULTS.option;

function pacesOf(record: ReturnType<typeof county>, month = MAY) {
  const fitAt = (asOf: number) => fitCounty(record, { asOf, defaults: MODEL_DEFAULTS });
  return expectedByNow({ record, now: fitAt(month), before: fitAt(monthOf(2019, 12)) }, month, TERMS);
}

describe('what was to be expected by now', () => {
  test('is the year that was expected, at the season of the village’s own income', () => {
    const receipts = [ONE, TWO].flatMap((of, index) => [
      ...yearly(of, 'SERVICE', 2017, [2_000, 2_000, 2_000], { inMonth: 2 }),
      ...yearly(of, 'SERVICE', 2017, [8_000, 8_000, 8_000], { inMonth: 11 + index }),
    ]);
    const paces = pacesOf(county({ villages: [ONE, TWO], receipts }, MAY));
    expect(paces.get(ONE.code)!.share).toBeCloseTo(0.2, 12);
    // Nothing ever moved: what is left of the growth is the priors' variance and cessation.
    const expected = paces.get(ONE.code)!.expected!;
    expect(expected).toBeGreaterThan(1_950);
    expect(expected).toBeLessThan(2_150);
    expect(paces.get(TWO.code)!.expected).toBeCloseTo(expected, 9);
  });

  test('is the whole year in December, and nothing where nothing is known to pay', () => {
    const receipts = yearly(ONE, 'SERVICE', 2017, [10_000, 10_000, 10_000, 10_000], { inMonth: 11 });
    const paces = pacesOf(county({ villages: [ONE, TWO], receipts }, monthOf(2020, 12)), monthOf(2020, 12));
    expect(paces.get(ONE.code)!.share).toBe(1);
    expect(paces.get(TWO.code)).toEqual({ expected: null, share: 1 });
  });

  test('counts a committed project month by month from its start, less delay, failure and lateness', () => {
    const project = {
      code: 'X',
      village: TWO.code,
      name: '蚕房',
      mode: 'PROPERTY' as const,
      industry: null,
      park: null,
      funder: null,
      capital: 500_000,
      start: monthOf(2020, 2),
      terms: { rate: 0.06, delay: 0, failure: 0, late: 0, premium: 0 },
      stage: 'COMMITTED' as const,
    };
    const receipts = yearly(ONE, 'SERVICE', 2017, [10_000, 10_000, 10_000], { inMonth: 11 });
    const expectedOf = (terms: object, stage: 'COMMITTED' | 'REVIEW' = 'COMMITTED') => {
      const projects = [{ ...project, stage, terms: { ...project.terms, ...terms } }];
      return pacesOf(county({ villages: [ONE, TWO], receipts, projects }, MAY)).get(TWO.code)!.expected;
    };
    expect(expectedOf({})).toBeCloseTo((500_000 * 0.06 * 4) / 12, 9);
    expect(expectedOf({ failure: 0.1, insured: 0.5, late: 0.2, premium: 0.1 })).toBeCloseTo(10_000 * 0.95 * 0.8 * 0.9, 9);
    // A mean delay of one month: geometric with probability one half, months max(0, 4 − D).
    expect(expectedOf({ delay: 1 })).toBeCloseTo(2_500 * (4 / 2 + 3 / 4 + 2 / 8 + 1 / 16), 9);
    expect(expectedOf({}, 'REVIEW')).toBeNull();
  });
});
