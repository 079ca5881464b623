import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { responseCurve, responseCurves } from '../../server/allocation/response-curves.js';
import { Draws } from '../../server/projection/draws.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { village } from '../model/county.js';
import { projectSpec } from '../projection/project.js';
import { comparable, sampleCounty, SHED } from './compare.js';

const TRIALS = 1_000;
const SHARE = { ...SHED, code: 'PARK', mode: 'INDUSTRY' as const, park: 'P1', start: '2020-07', late: 0.2 };
const base: ScenarioSpec = { trials: TRIALS, options: [SHED, SHARE] };
/** Everything that a curve must take account of: money already given, net ratios, reinvestment, a park that is late, plans. */
const rich: ScenarioSpec = {
  ...base,
  growth: [{ mode: 'INDUSTRY', rate: 0.1, weight: 0.5 }],
  netRatio: [
    { mode: 'PROPERTY', ratio: 0.8 },
    { mode: 'INDUSTRY', ratio: 1.1 },
  ],
  parks: [{ park: 'P1', start: '2020-10', late: 0.3 }],
  policy: { list: [{ village: village(3).code, amount: 150_000, option: 'PARK' }] },
};

/** The scenario with one more grant on top of its list. */
const withGrant = (spec: ScenarioSpec, code: string, amount: number, option: string): ScenarioSpec => ({
  ...spec,
  policy: { list: [...(spec.policy?.list ?? []), { village: code, amount, option }] },
});

describe.each([
  ['at the end of a year', true],
  ['in a running year', false],
])('%s', (_, closed) => {
  const record = sampleCounty(closed);

  function curvesOf(spec: ScenarioSpec, year: number) {
    const { scenario, counties } = comparable(record, spec);
    const request = { scenario, grants: scenario.policy?.kind === 'list' ? scenario.policy.grants : [], inScope: () => true };
    const draws = new Draws(scenario.seed, scenario.trials);
    return { scenario, request, county: counties[0]!, draws, all: Array.from(responseCurves(counties[0]!, request, { year }, draws)) };
  }

  test('without a grant the curve is the chance of the projection, for every village, option and year', () => {
    for (const spec of [base, rich]) {
      for (const year of [2020, 2021, 2022]) {
        const villages = projectSpec(record, spec).villages(year);
        curvesOf(spec, year).all.forEach(({ village: code, target, curves }, v) => {
          expect([code, target]).toEqual([villages[v]!.village, villages[v]!.target]);
          expect(curves.map((own) => own.chanceAt(0))).toEqual([villages[v]!.chance, villages[v]!.chance]);
        });
      }
    }
  });

  test('at any grant the curve is the chance of a projection with that grant on top, exactly', () => {
    const reinvest = fc.constantFrom(null, { share: 0.5, return: 0.2 }, { share: 1, return: -0.3 });
    const grants = fc.integer({ min: 1, max: 150_000_000 }).map((fen) => fen / 100);
    const villages = fc.constantFrom(...record.villages.keys());
    fc.assert(
      fc.property(
        fc.constantFrom(base, rich),
        reinvest,
        grants,
        villages,
        fc.constantFrom(0, 1),
        fc.constantFrom(2020, 2021, 2022),
        (spec, reinvesting, grant, v, o, year) => {
          const given = { ...spec, reinvest: reinvesting };
          const { code } = record.villages[v]!;
          const option = [SHED, SHARE][o]!.code;
          fc.pre(!given.policy?.list?.some((own) => own.village === code && own.option === option));
          const projected = projectSpec(record, withGrant(given, code, grant, option)).villages(year)[v]!;
          expect(curvesOf(given, year).all[v]!.curves[o]!.chanceAt(grant)).toBe(projected.chance);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('the grant that a curve names for a chance gives it when projected, and a fen less does not', () => {
    const { all } = curvesOf(rich, 2022);
    for (const v of [0, 2, 7]) {
      const own = all[v]!.curves[0]!;
      const chance = (own.chanceAt(0) + own.bestChance) / 2;
      const grant = own.grantFor(chance)!;
      const projected = (amount: number) => projectSpec(record, withGrant(rich, all[v]!.village, amount, 'SHED')).villages(2022)[v]!.chance;
      expect(projected(grant)).toBeGreaterThanOrEqual(chance);
      expect(grant).toBeGreaterThan(0);
      expect(projected(Math.round(grant * 100 - 1) / 100)).toBeLessThan(chance);
    }
  });

  test('one curve asked for alone is that of the whole county', () => {
    const { scenario, request, county, draws, all } = curvesOf(rich, 2021);
    record.villages.forEach(({ code }, v) => {
      const alone = responseCurve(county, request, { village: code, option: scenario.options[1]!, year: 2021 }, draws);
      expect(alone.points(21)).toEqual(all[v]!.curves[1]!.points(21));
    });
  });
});

test('no money arrives before the delivery: in that year no grant helps, and the reason says so', () => {
  const record = sampleCounty();
  const { scenario, counties } = comparable(record, { ...base, options: [{ ...SHED, start: '2021-01' }] });
  const request = { scenario, grants: [], inScope: () => true };
  const last = record.villages.at(-1)!.code;
  const asked = { village: last, option: scenario.options[0]!, year: 2020 };
  const early = responseCurve(counties[0]!, request, asked, new Draws(1357, TRIALS));
  expect(early).toMatchObject({ withoutMoney: 1, bestChance: 0 });
  expect(early.unreachable(0.5)!.details).toEqual({ wanted: '50%', without: '100%', best: '0%' });
  expect(responseCurve(counties[0]!, request, { ...asked, year: 2022 }, new Draws(1357, TRIALS)).bestChance).toBeGreaterThan(0.8);
});

test('a year that is not projected, and a village that is not in scope, are refused', () => {
  const record = sampleCounty();
  const { scenario, counties } = comparable(record, base);
  const draws = new Draws(1357, TRIALS);
  const asked = { village: village(1).code, option: scenario.options[0]!, year: 2025 };
  expect(() => responseCurve(counties[0]!, { scenario, grants: [], inScope: () => true }, asked, draws)).toThrow(
    'the year 2025 is not projected; use one of 2020, 2021, 2022',
  );
  expect(() => responseCurve(counties[0]!, { scenario, grants: [], inScope: () => false }, { ...asked, year: 2021 }, draws)).toThrow(
    `village ${village(1).code} lies outside the scenario's scope`,
  );
});
