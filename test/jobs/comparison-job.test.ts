import { expect, test } from 'vitest';
import { compare, defaultMostTrials, type Comparison } from '../../server/allocation/comparison.js';
import { loadKernelModule } from '../../server/base/kernel-module.js';
import { readComparedCounty } from '../../server/jobs/comparison-chunk.js';
import { toComparisonInput, type ComparisonInput } from '../../server/jobs/comparison-input.js';
import { comparedChunks, readComparisonResult } from '../../server/jobs/comparison-kind.js';
import { fitCounty } from '../../server/model/fit.js';
import { Draws, roomForDraws } from '../../server/projection/draws.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import { isInScope } from '../../server/scenario/known-regions.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { toScenario } from '../../server/scenario/to-scenario.js';
import { listCounties, readCounty } from '../../server/store/counties.js';
import { computedChunks } from '../../server/store/jobs.js';
import type { Store } from '../../server/store/store.js';
import { describeOnBoth } from '../setup/stores.js';
import { isOver, knownIn, openRunner, until } from './running.js';
import { importTwoCounties, LINGYUN, NAPO } from './two-counties.js';

const COCOON = { code: 'cocoon', mode: 'INDUSTRY', industry: 'SERICULTURE', park: `NAPO-COCOON-${NAPO}`, start: '2020-03' } as const;
const asItIs: ScenarioSpec = { name: 'as it is', trials: 300 };
const flat = (amount: number): ScenarioSpec => ({
  name: `${amount} each`,
  trials: 300,
  options: [COCOON],
  policy: { flat: { amount, option: 'cocoon', eligibleOnly: false } },
});
const neediest: ScenarioSpec = {
  name: 'neediest',
  trials: 300,
  options: [COCOON],
  policy: { neediest: { budget: 1_500_000, amount: 500_000, option: 'cocoon', eligibleOnly: false } },
};
const proportional: ScenarioSpec = {
  ...neediest,
  name: 'proportional',
  policy: { proportional: { budget: 1_500_000, option: 'cocoon', eligibleOnly: false } },
};
/** Money for single villages, in another order than that of their codes. */
const listed = (...villages: readonly string[]): ScenarioSpec => ({
  ...flat(0),
  name: 'listed',
  policy: { list: villages.map((village) => ({ village, amount: 150_000, option: 'cocoon' })) },
});

interface Asked {
  readonly specs: readonly ScenarioSpec[];
  readonly baseline?: number;
  readonly year?: number;
  readonly mostTrials?: number;
}

async function scenariosOf(store: Store, specs: readonly ScenarioSpec[]) {
  const known = await knownIn(store);
  return specs.map((spec) => toScenario(spec, { known, language: 'en' }));
}

async function inputOf(store: Store, { specs, baseline = 0, year, mostTrials }: Asked): Promise<ComparisonInput> {
  const { villages } = await knownIn(store);
  const all = await listCounties(store.db);
  const scoped = (await scenariosOf(store, specs)).map((scenario) => ({
    scenario,
    counties: all.filter(({ code }) => scenario.scope.length === 0 || scenario.scope.some((region) => region.slice(0, 6) === code)),
    villages: [...villages.keys()].filter((code) => isInScope(code, scenario.scope)).sort(),
  }));
  return toComparisonInput(scoped, { baseline, year, mostTrials: mostTrials ?? defaultMostTrials(scoped[baseline]!.scenario.trials) });
}

/** The same scenarios compared in one go, as a synchronous query does. */
async function compareAtOnce(store: Store, { specs, baseline = 0, year, mostTrials }: Asked): Promise<Comparison> {
  const records = await Promise.all((await listCounties(store.db)).map(({ code }) => readCounty(store.db, code)));
  const compared = (await scenariosOf(store, specs)).map((scenario) => ({
    scenario: { ...scenario, assumptions: [] },
    counties: records
      .filter(({ villages }) => villages.some(({ code }) => isInScope(code, scenario.scope)))
      .map((record) => ({ record, fit: fitCounty(record, { asOf: scenario.asOf ?? record.asOf!, defaults: scenario.defaults }) })),
  }));
  const { seed } = compared[baseline]!.scenario;
  return compare({ compared, baseline, year, mostTrials }, (trials, firstTrial) => {
    const arithmetic = new WasmArithmetic(loadKernelModule(), roomForDraws(trials));
    return new Draws(seed, trials, { arithmetic, firstTrial });
  });
}

const ASKED: readonly (Asked & { readonly name: string; readonly stages: number })[] = [
  { name: 'settled at once', specs: [asItIs, flat(400_000)], stages: 1 },
  {
    name: 'policies that look at needs, another baseline, another year',
    specs: [neediest, asItIs, proportional],
    baseline: 1,
    year: 2021,
    stages: 6,
  },
  {
    name: 'hardly different, sampled on to the limit',
    specs: [listed(`${NAPO}100001`), listed(`${LINGYUN}102204`), listed(`${LINGYUN}102202`, `${NAPO}100002`)],
    mostTrials: 1_000,
    stages: 3,
  },
  { name: 'settled after one doubling', specs: [listed(`${NAPO}100001`), listed(`${NAPO}100003`)], stages: 2 },
  {
    name: 'part of a county, months apart',
    specs: [
      { ...asItIs, scope: [LINGYUN] },
      { ...asItIs, scope: [LINGYUN], asOf: '2020-02' },
    ],
    stages: 1,
  },
];

describeOnBoth('a comparison as a job', (_, newStore) => {
  test.each(ASKED)('gives the bits of the comparison in one go: $name', async ({ stages, ...asked }) => {
    const store = await newStore();
    await importTwoCounties(store);
    const runner = await openRunner(store);
    const input = await inputOf(store, asked);
    const { id } = await runner.start({ kind: 'comparison', input, identity: 1 });
    const job = await until(runner, id, isOver);
    expect(job).toMatchObject({ status: 'COMPLETED', progress: 1, error: null });
    const { dataVersion, engineVersion, seed, ...comparison } = readComparisonResult((await runner.result(id))!);
    expect(comparison).toEqual(await compareAtOnce(store, asked));
    expect([dataVersion, engineVersion, seed]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), expect.any(String), 1357]);

    // What was not needed was not done, and does not count.
    const computed = await computedChunks(store.db, id);
    expect([job.completedChunks, job.totalChunks]).toEqual([computed.length, computed.length]);
    expect(computed).toHaveLength(stages * input.counties.length);
    const kept = await Promise.all(comparedChunks(input).map(async (position) => readComparedCounty((await runner.chunk(id, position))!)));
    expect(kept.flatMap(({ villages }) => villages)).toHaveLength(input.villages);
  });
});
