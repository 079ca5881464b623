import { expect, test } from 'vitest';
import { ENGINE_VERSION, ScenarioProjection } from '../../server/allocation/scenario-projection.js';
import { contentHash } from '../../server/base/hashing.js';
import { loadKernelModule } from '../../server/base/kernel-module.js';
import { projectedChunk } from '../../server/jobs/projection-kind.js';
import { readProjectedCounty } from '../../server/jobs/projection-chunk.js';
import { readProjectionResult } from '../../server/jobs/projection-result.js';
import { storeProblem } from '../../server/jobs/stored-problem.js';
import { fitCounty } from '../../server/model/fit.js';
import { Draws, roomForDraws } from '../../server/projection/draws.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { commitImport } from '../../server/intake/commit.js';
import { NO_TABLES } from '../../server/intake/tables.js';
import { readCounty } from '../../server/store/counties.js';
import type { Store } from '../../server/store/store.js';
import { receipt, STAMP } from '../setup/county.js';
import { describeOnBoth } from '../setup/stores.js';
import { isOver, openRunner, projectionInput, startProjection, until } from './running.js';
import { importTwoCounties, LINGYUN, NAPO } from './two-counties.js';

const COCOON = { code: 'cocoon', mode: 'INDUSTRY', industry: 'SERICULTURE', park: `NAPO-COCOON-${NAPO}`, start: '2020-03' } as const;

/** The same scenario, projected in one go as a synchronous query does. */
async function projectAtOnce(store: Store, spec: ScenarioSpec) {
  const { scenario, counties } = await projectionInput(store, spec);
  const records = await Promise.all(counties.map(({ code }) => readCounty(store.db, code)));
  const fitted = records.map((record) => ({ record, fit: fitCounty(record, { asOf: record.asOf!, defaults: scenario.defaults }) }));
  const arithmetic = new WasmArithmetic(loadKernelModule(), roomForDraws(scenario.trials));
  const projection = new ScenarioProjection(
    fitted,
    { ...scenario, assumptions: [] },
    new Draws(scenario.seed, scenario.trials, { arithmetic }),
  );
  return {
    result: {
      engineVersion: ENGINE_VERSION,
      parks: [...new Map(records.flatMap(({ parks }) => parks.map(({ code, name }) => [code, { code, name }] as const))).values()],
      dataVersion: contentHash(records.map((record) => contentHash(JSON.stringify(record))).join(' ')).slice(0, 16),
      warnings: projection.warnings.map(storeProblem),
      years: projection.years.map((year) => ({ outcome: projection.outcome(year), grants: projection.grants(year) })),
    },
    villages: projection.years.map((year) => projection.villages(year)),
  };
}

/** The villages of a completed job, year by year, all counties together. */
async function villagesOf(runner: Awaited<ReturnType<typeof openRunner>>, id: string) {
  const input = (await runner.input(id)) as Awaited<ReturnType<typeof projectionInput>>;
  const counties = await Promise.all(
    input.counties.map(async (_, index) => readProjectedCounty((await runner.chunk(id, projectedChunk(input, index)))!)),
  );
  return input.years.map((_, year) => counties.flatMap(({ outcomes }) => outcomes.get(year)!));
}

const SCENARIOS: readonly ScenarioSpec[] = [
  { name: 'no grants', trials: 500 },
  { name: 'flat', trials: 400, options: [COCOON], policy: { flat: { amount: 300_000, option: 'cocoon' } } },
  {
    name: 'neediest',
    trials: 400,
    options: [COCOON],
    policy: { neediest: { budget: 1_500_000, amount: 500_000, option: 'cocoon', eligibleOnly: false } },
  },
  { name: 'part of a county', trials: 400, horizon: 2, scope: [`${NAPO}100001`, LINGYUN] },
];

describeOnBoth('a projection as a job', (_, newStore) => {
  test.each(SCENARIOS)('gives the bits of the projection in one go: $name', async (spec) => {
    const store = await newStore();
    await importTwoCounties(store);
    const runner = await openRunner(store);
    const { id } = await startProjection(runner, store, spec);
    expect(await until(runner, id, isOver)).toMatchObject({ status: 'COMPLETED', progress: 1, error: null });
    const expected = await projectAtOnce(store, spec);
    expect(readProjectionResult((await runner.result(id))!)).toEqual(expected.result);
    expect(await villagesOf(runner, id)).toEqual(expected.villages);
  });

  test('fails where the data change while it waits, telling what to do', async () => {
    const store = await newStore();
    await importTwoCounties(store);
    const input = await projectionInput(store, { trials: 200 });
    await commitImport(store, { ...NO_TABLES, receipts: [receipt(`${LINGYUN}102202`, 2020, 5, 100, { reference: 'late' })] }, STAMP);
    const runner = await openRunner(store);
    const { id } = await runner.start({ kind: 'projection', input, identity: 1 });
    const job = await until(runner, id, isOver);
    expect([job.status, job.error?.code, job.error?.message]).toEqual([
      'FAILED',
      'COUNTY_CHANGED',
      'the data of 凌云县 changed while the job ran, so its parts would not agree; start it again',
    ]);
    expect(await runner.result(id)).toBeUndefined();
  });
});
