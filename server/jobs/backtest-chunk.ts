import { deserialize, serialize } from 'node:v8';
import type { CountyRecord } from '../base/county.js';
import { forecastCounty } from '../projection/backtest.js';
import { planBacktest } from '../projection/backtest-plan.js';
import { scoreEvent, type EventScore } from '../projection/backtest-score.js';
import { roomForDraws } from '../projection/draws.js';
import { isInScope } from '../scenario/known-regions.js';
import type { BacktestNumbers } from './backtest-input.js';
import type { ChunkComputer, ComputedChunk } from './chunk-computer.js';
import { onThread } from './chunk-thread.js';
import { threadDraws } from './thread-draws.js';

/** What a thread is given to backtest one county. */
export interface BacktestChunkInput {
  readonly record: CountyRecord;
  readonly numbers: BacktestNumbers;
}

export const readEventScores = (bytes: Uint8Array): readonly EventScore[] => deserialize(bytes) as EventScore[];

/** Forecasts the past of one county; a step is a year as seen from one as-of month. */
const computeChunk: ChunkComputer = (input) => {
  const { record, numbers } = input as BacktestChunkInput;
  return { steps: planBacktest(record, numbers).length, work: forecast() };

  function* forecast(): Generator<void, ComputedChunk> {
    const inScope = (village: string) => isInScope(village, numbers.scope);
    const drawsOf = (seed: number, trials: number) => threadDraws({ seed, trials }, roomForDraws(trials));
    const events: EventScore[] = [];
    for (const { chunk, forecasts } of forecastCounty(record, { ...numbers, inScope, drawsOf })) {
      events.push(scoreEvent(chunk, forecasts));
      yield;
    }
    return { kept: serialize(events), joined: null };
  }
};

export default onThread(computeChunk);
