import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectingCounty, type CountyYear } from '../../server/allocation/county-projection.js';
import { joinYear } from '../../server/allocation/year-outcome.js';
import { loadKernelModule } from '../../server/base/kernel-module.js';
import { fitCounty } from '../../server/model/fit.js';
import { Draws, roomForDraws } from '../../server/projection/draws.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import { villageShare } from '../../server/projection/village-share.js';
import { readCase } from '../reference/case-folder.js';
import { scenarioOf } from '../reference/comparison.js';

const TRIALS = 401;
const reference = readCase('test/fixtures/reference/cases/awkward');
const { county: record } = reference;
const kernel = loadKernelModule();
const scenario = scenarioOf(
  reference,
  reference.scenarios.find(({ name }) => name === 'flat in a park')!,
  { trials: TRIALS },
);
const county = { record, fit: fitCounty(record, { asOf: record.asOf!, defaults: scenario.defaults }) };
const grants = record.villages.map(({ code }) => ({ village: code, amount: 80_000, option: scenario.options[0]!.code }));
const compiled = () => new Draws(7, TRIALS, { arithmetic: new WasmArithmetic(kernel, roomForDraws(TRIALS)) });

function shareOf(index: number, of: number, draws: Draws): CountyYear {
  const work = projectingCounty(county, scenario, [{ grants, years: [0] }], draws, villageShare(index, of));
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value[0]!;
}

const whole = joinYear([shareOf(0, 1, compiled())], TRIALS);

test('a county comes out the same, bit for bit, in any number of shares joined in any order, on one memory or on several', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: record.villages.length + 2 })
        .chain((of) => fc.shuffledSubarray([...Array(of).keys()], { minLength: of, maxLength: of })),
      fc.boolean(),
      (order, apart) => {
        const together = compiled();
        const parts = order.map((index) => shareOf(index, order.length, apart ? compiled() : together));
        expect(joinYear(parts, TRIALS)).toEqual(whole);
      },
    ),
    { numRuns: 12 },
  );
});

test('every village falls to one share, whatever the others are asked for', () => {
  for (const of of [1, 2, 5]) {
    const shares = Array.from({ length: of }, (_, index) => villageShare(index, of)(record));
    for (const { code } of record.villages) expect(shares.filter((isOwn) => isOwn(code))).toHaveLength(1);
  }
});
