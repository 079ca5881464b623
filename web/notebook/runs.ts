import type { Request, Send } from '../api/client.js';
import { isJobRequest } from '../api/job-request.js';
import { runJob, type JobProgress } from '../api/run-job.js';
import { realTime, type Time } from '../api/time.js';
import { hashOf, hashText } from './canonical.js';
import { KeptResults } from './kept-results.js';

export type Requests = Readonly<Record<string, Request<unknown>>>;
export type Answers = Readonly<Record<string, unknown>>;

/** What a cell shows: the newest answers that came, and whether they belong to the inputs as they stand now. */
export interface Run {
  /** The hash of the inputs that the answers belong to. */
  readonly key: string | undefined;
  readonly answers: Answers | undefined;
  /** The answers are not those of the present inputs. */
  readonly stale: boolean;
  readonly running: boolean;
  /** Nothing is computed until the reader presses: so of a costly cell, and of one whose run was cancelled. */
  readonly waiting: boolean;
  readonly failure: unknown;
  /** How far the server's job is, where there is one. */
  readonly progress: JobProgress | undefined;
  /** Milliseconds from asking to having it; undefined where nothing had to be asked. */
  readonly elapsed: number | undefined;
}

export const NO_RUN: Run = {
  key: undefined,
  answers: undefined,
  stale: true,
  running: false,
  waiting: false,
  failure: undefined,
  progress: undefined,
  elapsed: undefined,
};

/** When a cell is run: as inputs change, once they have stopped changing (the server ends no work begun), or by a press. */
export type Start = 'at-once' | 'when-calm' | 'on-press';

const queryHashes = new Map<string, string>();

/** The hash of a request. Queries are long and few, so each is hashed once. */
function keyOf(request: Request<unknown>): string {
  const { query, variables } = request;
  const queryHash = queryHashes.get(query) ?? hashText(query);
  queryHashes.set(query, queryHash);
  const kind = isJobRequest(request) ? request.result('') : (request.whole ?? false);
  return hashOf([queryHash, variables, kind]);
}

/** Between two starts of one cell while its inputs keep changing; grows to the pace at which answers come. */
const SHORTEST_PACE = 60;
const LONGEST_PACE = 400;
/** How long inputs stand still before a cell that waits for calm is run. */
const CALM = 700;

/** What takes longer is kept apart, so that a hundred steps of a slider do not push it out. */
const SLOW = 500;
/** How many cells that are gone keep their results. */
const MOST_GONE = 50;

/** One request on the wire, and who waits for it. */
interface Flight {
  users: number;
  readonly controller: AbortController;
  readonly answer: Promise<unknown>;
  readonly watchers: Set<(progress: JobProgress) => void>;
}

interface State {
  run: Run;
  wanted: string | undefined;
  requests: Requests;
  sequence: number;
  startedAt: number;
  pace: number;
  cancelStart: (() => void) | undefined;
  letGo: (() => void) | undefined;
}

/**
 * Runs the cells of a notebook: at once when inputs change, the latest wins. Each start of a cell takes the next number
 * of its sequence and ends the one before; an answer with an older number is dropped, whatever order the network chose.
 */
export class Runs {
  readonly #states = new Map<string, State>();
  readonly #kept = new KeptResults({ quick: 120, slow: 60 });
  /** Cells that are gone and may come back: their last results, the latest to go last. */
  readonly #gone = new Map<string, Run>();
  readonly #flights = new Map<string, Flight>();

  constructor(
    private readonly send: Send,
    private readonly onchange: (cell: string, run: Run) => void,
    private readonly time: Time = realTime,
  ) {}

  /** Says what a cell needs now; undefined: it cannot run (an error of its own or of a cell it refers to). */
  want(cell: string, requests: Requests | undefined, start: Start = 'at-once'): void {
    const state = this.#states.get(cell) ?? this.#begin(cell);
    if (requests === undefined) {
      this.#stop(state);
      state.wanted = undefined;
      this.#show(cell, state, { stale: true, running: false, waiting: false, failure: undefined });
      return;
    }
    const key = Object.values(requests).map(keyOf).join();
    if (key === state.wanted) return;
    const before = this.#gone.get(cell);
    if (state.run === NO_RUN && before?.key === key) state.run = before;
    state.wanted = key;
    state.requests = requests;
    state.cancelStart?.();
    if (key === state.run.key) {
      this.#stop(state);
      this.#show(cell, state, { stale: false, running: false, waiting: false, failure: undefined });
    } else if (Object.values(requests).every((request) => this.#kept.has(keyOf(request)))) {
      this.#stop(state);
      const answers = mapValues(requests, (request) => this.#kept.get(keyOf(request)));
      this.#show(cell, state, { key, answers, stale: false, running: false, waiting: false, failure: undefined, elapsed: undefined });
    } else if (start === 'on-press') {
      this.#stop(state);
      this.#show(cell, state, { stale: true, running: false, waiting: true, failure: undefined });
    } else {
      this.#show(cell, state, { stale: true, running: true, waiting: false, failure: undefined });
      const wait = start === 'when-calm' ? CALM : Math.max(0, state.startedAt + state.pace - this.time.now());
      state.cancelStart = this.time.after(wait, () => this.#start(cell, state, key));
    }
  }

  /** Runs a cell that waits for a press, or one again that failed; one that has its answers asks for them anew. */
  runNow(cell: string): void {
    const state = this.#states.get(cell);
    if (state?.wanted === undefined) return;
    if (!state.run.stale) for (const request of Object.values(state.requests)) this.#kept.forget(keyOf(request));
    this.#show(cell, state, { stale: true, running: true, waiting: false, failure: undefined, progress: undefined });
    this.#start(cell, state, state.wanted);
  }

  /** Ends a run; the last picture stays, and the cell waits for a press or for other inputs. */
  cancel(cell: string): void {
    const state = this.#states.get(cell);
    if (!state?.run.running) return;
    this.#stop(state);
    this.#show(cell, state, { stale: true, running: false, waiting: true });
  }

  /** Ends what a cell does that is gone; should it come back, it has its results. */
  drop(cell: string): void {
    const state = this.#states.get(cell);
    if (!state) return;
    this.#stop(state);
    this.#states.delete(cell);
    this.#gone.delete(cell);
    this.#gone.set(cell, state.run);
    for (const oldest of this.#gone.keys()) {
      if (this.#gone.size <= MOST_GONE) break;
      this.#gone.delete(oldest);
    }
  }

  #start(cell: string, state: State, key: string): void {
    state.letGo?.();
    state.sequence += 1;
    const sequence = state.sequence;
    const begun = this.time.now();
    state.startedAt = begun;
    const isLatest = () => state.sequence === sequence && this.#states.get(cell) === state;
    const watch = (progress: JobProgress) => isLatest() && this.#show(cell, state, { progress });
    const flights = mapValues(state.requests, (request) => this.#fly(request, watch));
    state.letGo = () => Object.values(flights).forEach((flight) => flight.letGo());
    const names = Object.keys(flights);
    Promise.all(names.map((name) => flights[name]!.answer)).then(
      (values) => {
        if (!isLatest()) return;
        const elapsed = this.time.now() - begun;
        state.pace = Math.min(Math.max(SHORTEST_PACE, elapsed * 1.2), LONGEST_PACE);
        state.letGo = undefined;
        const answers = Object.fromEntries(names.map((name, index) => [name, values[index]]));
        const stale = state.wanted !== key;
        this.#show(cell, state, {
          key,
          answers,
          stale,
          running: stale && state.run.running,
          failure: undefined,
          progress: undefined,
          elapsed,
        });
      },
      (failure: unknown) => {
        if (!isLatest() || state.wanted !== key) return;
        state.letGo?.();
        state.letGo = undefined;
        this.#show(cell, state, { stale: true, running: false, failure });
      },
    );
  }

  /** One request on the wire, shared by every cell that asks the same; ended when the last of them lets go. */
  #fly(request: Request<unknown>, watch: (progress: JobProgress) => void): { answer: Promise<unknown>; letGo: () => void } {
    const key = keyOf(request);
    if (this.#kept.has(key)) return { answer: Promise.resolve(this.#kept.get(key)), letGo: () => undefined };
    let flight = this.#flights.get(key);
    if (!flight) {
      const controller = new AbortController();
      const watchers = new Set<(progress: JobProgress) => void>();
      const tell = (progress: JobProgress) => watchers.forEach((watcher) => watcher(progress));
      const asked = isJobRequest(request)
        ? runJob(this.send, request, controller.signal, tell, this.time)
        : this.send(request, controller.signal);
      const begun = this.time.now();
      const answer = asked.then((value) => {
        this.#kept.set(key, value, this.time.now() - begun >= SLOW ? 'slow' : 'quick');
        return value;
      });
      const landed: Flight = { users: 0, controller, answer, watchers };
      const land = () => this.#flights.get(key) === landed && this.#flights.delete(key);
      answer.then(land, land);
      flight = landed;
      this.#flights.set(key, flight);
    }
    const shared = flight;
    shared.users += 1;
    shared.watchers.add(watch);
    return {
      answer: shared.answer,
      letGo: () => {
        shared.users -= 1;
        shared.watchers.delete(watch);
        if (shared.users > 0 || this.#flights.get(key) !== shared) return;
        this.#flights.delete(key);
        shared.controller.abort();
      },
    };
  }

  #stop(state: State): void {
    state.cancelStart?.();
    state.cancelStart = undefined;
    state.letGo?.();
    state.letGo = undefined;
    state.sequence += 1;
  }

  #show(cell: string, state: State, part: Partial<Run>): void {
    state.run = { ...state.run, ...part };
    this.onchange(cell, state.run);
  }

  #begin(cell: string): State {
    const state: State = {
      run: NO_RUN,
      wanted: undefined,
      requests: {},
      sequence: 0,
      startedAt: -Infinity,
      pace: SHORTEST_PACE,
      cancelStart: undefined,
      letGo: undefined,
    };
    this.#states.set(cell, state);
    return state;
  }
}

const mapValues = <From, To>(fields: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, map(value)]));
