import type { JobEnd, JobRow } from '../store/jobs.js';
import { ChunkControl } from './chunk-control.js';
import type { JobWork } from './job-kind.js';
import { Stages } from './stages.js';

/** A job that is being worked on in this program. */
export class RunningJob {
  readonly #stages: Stages;
  readonly #done: Set<number>;
  readonly #underWay = new Map<number, ChunkControl>();
  /** Chunks that another program is computing, as far as is known. */
  readonly #elsewhere = new Set<number>();
  /** The stage at work, and the chunks of it that are left. */
  #stage = 0;
  #left: Set<number>;
  /** How it is to end once nothing is under way any more; undefined while it goes on. */
  #end: JobEnd | undefined;

  constructor(
    readonly row: JobRow,
    readonly work: JobWork,
    done: Iterable<number>,
  ) {
    this.#stages = new Stages(work.stages);
    this.#done = new Set(done);
    this.#left = this.#leftOf(0);
  }

  /** A chunk that can be computed now; undefined where there is none for the time being. */
  nextChunk(): number | undefined {
    if (this.#end) return undefined;
    for (const position of this.#left) {
      if (!this.#underWay.has(position) && !this.#elsewhere.has(position)) return position;
    }
    return undefined;
  }

  begin(position: number): ChunkControl {
    const control = new ChunkControl();
    this.#underWay.set(position, control);
    return control;
  }

  /** @param isDone whether the chunk was computed and kept */
  finish(position: number, isDone: boolean): void {
    this.#underWay.delete(position);
    if (!isDone) return;
    this.#done.add(position);
    this.#left.delete(position);
  }

  /** Leaves a chunk to the program that computes it. */
  leaveToOthers(position: number): void {
    this.#underWay.delete(position);
    this.#elsewhere.add(position);
  }

  /** Takes note of the chunks that are computed by now, here or elsewhere. */
  refresh(done: Iterable<number>): void {
    for (const position of done) {
      this.#done.add(position);
      this.#left.delete(position);
    }
  }

  /** Lets chunks be tried again that were left to others: who had them may have let go of them. */
  tryAgain(): void {
    this.#elsewhere.clear();
  }

  /** The stage at work, counted from 0. */
  get stage(): number {
    return this.#stage;
  }

  get isLastStage(): boolean {
    return this.#stage === this.work.stages.length - 1;
  }

  get isStageComplete(): boolean {
    return this.#left.size === 0;
  }

  enterNextStage(): void {
    this.#stage += 1;
    this.#left = this.#leftOf(this.#stage);
  }

  /** Lets the chunks under way stop at their next step. The first reason to end stands. */
  endWith(end: JobEnd): void {
    this.#end ??= end;
    this.stop();
  }

  stop(): void {
    for (const control of this.#underWay.values()) control.stop();
  }

  /** How to end it, now that nothing is under way; undefined where something is, or it goes on. */
  get end(): JobEnd | undefined {
    return this.#underWay.size === 0 ? this.#end : undefined;
  }

  /** How many chunks are under way in this program. */
  get countUnderWay(): number {
    return this.#underWay.size;
  }

  /** How much is done, in chunks: those that are computed, and the parts of those under way here. */
  get chunksDone(): number {
    return [...this.#underWay.values()].reduce((sum, control) => sum + control.progress, this.#done.size);
  }

  #leftOf(stage: number): Set<number> {
    return new Set(this.#stages.positions(stage).filter((position) => !this.#done.has(position)));
  }
}
