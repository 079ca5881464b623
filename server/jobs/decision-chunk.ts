import { serialize } from 'node:v8';
import { answering, type QuestionKind, type Questions } from '../allocation/decision/question.js';
import { questionSteps } from '../allocation/decision/question-steps.js';
import { freshSeed } from '../allocation/optimal/fresh-value.js';
import { readyForPolicy, readyToSolve } from '../allocation/optimal/ready-to-solve.js';
import type { CountyRecord } from '../base/county.js';
import { contentHash } from '../base/hashing.js';
import { loadKernelModule } from '../base/kernel-module.js';
import type { Month } from '../base/month.js';
import { fitCounty } from '../model/fit.js';
import { Draws, roomForDraws } from '../projection/draws.js';
import { WasmArithmetic } from '../projection/kernel/wasm-arithmetic.js';
import type { Scenario } from '../scenario/scenario.js';
import type { ChunkComputer, ComputedChunk } from './chunk-computer.js';
import { onThread } from './chunk-thread.js';
import { storeDecision } from './stored-decision.js';
import { threadDraws } from './thread-draws.js';

/** What a thread is given to answer a question about a scenario. */
export interface DecisionChunkInput<Kind extends QuestionKind = QuestionKind> {
  readonly kind: Kind;
  readonly scenario: Scenario;
  /** Ascending by code; `record` is the JSON of one, `asOf` the month after which nothing of it is read. */
  readonly counties: readonly { readonly record: string; readonly asOf: Month }[];
  readonly asked: Questions[Kind];
}

const NOTHING = new Uint8Array();

/** Fits the counties and answers; a step is a village in all its trials. */
const computeChunk: ChunkComputer = async (input) => {
  const { kind, scenario, counties, asked } = input as DecisionChunkInput;
  await readyForPolicy(scenario);
  if ('rule' in asked) await readyToSolve(asked.rule);
  const fitted = counties.map(({ record: written, asOf }) => {
    const record = JSON.parse(written) as CountyRecord;
    return { record, fit: fitCounty(record, { asOf, defaults: scenario.defaults }) };
  });
  const base = { scenario, counties: fitted };
  return { steps: questionSteps(kind, asked, base), work: answer() };

  function* answer(): Generator<number | void, ComputedChunk> {
    const { seed, trials } = scenario;
    const room = roomForDraws(trials);
    const draws = threadDraws({ seed, trials }, room);
    let fresh: Draws | undefined;
    // A thread's own memory holds one set of random numbers at a time, and these are wanted beside it.
    const freshDraws = () => (fresh ??= new Draws(freshSeed(seed), trials, { arithmetic: new WasmArithmetic(loadKernelModule(), room) }));
    const work = answering(kind, asked, base, { draws, freshDraws });
    let step = work.next();
    for (; !step.done; step = work.next()) yield kind === 'sensitivity' || kind === 'sensitivityTable' ? (step.value as number) : undefined;
    const stored = storeDecision(kind, step.value, {
      records: fitted.map(({ record }) => record),
      versions: counties.map(({ record }) => contentHash(record)),
      scope: scenario.scope,
    });
    return { kept: NOTHING, joined: serialize(stored) };
  }
};

export default onThread(computeChunk);
