import { expect, test } from 'vitest';
import { loadKernelModule } from '../../server/base/kernel-module.js';
import type { BacktestInput } from '../../server/jobs/backtest-input.js';
import { readBacktestResult } from '../../server/jobs/backtest-kind.js';
import { backtestCounties } from '../../server/projection/backtest.js';
import { Draws, roomForDraws } from '../../server/projection/draws.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import { isInScope } from '../../server/scenario/known-regions.js';
import { PRODUCT_DEFAULTS } from '../../server/scenario/workspace-defaults.js';
import { listCounties, readCounty } from '../../server/store/counties.js';
import type { Store } from '../../server/store/store.js';
import { describeOnBoth } from '../setup/stores.js';
import { isOver, openRunner, until } from './running.js';
import { importTwoCounties, LINGYUN, NAPO } from './two-counties.js';

async function inputOf({ db }: Store, asked: Partial<BacktestInput['numbers']> = {}): Promise<BacktestInput> {
  const { seed, model, option, netRatio } = PRODUCT_DEFAULTS;
  const numbers = { closedMonths: [0, 6], trials: 300, seed, defaults: model, projectTerms: option, netRatio, scope: [], ...asked };
  return { numbers, counties: (await listCounties(db)).map(({ code, name, revision }) => ({ code, name, revision })) };
}

/** The same backtest in one go. */
async function backtestAtOnce({ db }: Store, { numbers, counties }: BacktestInput) {
  const records = await Promise.all(counties.map(({ code }) => readCounty(db, code)));
  return backtestCounties(records, {
    ...numbers,
    inScope: (village) => isInScope(village, numbers.scope),
    drawsOf: (seed, trials) => new Draws(seed, trials, { arithmetic: new WasmArithmetic(loadKernelModule(), roomForDraws(trials)) }),
  });
}

describeOnBoth('a backtest as a job', (_, newStore) => {
  test.each([
    ['two counties', {}],
    ['one year, some months, some villages', { from: 2018, to: 2018, closedMonths: [9, 3], scope: [`${NAPO}100`, LINGYUN] }],
  ])('gives the bits of the backtest in one go: %s', async (_name, asked) => {
    const store = await newStore();
    await importTwoCounties(store);
    const runner = await openRunner(store);
    const input = await inputOf(store, asked);
    const { id } = await runner.start({ kind: 'backtest', input, identity: 1 });
    expect(await until(runner, id, isOver)).toMatchObject({ status: 'COMPLETED', progress: 1, completedChunks: 2, totalChunks: 2 });
    const scored = readBacktestResult((await runner.result(id))!);
    expect(scored).toEqual(await backtestAtOnce(store, input));
    expect(scored.every(({ forecasts }) => forecasts > 0)).toBe(true);
  });

  test('fails in words where there is nothing to score', async () => {
    const store = await newStore();
    await importTwoCounties(store);
    const runner = await openRunner(store);
    const { id } = await runner.start({ kind: 'backtest', input: await inputOf(store, { from: 2030 }), identity: 1 });
    const { status, error } = await until(runner, id, isOver);
    expect([status, error?.text('en')]).toEqual([
      'FAILED',
      'there is no year to backtest (那坡县, 凌云县, from 2030): it takes two complete years in a row, and income in the first',
    ]);
  });
});
