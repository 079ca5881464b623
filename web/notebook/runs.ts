import type { Request, Send } from '../api/client.js';
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
  elapsed: undefined,
};

/** When a cell is run: as inputs change, once they have stopped changing (the server ends no work begun), or by a press. */
export type Start = 'at-once' | 'when-calm' | 'on-press';

const queryHashes = new Map<string, string>();

/** The hash of a request. Queries are long and few, so each is hashed once. */
function keyOf({ query, variables }: Request<unknown>): string {
  const queryHash = queryHashes.get(query) ?? hashText(query);
  queryHashes.set(query, queryHash);
  return hashOf([queryHash, variables]);
}

/** The clock and the timer, as arguments so that tests hold them. */
export interface Time {
  now(): number;
  after(milliseconds: number, action: () => void): () => void;
}

export const realTime: Time = {
  now: () => performance.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Between two starts of one cell while its inputs keep changing; grows to the pace at which answers come. */
const SHORTEST_PACE = 60;
const LONGEST_PACE = 400;
/** How long inputs stand still before a cell that waits for calm is run. */
const CALM = 700;

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
  readonly #kept = new KeptResults(120);
  readonly #flights = new Map<string, { users: number; controller: AbortController; answer: Promise<unknown> }>();

  constructor(
    private readonly send: Send,
    private readonly onchange: (cell: string, run: Run) => void,
    private readonly time: Time = realTime,
  ) {}

  /** Says what a cell needs now; undefined: it cannot run (an error of its own or of a cell it refers to). */
  want(cell: string, requests: Requests | undefined, start: Start = 'at-once'): void {
    const state = this.#stateOf(cell);
    if (requests === undefined) {
      this.#stop(state);
      state.wanted = undefined;
      this.#show(cell, state, { stale: true, running: false, waiting: false, failure: undefined });
      return;
    }
    const key = Object.values(requests).map(keyOf).join();
    if (key === state.wanted) return;
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

  /** Runs a cell that waits for a press, or one again that failed. */
  runNow(cell: string): void {
    const state = this.#states.get(cell);
    if (state?.wanted === undefined) return;
    this.#show(cell, state, { stale: true, running: true, waiting: false, failure: undefined });
    this.#start(cell, state, state.wanted);
  }

  /** Ends a run; the last picture stays, and the cell waits for a press or for other inputs. */
  cancel(cell: string): void {
    const state = this.#states.get(cell);
    if (!state?.run.running) return;
    this.#stop(state);
    this.#show(cell, state, { stale: true, running: false, waiting: true });
  }

  /** Forgets a cell that is gone. */
  drop(cell: string): void {
    const state = this.#states.get(cell);
    if (state) this.#stop(state);
    this.#states.delete(cell);
  }

  #start(cell: string, state: State, key: string): void {
    state.letGo?.();
    state.sequence += 1;
    const sequence = state.sequence;
    const begun = this.time.now();
    state.startedAt = begun;
    const flights = mapValues(state.requests, (request) => this.#fly(request));
    state.letGo = () => Object.values(flights).forEach((flight) => flight.letGo());
    const isLatest = () => state.sequence === sequence && this.#states.get(cell) === state;
    const names = Object.keys(flights);
    Promise.all(names.map((name) => flights[name]!.answer)).then(
      (values) => {
        if (!isLatest()) return;
        const elapsed = this.time.now() - begun;
        state.pace = Math.min(Math.max(SHORTEST_PACE, elapsed * 1.2), LONGEST_PACE);
        state.letGo = undefined;
        const answers = Object.fromEntries(names.map((name, index) => [name, values[index]]));
        const stale = state.wanted !== key;
        this.#show(cell, state, { key, answers, stale, running: stale && state.run.running, failure: undefined, elapsed });
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
  #fly(request: Request<unknown>): { answer: Promise<unknown>; letGo: () => void } {
    const key = keyOf(request);
    if (this.#kept.has(key)) return { answer: Promise.resolve(this.#kept.get(key)), letGo: () => undefined };
    let flight = this.#flights.get(key);
    if (!flight) {
      const controller = new AbortController();
      const answer = this.send(request, controller.signal).then((value) => {
        this.#kept.set(key, value);
        return value;
      });
      const landed = { users: 0, controller, answer };
      const land = () => this.#flights.get(key) === landed && this.#flights.delete(key);
      answer.then(land, land);
      flight = landed;
      this.#flights.set(key, flight);
    }
    const shared = flight;
    shared.users += 1;
    return {
      answer: shared.answer,
      letGo: () => {
        shared.users -= 1;
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

  #stateOf(cell: string): State {
    let state = this.#states.get(cell);
    if (!state) {
      state = {
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
    }
    return state;
  }
}

const mapValues = <From, To>(fields: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, map(value)]));
