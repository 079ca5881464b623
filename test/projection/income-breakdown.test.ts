import { expect, test } from 'vitest';
import { fitCounty } from '../../server/model/fit.js';
import { Draws } from '../../server/projection/draws.js';
import { projectVillages } from '../../server/projection/project-county.js';
import { readCase } from '../reference/case-folder.js';
import { scenarioOf } from '../reference/comparison.js';

const TRIALS = 200;
const reference = readCase('test/fixtures/reference/cases/awkward');
const { county: record } = reference;
const flat = reference.scenarios.find(({ name }) => name === 'flat in a park')!;
const base = scenarioOf(reference, flat, { trials: TRIALS });
const county = { record, fit: fitCounty(record, { asOf: record.asOf!, defaults: base.defaults }) };
const sum = (values: Iterable<number>): number => Iterator.from(values).reduce((total, value) => total + value, 0);

/** What a village's income in a year is, and what it is made of; copied, since the next village overwrites it. */
function brokenDown(reinvest: { share: number; return: number } | undefined, asked: readonly number[], year: number) {
  const scenario = { ...base, reinvest };
  const grants = record.villages.map(({ code }) => ({ village: code, amount: 80_000, option: base.options[0]!.code }));
  const request = { scenario, grants, inScope: () => true, brokenDown: asked };
  return Array.from(projectVillages(county, request, new Draws(7, TRIALS)), ({ income }) => {
    const { byMode, granted, parks, industryMode, keyIndustry } = income.breakdown(year);
    return {
      total: Array.from(income.total[year]!),
      byMode: Array.from(byMode),
      granted,
      parks: parks.entries(),
      industryMode: Array.from(industryMode ?? []),
      keyIndustry: Array.from(keyIndustry ?? []),
    };
  });
}

test.each([undefined, { share: 0.4, return: 0.1 }])('modes add up to the whole, no part is more than it; reinvested: %o', (reinvest) => {
  for (const year of [0, base.horizon - 1]) {
    for (const { total, byMode, granted, parks, industryMode } of brokenDown(reinvest, [year], year)) {
      const whole = sum(total);
      expect(sum(byMode)).toBeCloseTo(whole, 4);
      expect(sum(industryMode)).toBeCloseTo(byMode[0]!, 4);
      for (const part of [granted, sum(parks.map(([, brought]) => brought))]) expect(part).toBeLessThanOrEqual(whole * (1 + 1e-12));
    }
  }
});

test('a year is the same whichever others are broken down, reinvested income of the years before included', () => {
  const last = base.horizon - 1;
  for (const reinvest of [undefined, { share: 0.4, return: 0.1 }])
    expect(brokenDown(reinvest, [last], last)).toEqual(brokenDown(reinvest, [0, 1, last], last));
});

test('a year that nobody asked to be broken down is refused, instead of being told as nothing', () => {
  expect(() => brokenDown(undefined, [1], 0)).toThrow(RangeError);
  expect(() => brokenDown(undefined, [], 0)).toThrow(/projected year 1/);
});
