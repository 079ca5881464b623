import { deserialize, serialize } from 'node:v8';
import type { Kysely } from 'kysely';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import { Problem } from '../base/errors/problem.js';
import { scoreByClosedMonths, type Backtest, type EventScore } from '../projection/backtest-score.js';
import type { Database } from '../store/database.js';
import type { Store } from '../store/store.js';
import { readEventScores, type BacktestChunkInput } from './backtest-chunk.js';
import type { BacktestInput } from './backtest-input.js';
import type { JobKind, JobWork, ReadChunk } from './job-kind.js';
import { readPinnedCounty } from './pinned-county.js';

/** Raised when the form of a chunk's bytes changes. */
const FORM = 1;

/** Computes the chunks of backtests. */
export const BACKTEST_CHUNKS = new URL('./backtest-chunk.ts', import.meta.url).href;

export const readBacktestResult = (bytes: Uint8Array): readonly Backtest[] => deserialize(bytes) as Backtest[];

/** Backtests any number of counties: each is a chunk, because all its forecasts share their draws. */
export const backtestKind = ({ db }: Store): JobKind => ({
  name: 'backtest',
  version: `${ENGINE_VERSION}/${FORM}`,
  chunks: BACKTEST_CHUNKS,
  open: (input) => new BacktestWork(db, input as BacktestInput),
});

/**
 * Scores what the chunks of all counties came to.
 * @param events in the order of the counties
 * @throws Problem NOTHING_TO_BACKTEST where an as-of month leaves nothing to score
 */
export function scoreBacktest(events: readonly EventScore[], { numbers, counties }: BacktestInput): readonly Backtest[] {
  const backtests = scoreByClosedMonths(numbers.closedMonths, events);
  if (backtests.some(({ chances, errors }) => chances === 0 || errors === 0)) {
    throw new Problem('NOTHING_TO_BACKTEST', {
      counties: counties.map(({ name }) => name).join(', '),
      from: numbers.from,
      to: numbers.to,
    });
  }
  return backtests;
}

class BacktestWork implements JobWork {
  readonly stages: readonly number[];

  constructor(
    private readonly db: Kysely<Database>,
    private readonly input: BacktestInput,
  ) {
    this.stages = [input.counties.length];
  }

  async load(position: number): Promise<BacktestChunkInput> {
    return { record: await readPinnedCounty(this.db, this.input.counties[position]!), numbers: this.input.numbers };
  }

  async join(read: ReadChunk): Promise<Buffer> {
    const events: EventScore[] = [];
    for (const index of this.input.counties.keys()) events.push(...readEventScores((await read(index)).kept));
    return serialize(scoreBacktest(events, this.input));
  }
}
