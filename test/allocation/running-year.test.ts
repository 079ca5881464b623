import { describe, expect, test } from 'vitest';
import { replayedMonths, replayingRunningYear, type RunningYear } from '../../server/allocation/running-year.js';
import { ScenarioProjection } from '../../server/allocation/scenario-projection.js';
import type { CountyRecord } from '../../server/base/county.js';
import { formatMonth, monthOf } from '../../server/base/month.js';
import { fitCounty } from '../../server/model/fit.js';
import { Draws } from '../../server/projection/draws.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { readCase } from '../reference/case-folder.js';
import { scenarioOf } from '../reference/comparison.js';

const reference = readCase('test/fixtures/reference/cases/awkward');
const AS_OF = monthOf(2020, 5);
const TRIALS = { trials: 400, asOf: '2020-05' };

function projection(county: CountyRecord, spec: ScenarioSpec): ScenarioProjection {
  const scenario = scenarioOf({ county, scenarios: [] }, { ...TRIALS, ...spec });
  const fit = fitCounty(county, { asOf: scenario.asOf!, defaults: scenario.defaults });
  return new ScenarioProjection([{ record: county, fit }], scenario, new Draws(scenario.seed, scenario.trials));
}

function replay(county: CountyRecord, village: string, spec: ScenarioSpec = {}): RunningYear {
  const scenario = scenarioOf({ county, scenarios: [] }, { ...TRIALS, ...spec });
  const months = replayedMonths(AS_OF);
  const fits = months.map((asOf) => fitCounty(county, { asOf, defaults: scenario.defaults }));
  const work = replayingRunningYear(
    { counties: [{ record: county, fits }], scenario, village, months },
    new Draws(scenario.seed, scenario.trials),
  );
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** The county with some receipts of April 2020 multiplied. */
const withApril = (county: CountyRecord, factor: number, of: (village: string) => boolean): CountyRecord => ({
  ...county,
  receipts: county.receipts.map((receipt) =>
    receipt.month === monthOf(2020, 4) && of(receipt.village) ? { ...receipt, amount: receipt.amount * factor } : receipt,
  ),
});

const { county } = reference;
const paidInApril = (village: string) =>
  county.receipts
    .filter((receipt) => receipt.village === village && receipt.month === monthOf(2020, 4))
    .reduce((sum, { amount }) => sum + amount, 0);
/** The village whose chance is least settled, of those that were paid in April. */
const VILLAGE = projection(county, {})
  .villages(2020)
  .filter(({ village }) => paidInApril(village) > 0)
  .toSorted((left, right) => Math.abs(left.chance - 0.5) - Math.abs(right.chance - 0.5))[0]!.village;

describe('the months that are replayed', () => {
  test('run from December to the as-of month', () => {
    expect(replayedMonths(monthOf(2020, 3)).map(formatMonth)).toEqual(['2019-12', '2020-01', '2020-02', '2020-03']);
    expect(replayedMonths(monthOf(2020, 12)).map(formatMonth)).toEqual(['2020-12']);
  });
});

describe('the running year of a village', () => {
  test.each(reference.scenarios.map((spec) => [spec.name!, spec] as const))('ends where the projection stands: %s', (_, spec) => {
    const { year, target, months } = replay(county, VILLAGE, { ...spec, ...TRIALS });
    const projected = projection(county, { ...spec, ...TRIALS });
    const own = projected.villages(2020).find(({ village }) => village === VILLAGE)!;
    const last = months.at(-1)!;
    expect(year).toBe(2020);
    expect([target, last.chance.mean, last.chance.standardError]).toEqual([own.target, own.chance, own.standardError]);
    expect(last.expectedReaching).toEqual(projected.outcome(2020).expectedReaching);
  });

  test('tells at every month what the projection of that month said', () => {
    const { months } = replay(county, VILLAGE);
    for (const { month, chance, expectedReaching } of months) {
      const then = projection(county, { asOf: formatMonth(month) });
      expect(chance.mean).toBe(then.villages(2020).find(({ village }) => village === VILLAGE)!.chance);
      expect(expectedReaching).toEqual(then.outcome(2020).expectedReaching);
    }
  });

  test('has parts that sum to each change, and changes that sum to the whole', () => {
    const { months } = replay(county, VILLAGE);
    expect(months[0]!.moved).toBeUndefined();
    months.slice(1).forEach(({ chance, moved }, index) => {
      expect(moved!.change.mean).toBeCloseTo(chance.mean - months[index]!.chance.mean, 12);
      expect(moved!.ownPart.mean + moved!.commonPart.mean).toBeCloseTo(moved!.change.mean, 12);
    });
    const sum = months.slice(1).reduce((total, { moved }) => total + moved!.change.mean, 0);
    expect(sum).toBeCloseTo(months.at(-1)!.chance.mean - months[0]!.chance.mean, 12);
    expect(months.slice(1).some(({ moved }) => moved!.ownPart.mean !== 0)).toBe(true);
    expect(months.slice(1).some(({ moved }) => moved!.commonPart.mean !== 0)).toBe(true);
  });

  test('is moved in its own part by nothing that others receive in the month, and in the common part by that alone', () => {
    const april = (record: CountyRecord) => replay(record, VILLAGE).months[4]!;
    const asItWas = april(county);
    const othersDid = april(withApril(county, 3, (village) => village !== VILLAGE));
    expect(othersDid.moved!.ownPart).toEqual(asItWas.moved!.ownPart);
    expect(othersDid.moved!.commonPart.mean).toBeGreaterThan(asItWas.moved!.commonPart.mean);
    const itDid = april(withApril(county, 10, (village) => village === VILLAGE));
    expect(itDid.moved!.ownPart.mean).toBeGreaterThan(asItWas.moved!.ownPart.mean);
  });

  test('hears nothing of others where there are none', () => {
    const only = (code: string) => code === VILLAGE;
    const alone = {
      ...county,
      villages: county.villages.filter(({ code }) => only(code)),
      receipts: county.receipts.filter(({ village }) => only(village)),
      projects: county.projects.filter(({ village }) => only(village)),
      targets: county.targets.filter(({ village }) => only(village)),
    };
    for (const { moved } of replay(alone, VILLAGE).months.slice(1)) {
      expect(moved!.commonPart.mean).toBe(0);
      expect(moved!.ownPart.mean).toBe(moved!.change.mean);
    }
  });

  test('of a village that nobody pays stays where it is', () => {
    const silent = { ...county, receipts: county.receipts.filter(({ village }) => village !== VILLAGE), projects: [] };
    const { months } = replay(silent, VILLAGE);
    expect(months.map(({ chance }) => chance.mean)).toEqual(months.map(() => 0));
    for (const { receipts } of months) expect(receipts).toEqual([]);
    for (const { moved } of months.slice(1)) expect([moved!.change.mean, moved!.ownPart.mean, moved!.commonPart.mean]).toEqual([0, 0, 0]);
  });

  test('does not move where no month was closed in between', () => {
    const scenario = scenarioOf(reference, TRIALS);
    const fit = fitCounty(county, { asOf: AS_OF, defaults: scenario.defaults });
    const work = replayingRunningYear(
      { counties: [{ record: county, fits: [fit, fit] }], scenario, village: VILLAGE, months: [AS_OF, AS_OF + 1] },
      new Draws(scenario.seed, scenario.trials),
    );
    let step = work.next();
    while (!step.done) step = work.next();
    const [, after] = step.value.months;
    expect(after!.moved!.change).toEqual({ mean: 0, standardError: 0, low: 0, high: 0 });
    expect(after!.receipts).toEqual([]);
  });
});

describe('the receipts of a month', () => {
  const { months } = replay(county, VILLAGE);

  test('sum to what the village received, month by month and so far', () => {
    for (const { month, receipts } of months.slice(1)) {
      const own = county.receipts.filter(({ village }) => village === VILLAGE);
      const inMonth = own.filter((receipt) => receipt.month === month).reduce((sum, { amount }) => sum + amount, 0);
      expect(receipts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(inMonth, 2);
      for (const receipt of receipts) expect(receipt.receivedSoFar).toBeGreaterThanOrEqual(receipt.amount - 1e-9);
    }
  });

  test('name sources that were silent, with what was expected of them by then', () => {
    for (const { receipts } of months.slice(1)) {
      const expected = receipts.filter(({ expectedShare }) => expectedShare !== null);
      expect(expected.length).toBeGreaterThan(0);
      for (const { expectedShare, expectedSoFar } of expected) {
        expect(expectedShare! > 0 && expectedShare! <= 1).toBe(true);
        expect(expectedSoFar).toBeGreaterThan(0);
      }
    }
    expect(months[0]!.receipts).toEqual([]);
  });
});
