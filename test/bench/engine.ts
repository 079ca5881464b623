import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { TYPESCRIPT_LOADER } from '../../server/base/typescript-loader.js';
import type { FittedCounty } from '../../server/projection/project-county.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { VillageThreads } from '../../server/threads/village-threads.js';
import { scenarioOf } from '../reference/comparison.js';
import { compiled, demonstration, fitted, plain, project, TRIALS } from './demonstration.js';
import { at, memoryBandwidth, repeated } from './measure.js';
import multiplyAdd, { type KeptFactors } from './multiply-add.js';
import { NUMPY_MISSING, numpyTimes } from './numpy.js';
import { atLeast, atMost, ms, times, type Row, type Section } from './table.js';

const HORIZON = 3;
const THREADS = Math.min(2, availableParallelism());
const points = (share: number) => `${Number((100 * share).toFixed(2))} points`;
const moved = (step: number): ScenarioSpec => ({ growth: [{ mode: 'INDUSTRY', rate: 0.1 + step / 1_000, weight: 0.5 }] });

/** So many trials halve the standard errors that TRIALS leave. */
const MORE_TRIALS = 4 * TRIALS;
const MULTIPLY_ADD_ROUNDS = 40;

/** First projections, and one after a rate has moved, on threads, as the server projects. Milliseconds. */
interface ThreadedTimes {
  readonly first: number;
  readonly slide: number;
  /** Of MORE_TRIALS: how long, and the largest standard error of a chance. */
  readonly more: { readonly first: number; readonly standardError: number };
}

async function threadedTimes(county: FittedCounty): Promise<ThreadedTimes> {
  const threads = new VillageThreads(THREADS);
  const project = (seed: number, step: number, trials = TRIALS) => {
    const scenario = scenarioOf({ county: county.record, scenarios: [] }, { trials, seed, ...moved(step) });
    return threads.project([county], scenario, { grants: [], year: HORIZON - 1 });
  };
  for (let warm = 0; warm < 3; warm++) await project(warm, 0);
  const first = at(await repeated(5, (index) => project(300 + index, 0)), 0);
  const slide = at(await repeated(40, (index) => project(304, index + 1)), 0);
  const more = await project(305, 0, MORE_TRIALS);
  const firstOfMore = at(await repeated(5, (index) => project(306 + index, 0, MORE_TRIALS)), 0);
  await threads.close();
  const standardError = Math.max(...more.villages.map((village) => village.standardError));
  return { first, slide, more: { first: firstOfMore, standardError } };
}

/** The multiply-add of a moved rate alone, on one thread and shared by several at the same time. */
async function multiplyAddTimes({ fit }: FittedCounty): Promise<{ readonly alone: number; readonly threaded: number }> {
  const streams = [...Map.groupBy(fit.streams, ({ stream }) => stream.village).values()].map(({ length }) => length);
  const kept = { horizon: HORIZON, trials: TRIALS, rounds: MULTIPLY_ADD_ROUNDS };
  const threads = new Piscina<KeptFactors & { readonly rounds: number }, number>({
    filename: new URL('./multiply-add.ts', import.meta.url).href,
    execArgv: ['--import', TYPESCRIPT_LOADER],
    minThreads: THREADS,
    maxThreads: THREADS,
  });
  const shares = Array.from({ length: THREADS }, (_, index) => streams.filter((_count, village) => village % THREADS === index));
  const together = async () => Math.max(...(await Promise.all(shares.map((own) => threads.run({ ...kept, streams: own })))));
  await together();
  const threaded = await together();
  await threads.destroy();
  return { alone: multiplyAdd({ ...kept, streams }), threaded };
}

/** This engine, its plain twin and numpy, a first time and after a growth rate has moved. */
export const engine: Section = {
  name: 'engine',
  title: `Engine: 130 villages × ${HORIZON} years × ${TRIALS.toLocaleString('en')} trials, with bands`,
  async measure(): Promise<Row[]> {
    const county = fitted(demonstration());
    for (let warm = 0; warm < 3; warm++) project(county, compiled(warm));
    const first = at(await repeated(5, (index) => project(county, compiled(100 + index))), 0);
    const ours = compiled(1357);
    project(county, ours, moved(0));
    const slide = at(await repeated(40, (index) => project(county, ours, moved(index + 1))), 0);
    const weight = at(
      await repeated(8, (index) => project(county, ours, { growth: [{ mode: 'INDUSTRY', rate: 0.15, weight: 0.01 * (index + 1) }] })),
      0,
    );
    // Afterwards: code that has met two kinds of arithmetic is slower for both, and the product only ever meets one.
    const firstPlain = at(await repeated(2, (index) => project(county, plain(200 + index))), 0);
    const twin = plain(1357);
    project(county, twin, moved(0));
    const slidePlain = at(await repeated(8, (index) => project(county, twin, moved(index + 1))), 0);

    const threaded = await threadedTimes(county);
    const update = await multiplyAddTimes(county);
    const numpy = numpyTimes();
    const bandwidth = await memoryBandwidth();
    const bytes = county.fit.streams.length * HORIZON * TRIALS * Float32Array.BYTES_PER_ELEMENT;
    const atBandwidth = (bytes / bandwidth) * 1000;
    return [
      {
        what: 'first projection, fresh seed',
        measured: ms(first),
        beside: `plain TypeScript twin ${ms(firstPlain)}: ${times(firstPlain / first)} as long`,
      },
      {
        what: `the same on ${THREADS} threads, as the server projects`,
        measured: ms(threaded.first),
        beside: `one thread ${times(first / threaded.first)} as long`,
      },
      {
        what: 'the same in numpy (reference program, one process)',
        measured: numpy ? ms(numpy.first) : NUMPY_MISSING,
        beside:
          numpy && `${times(numpy.first / first)} as long as one thread, ${times(numpy.first / threaded.first)} as long as ${THREADS}`,
        wanted: atLeast(4, numpy && numpy.first / Math.min(first, threaded.first), times),
      },
      {
        what: 'a growth rate moved, draws kept',
        measured: ms(slide),
        beside: `plain TypeScript twin ${ms(slidePlain)}: ${times(slidePlain / slide)} as long`,
      },
      {
        what: `the same on ${THREADS} threads, as the server projects`,
        measured: ms(threaded.slide),
        beside: `one thread ${times(slide / threaded.slide)} as long`,
      },
      {
        what: 'the same in numpy, draws kept',
        measured: numpy ? ms(numpy.moved) : NUMPY_MISSING,
        beside:
          numpy && `${times(numpy.moved / slide)} as long as one thread, ${times(numpy.moved / threaded.slide)} as long as ${THREADS}`,
        wanted: atLeast(1, numpy && numpy.moved / Math.min(slide, threaded.slide), times),
      },
      {
        what: 'reading what is kept once, at memory bandwidth',
        measured: `${ms(atBandwidth)} (${(bandwidth / 1e9).toFixed(1)} GB/s)`,
        beside: `a moved rate takes ${times(slide / atBandwidth)} as long on one thread, ${times(threaded.slide / atBandwidth)} on ${THREADS}`,
        wanted: atMost(2, Math.min(slide, threaded.slide) / atBandwidth, times),
      },
      {
        what: 'the multiply-add alone, every kept factor read, multiplied and added to its total',
        measured: `${ms(update.alone)}, on ${THREADS} threads ${ms(update.threaded)}`,
        beside: `memory bandwidth: ${times(update.alone / atBandwidth)} as long on one thread, ${times(update.threaded / atBandwidth)} on ${THREADS}`,
      },
      {
        what: 'an attainment weight moved, draws kept, paths made anew',
        measured: ms(weight),
        beside: `${times(weight / slide)} a moved rate`,
      },
      {
        what: `largest standard error of a chance, ${MORE_TRIALS.toLocaleString('en')} trials on ${THREADS} threads`,
        measured: `${points(threaded.more.standardError)} after ${ms(threaded.more.first)}`,
        beside: numpy
          ? `0.5 points by plain Monte Carlo in numpy, ${TRIALS.toLocaleString('en')} trials: ${times(numpy.first / threaded.more.first)} as long`
          : NUMPY_MISSING,
        wanted: {
          number: `≤ ${points(0.0025)} in its time`,
          reached: numpy && threaded.more.standardError <= 0.0025 && threaded.more.first <= numpy.first,
        },
      },
    ];
  },
};
