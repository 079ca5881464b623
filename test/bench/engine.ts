import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ScenarioProjection } from '../../server/allocation/scenario-projection.js';
import type { CountyRecord } from '../../server/base/county.js';
import { loadKernelModule } from '../../server/base/kernel-module.js';
import { fitCounty } from '../../server/model/fit.js';
import { Draws, roomForDraws } from '../../server/projection/draws.js';
import { PlainArithmetic } from '../../server/projection/kernel/plain-arithmetic.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import type { FittedCounty } from '../../server/projection/project-county.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { readCase } from '../reference/case-folder.js';
import { scenarioOf } from '../reference/comparison.js';
import { at, memoryBandwidth, milliseconds, ms, ratio, times, type Row } from './measure.js';

const TRIALS = 10_000;
const CASE = 'test/fixtures/reference/cases/demonstration';
const kernel = loadKernelModule();

/** The county with every village, stream and project `copies` times under codes of their own. */
export function manifold(county: CountyRecord, copies: number): CountyRecord {
  const renamed = (code: string, copy: number) =>
    copy === 0 ? code : `${code.slice(0, 6)}${String(copy).padStart(3, '0')}${code.slice(9)}${code.slice(6, 9)}`;
  const each = <T>(rows: readonly T[], rename: (row: T, copy: number) => T): T[] =>
    Array.from({ length: copies }, (_, copy) => rows.map((row) => (copy === 0 ? row : rename(row, copy)))).flat();
  return {
    ...county,
    villages: each(county.villages, (row, copy) => ({ ...row, code: renamed(row.code, copy) })).sort((left, right) =>
      left.code < right.code ? -1 : 1,
    ),
    receipts: each(county.receipts, (row, copy) => ({
      ...row,
      village: renamed(row.village, copy),
      project: row.project && `${row.project}-${copy}`,
    })),
    projects: each(county.projects, (row, copy) => ({ ...row, code: `${row.code}-${copy}`, village: renamed(row.village, copy) })),
    targets: each(county.targets, (row, copy) => ({ ...row, village: renamed(row.village, copy) })),
  };
}

function project(fitted: FittedCounty, draws: Draws, spec: ScenarioSpec): ScenarioProjection {
  const scenario = scenarioOf({ county: fitted.record, scenarios: [] }, { trials: TRIALS, seed: draws.seed, ...spec });
  const projection = new ScenarioProjection([fitted], scenario, draws);
  projection.villages();
  return projection;
}

const compiled = (seed: number) => new Draws(seed, TRIALS, { arithmetic: new WasmArithmetic(kernel, roomForDraws(TRIALS)) });
const plain = (seed: number) => new Draws(seed, TRIALS, { arithmetic: new PlainArithmetic() });
const moved = (step: number): ScenarioSpec => ({ growth: [{ mode: 'INDUSTRY', rate: 0.1 + step / 1_000, weight: 0.5 }] });

/** Milliseconds that numpy takes for the same projection in the reference program, undefined without python3-numpy. */
function numpyMilliseconds(): number | undefined {
  const script = join('test', 'bench', 'numpy_projection.py');
  const ran = spawnSync('python3', [script, CASE, String(TRIALS)], { encoding: 'utf8' });
  return ran.status === 0 ? Number(ran.stdout.trim()) : undefined;
}

export async function engineRows(): Promise<Row[]> {
  const { county } = readCase(CASE);
  const fitted = {
    record: county,
    fit: fitCounty(county, { asOf: county.asOf!, defaults: scenarioOf({ county, scenarios: [] }, {}).defaults }),
  };
  for (let warm = 0; warm < 3; warm++) project(fitted, compiled(warm), {});

  const fresh = at(await times(5, (index) => project(fitted, compiled(100 + index), {})), 0.5);
  const freshPlain = at(await times(3, (index) => project(fitted, plain(200 + index), {})), 0.5);
  const numpy = numpyMilliseconds();

  const [ours, theirs] = [compiled(1357), plain(1357)];
  project(fitted, ours, moved(0));
  project(fitted, theirs, moved(0));
  const slide = at(await times(40, (index) => project(fitted, ours, moved(index + 1))), 0.5);
  const slidePlain = at(await times(10, (index) => project(fitted, theirs, moved(index + 1))), 0.5);
  const weight = at(
    await times(10, (index) => project(fitted, ours, { growth: [{ mode: 'INDUSTRY', rate: 0.15, weight: 0.01 * (index + 1) }] })),
    0.5,
  );

  const bandwidth = await memoryBandwidth();
  const factors = fitted.fit.streams.length * 3 * TRIALS * Float32Array.BYTES_PER_ELEMENT;
  const atBandwidth = (factors / bandwidth) * 1000;
  return [
    {
      what: 'first projection of a county, fresh seed (130 villages × 3 years × 10,000 trials)',
      measured: ms(fresh),
      against: `plain TypeScript ${ms(freshPlain)}, ${ratio(freshPlain, fresh)} slower`,
    },
    {
      what: 'the same in numpy (reference program, vectorised)',
      measured: numpy === undefined ? 'python3-numpy is missing' : ms(numpy),
      against: numpy === undefined ? '' : `${ratio(numpy, fresh)} slower than ours; wanted ≥ 4×`,
    },
    {
      what: 'a growth rate moved (shocks kept)',
      measured: ms(slide),
      against: `plain TypeScript ${ms(slidePlain)}, ${ratio(slidePlain, slide)} slower`,
    },
    {
      what: 'reading the kept factors once at memory bandwidth',
      measured: `${ms(atBandwidth)} (${(bandwidth / 1e9).toFixed(1)} GB/s)`,
      against: `a moved rate takes ${ratio(slide, atBandwidth)} as long; wanted ≤ 2×`,
    },
    {
      what: 'an attainment weight moved (draws kept, paths anew)',
      measured: ms(weight),
      against: `${ratio(weight, slide)} of a moved rate`,
    },
  ];
}

export async function scaleRows(sizes: readonly number[]): Promise<Row[]> {
  const { county } = readCase(CASE);
  const rows: Row[] = [];
  let before: { villages: number; took: number } | undefined;
  for (const copies of sizes) {
    const record = manifold(county, copies);
    const fitTime = performance.now();
    const fit = fitCounty(record, { asOf: record.asOf!, defaults: scenarioOf({ county: record, scenarios: [] }, {}).defaults });
    const fitted = performance.now() - fitTime;
    const took = await milliseconds(() => project({ record, fit }, compiled(1), {}));
    const villages = record.villages.length;
    const slope = before ? Math.log(took / before.took) / Math.log(villages / before.villages) : undefined;
    rows.push({
      what: `${villages.toLocaleString('en')} villages, fresh seed`,
      measured: `${ms(took)}, fit ${ms(fitted)}, ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`,
      against: slope === undefined ? '' : `time grows as villages^${slope.toFixed(2)}`,
    });
    before = { villages, took };
  }
  return rows;
}
