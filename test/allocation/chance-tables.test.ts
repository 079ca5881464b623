import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceTable } from '../../server/allocation/chance-table.js';
import { cellOf, joinChanceTables, makingChanceTables, type ChanceTables } from '../../server/allocation/chance-tables.js';
import { Draws } from '../../server/projection/draws.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { village } from '../model/county.js';
import { projectSpec } from '../projection/project.js';
import { comparable, sampleCounty, SHED } from './compare.js';

const TRIALS = 1_000;
const LUMP = 50_000;
const LEVELS = 20;
const SHARE = { ...SHED, code: 'PARK', mode: 'INDUSTRY' as const, park: 'P1', start: '2020-07', late: 0.2 };
const given = { village: village(3).code, amount: 150_000, option: 'PARK' };
const spec: ScenarioSpec = {
  trials: TRIALS,
  options: [SHED, SHARE],
  netRatio: [{ mode: 'PROPERTY', ratio: 0.8 }],
  parks: [{ park: 'P1', start: '2020-10', late: 0.3 }],
  policy: { list: [given] },
};

function tablesOf(closed: boolean, written: ScenarioSpec, year: number): ChanceTables {
  const { scenario, counties } = comparable(sampleCounty(closed), written);
  const grants = scenario.policy?.kind === 'list' ? scenario.policy.grants : [];
  const request = { scenario, grants, inScope: () => true };
  const asked = { options: scenario.options, scale: { lump: LUMP * 100, levels: LEVELS }, year };
  const work = makingChanceTables(counties[0]!, request, asked, new Draws(scenario.seed, scenario.trials));
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

describe.each([
  ['at the end of a year', true],
  ['in a running year', false],
])('%s', (_, closed) => {
  test('every cell is what the projection with that grant shows, trial by trial', () => {
    const tables = new Map([2020, 2021, 2022].map((year) => [year, tablesOf(closed, spec, year)]));
    fc.assert(
      fc.property(
        fc.constantFrom(2020, 2021, 2022),
        fc.nat({ max: 7 }),
        fc.constantFrom(0, 1),
        fc.integer({ min: 1, max: LEVELS }),
        (year, v, o, lumps) => {
          const table = tables.get(year)!;
          const code = table.villages[v]!;
          const option = [SHED, SHARE][o]!.code;
          fc.pre(code !== given.village || option !== given.option);
          const policy = { list: [given, { village: code, amount: lumps * LUMP, option }] };
          const projected = projectSpec(sampleCounty(closed), { ...spec, policy }).villages(year)[v]!;
          const cell = cellOf(table, v, o, lumps);
          expect(table.targets[v]).toBe(projected.target);
          expect(table.hits[cell]! / TRIALS).toBe(projected.chance);
          expect(table.shortfall[cell]! / TRIALS).toBeCloseTo(projected.shortfall, 6);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('with no lumps every option shows the chance of the scenario itself', () => {
  const tables = tablesOf(true, spec, 2021);
  projectSpec(sampleCounty(), spec)
    .villages(2021)
    .forEach(({ chance, shortfall }, v) => {
      for (const option of [0, 1]) {
        expect(tables.hits[cellOf(tables, v, option, 0)]! / TRIALS).toBe(chance);
        expect(tables.shortfall[cellOf(tables, v, option, 0)]! / TRIALS).toBeCloseTo(shortfall, 6);
      }
    });
});

test('the tables of counties side by side are those of each', () => {
  const one = tablesOf(true, spec, 2021);
  const other = { ...tablesOf(false, spec, 2021), villages: one.villages.map((code) => `9${code}`) };
  const joined = joinChanceTables([one, other]);
  expect(joined.villages).toEqual([...one.villages, ...other.villages]);
  expect([...joined.hits]).toEqual([...one.hits, ...other.hits]);
  expect([...joined.shortfall]).toEqual([...one.shortfall, ...other.shortfall]);
  expect([...joined.targets]).toEqual([...one.targets, ...other.targets]);
});

test('whatever the trials, also where a grant takes away, the table counts them one by one', () => {
  const trial = fc.record({
    everythingElse: fc.double({ min: 0, max: 100_000, noNaN: true }),
    perYuan: fc.oneof(fc.constant(0), fc.double({ min: -0.2, max: 0.4, noNaN: true })),
  });
  fc.assert(
    fc.property(fc.array(trial, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (trials, levels) => {
      const income = {
        everythingElse: Float64Array.from(trials, (own) => own.everythingElse),
        perYuan: Float64Array.from(trials, (own) => own.perYuan),
        threshold: 49_999.995,
      };
      const { hits, shortfall } = chanceTable(income, 50_000, { lump: 2_500_000, levels });
      for (let lumps = 0; lumps <= levels; lumps++) {
        const incomes = trials.map((own) => own.everythingElse + lumps * 25_000 * own.perYuan);
        expect(hits[lumps]).toBe(incomes.filter((income) => income >= 49_999.995).length);
        const short = incomes.filter((income) => income < 49_999.995).reduce((sum, income) => sum + 50_000 - income, 0);
        expect(shortfall[lumps]).toBeCloseTo(short, 5);
      }
    }),
    { numRuns: 300 },
  );
});
