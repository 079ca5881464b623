import type { JobEnd, JobRow } from '../store/jobs.js';
import { ChunkControl } from './chunk-control.js';
import type { JobWork } from './job-kind.js';

/** A job that is being worked on in this program. */
export class RunningJob {
  readonly #done: Set<number>;
  readonly #underWay = new Map<number, ChunkControl>();
  /** How it is to end once nothing is under way any more; undefined while it goes on. */
  #end: JobEnd | undefined;

  constructor(
    readonly row: JobRow,
    readonly work: JobWork,
    done: Iterable<number>,
  ) {
    this.#done = new Set(done);
  }

  /** A chunk that can be computed now; undefined where there is none for the time being. */
  nextChunk(): number | undefined {
    if (this.#end) return undefined;
    const { stages } = this.work;
    const left = [...stages.keys()].filter((position) => !this.#done.has(position));
    const stage = Math.min(...left.map((position) => stages[position]!));
    return left.find((position) => stages[position] === stage && !this.#underWay.has(position));
  }

  begin(position: number): ChunkControl {
    const control = new ChunkControl();
    this.#underWay.set(position, control);
    return control;
  }

  /** @param isDone whether the chunk was computed and kept */
  finish(position: number, isDone: boolean): void {
    this.#underWay.delete(position);
    if (isDone) this.#done.add(position);
  }

  /** Lets the chunks under way stop at their next step. The first reason to end stands. */
  endWith(end: JobEnd): void {
    this.#end ??= end;
    this.stop();
  }

  stop(): void {
    for (const control of this.#underWay.values()) control.stop();
  }

  get isComplete(): boolean {
    return this.#done.size === this.work.stages.length;
  }

  /** How to end it, now that nothing is under way; undefined where something is, or it goes on. */
  get end(): JobEnd | undefined {
    return this.#underWay.size === 0 ? this.#end : undefined;
  }

  /** How much is done of chunks that are under way, in chunks. */
  get partsUnderWay(): number {
    return [...this.#underWay.values()].reduce((sum, control) => sum + control.progress, 0);
  }
}
