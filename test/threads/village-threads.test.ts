import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { ScenarioProjection } from '../../server/allocation/scenario-projection.js';
import { loadKernelModule } from '../../server/base/kernel-module.js';
import { fitCounty } from '../../server/model/fit.js';
import { Draws, roomForDraws } from '../../server/projection/draws.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import { VillageThreads } from '../../server/threads/village-threads.js';
import { readCase } from '../reference/case-folder.js';
import { scenarioOf } from '../reference/comparison.js';

const reference = readCase('test/fixtures/reference/cases/awkward');
const { county: record } = reference;
const codes = record.villages.map(({ code }) => code);
const written = reference.scenarios.find(({ name }) => name === 'flat in a park')!;
const base = scenarioOf(reference, written, { trials: 401 });
const county = { record, fit: fitCounty(record, { asOf: record.asOf!, defaults: base.defaults }) };
const pools = [1, 2, 3].map((threads) => new VillageThreads(threads));
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

const kernel = loadKernelModule();

/** What is asked of threads: a subset of the villages, under grants to some of them, on draws of a seed, in a year. */
const asking = fc.record({
  scope: fc.shuffledSubarray(codes, { minLength: 1 }),
  funded: fc.subarray(codes),
  trials: fc.constantFrom(401, 64),
  seed: fc.integer({ min: 0, max: 3 }),
  year: fc.integer({ min: 0, max: base.horizon - 1 }),
});

function read({ scope, funded, trials, seed, year }: typeof asking extends fc.Arbitrary<infer Asked> ? Asked : never) {
  const grants = funded.map((village) => ({ village, amount: 80_000, option: base.options[0]!.code }));
  return { scenario: { ...base, scope, trials, seed, policy: { kind: 'list' as const, grants } }, grants, year };
}

test('any number of threads, several projections at once, any subset of villages: the bits of one thread', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pools), fc.array(asking, { minLength: 1, maxLength: 3 }), async (pool, asked) => {
      const together = await Promise.all(
        asked.map(read).map(({ scenario, grants, year }) => pool.project([county], scenario, { grants, year })),
      );
      asked.map(read).forEach(({ scenario, year }, index) => {
        const draws = new Draws(scenario.seed, scenario.trials, {
          arithmetic: new WasmArithmetic(kernel, roomForDraws(scenario.trials)),
        });
        const alone = new ScenarioProjection([county], scenario, draws);
        const calendarYear = alone.years[year]!;
        expect(together[index]).toEqual({ villages: alone.villages(calendarYear), outcome: alone.outcome(calendarYear) });
      });
    }),
    { numRuns: 20 },
  );
});
