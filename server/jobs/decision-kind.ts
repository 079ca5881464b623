import type { Kysely } from 'kysely';
import { QUESTION_KINDS, type QuestionKind } from '../allocation/decision/question.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import type { Database } from '../store/database.js';
import type { Store } from '../store/store.js';
import type { DecisionChunkInput } from './decision-chunk.js';
import type { DecisionInput } from './decision-input.js';
import type { JobKind, JobWork, ReadChunk } from './job-kind.js';
import { readPinnedCounty } from './pinned-county.js';

/** Raised when the form of an answer's bytes changes. */
const FORM = 2;

/**
 * Answers questions about one scenario, a kind for each. The answer is one chunk: plans are chosen among all villages at once, and
 * what is moved is counted over all of them.
 */
export const decisionKinds = ({ db }: Store): readonly JobKind[] =>
  QUESTION_KINDS.map((kind) => ({
    name: kind,
    version: `${ENGINE_VERSION}/${FORM}`,
    chunks: new URL('./decision-chunk.ts', import.meta.url).href,
    open: (input) => new DecisionWork(db, kind, input as DecisionInput),
  }));

class DecisionWork implements JobWork {
  readonly stages = [1];

  constructor(
    private readonly db: Kysely<Database>,
    private readonly kind: QuestionKind,
    private readonly input: DecisionInput,
  ) {}

  async load(): Promise<DecisionChunkInput> {
    const { scenario, counties, asked } = this.input;
    const read: DecisionChunkInput['counties'][number][] = [];
    for (const county of counties) {
      read.push({ record: JSON.stringify(await readPinnedCounty(this.db, county)), asOf: scenario.asOf ?? county.asOf });
    }
    return { kind: this.kind, scenario: { ...scenario, name: '', assumptions: [] }, counties: read, asked };
  }

  async join(read: ReadChunk): Promise<Buffer> {
    return (await read(0)).joined!;
  }
}
