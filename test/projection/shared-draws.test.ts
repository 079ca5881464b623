import { expect, test } from 'vitest';
import { loadKernelModule } from '../../server/base/kernel-module.js';
import { fitCounty } from '../../server/model/fit.js';
import { Draws, roomForDraws } from '../../server/projection/draws.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import { projectVillages, type CountyRequest } from '../../server/projection/project-county.js';
import type { Scenario } from '../../server/scenario/scenario.js';
import { readCase } from '../reference/case-folder.js';
import { scenarioOf } from '../reference/comparison.js';

const TRIALS = 400;
const reference = readCase('test/fixtures/reference/cases/awkward');
const { county: record } = reference;
const kernel = loadKernelModule();
const scenario = scenarioOf(
  reference,
  reference.scenarios.find(({ name }) => name === 'flat in a park')!,
  { trials: TRIALS },
);
const county = { record, fit: fitCounty(record, { asOf: record.asOf!, defaults: scenario.defaults }) };
const [option] = scenario.options;
const compiled = (room = roomForDraws(TRIALS)) => new Draws(7, TRIALS, { arithmetic: new WasmArithmetic(kernel, room) });

const requestOf = (own: Scenario): CountyRequest => ({
  scenario: own,
  grants: record.villages.map(({ code }) => ({ village: code, amount: 80_000, option: option!.code })),
  inScope: () => true,
});

/** Every village's income in every trial and year, and what a yuan in an option brings it; `meanwhile` runs after each village. */
function incomes(draws: Draws, own: Scenario = scenario, { asked = option!, meanwhile = () => {} } = {}) {
  const result = [];
  for (const { income, returns } of projectVillages(county, requestOf(own), draws)) {
    const total = income.total.map((year) => Array.from(year));
    meanwhile();
    result.push({ total, perYuan: returns(asked).map((year) => Array.from(year)) });
  }
  return result;
}

/** The scenario with other weights of the planned growth, which need other numbers derived from the draws. */
const weighted = (weight: number): Scenario =>
  scenarioOf(reference, { trials: TRIALS, options: [], growth: [{ mode: 'INDUSTRY', rate: 0.1, weight }] });

test('an option asked for on other terms under the same code brings what it brings on fresh draws', () => {
  const other = { ...option!, delay: option!.delay + 9, failure: 0.5, sd: option!.sd + 0.2 };
  const kept = compiled();
  const before = incomes(kept);
  const changed = incomes(kept, scenario, { asked: other });
  expect(changed).toEqual(incomes(compiled(), scenario, { asked: other }));
  expect(changed.map(({ perYuan }) => perYuan)).not.toEqual(before.map(({ perYuan }) => perYuan));
});

test('an option that shares its code with a committed project keeps its own terms', () => {
  const { code } = record.projects.find(({ stage }) => stage === 'COMMITTED')!;
  const asked = { ...option!, code };
  const kept = compiled();
  incomes(kept);
  expect(incomes(kept, scenario, { asked })).toEqual(incomes(compiled(), scenario, { asked }));
});

test.each([
  ['with room to keep everything', roomForDraws(TRIALS)],
  ['with hardly any', 2_200 * TRIALS * Float32Array.BYTES_PER_ELEMENT],
])('projections that take turns on the same draws come to the bits that each has alone, %s', (_, room) => {
  const alone = incomes(compiled());
  const draws = compiled(room);
  let turn = 0;
  const meanwhile = () => {
    turn += 1;
    const others = projectVillages(county, { ...requestOf(weighted((turn % 13) / 13)), grants: [] }, draws);
    for (let village = 0; village < 3; village++) others.next();
    others.return(undefined);
  };
  expect(incomes(draws, scenario, { meanwhile })).toEqual(alone);
});
