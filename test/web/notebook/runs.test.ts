import { beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../../web/api/client.js';
import type { Time } from '../../../web/api/time.js';
import { Runs, type Run } from '../../../web/notebook/runs.js';

/** A clock that only tests move. */
class ManualTime implements Time {
  at = 0;
  readonly #waiting = new Set<{ at: number; action: () => void }>();
  now = () => this.at;
  after(milliseconds: number, action: () => void) {
    const entry = { at: this.at + milliseconds, action };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  }
  pass(milliseconds: number) {
    this.at += milliseconds;
    for (const entry of [...this.#waiting].filter(({ at }) => at <= this.at)) {
      this.#waiting.delete(entry);
      entry.action();
    }
  }
}

interface Sent {
  readonly value: unknown;
  readonly signal: AbortSignal;
  answer(value: unknown): void;
  fail(failure: unknown): void;
}

const request = (value: unknown): Request<unknown> => ({ query: 'q', variables: { value } });
const settled = () => new Promise((resolve) => setTimeout(resolve));

let time: ManualTime;
let sent: Sent[];
let shown: Map<string, Run>;
let runs: Runs;

beforeEach(() => {
  time = new ManualTime();
  sent = [];
  shown = new Map();
  const send = (one: Request<unknown>, signal: AbortSignal) =>
    new Promise<unknown>((answer, fail) => {
      signal.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError')));
      sent.push({ value: one.variables['value'], signal, answer, fail });
    });
  runs = new Runs(send as ConstructorParameters<typeof Runs>[0], (cell, run) => shown.set(cell, run), time);
});

/** Asks for a value in cell a (or another) and lets the start happen. */
function want(value: unknown, cell = 'a') {
  runs.want(cell, { one: request(value) });
  time.pass(1000);
}

const view = (cell = 'a') => shown.get(cell)!;

describe('Runs', () => {
  it('marks the old picture at once and shows the new one when it comes', async () => {
    want(1);
    expect(view()).toMatchObject({ stale: true, running: true, answers: undefined });
    time.pass(40);
    sent[0]!.answer('one');
    await settled();
    expect(view()).toMatchObject({ stale: false, running: false, answers: { one: 'one' }, elapsed: 40 });
    runs.want('a', { one: request(2) });
    expect(view()).toMatchObject({ stale: true, running: true, answers: { one: 'one' } });
  });

  it('lets the latest win, whatever the order of the replies', async () => {
    want(1);
    want(2);
    expect(sent[0]!.signal.aborted).toBe(true);
    sent[1]!.answer('two');
    sent[0]!.answer('one');
    await settled();
    expect(view()).toMatchObject({ stale: false, answers: { one: 'two' } });
  });

  it('needs no run when the inputs are put back', async () => {
    want(1);
    sent[0]!.answer('one');
    await settled();
    runs.want('a', { one: request(2) });
    runs.want('a', { one: request(1) });
    time.pass(1000);
    expect(sent).toHaveLength(1);
    expect(view()).toMatchObject({ stale: false, running: false, answers: { one: 'one' } });
  });

  it('keeps earlier results', async () => {
    want(1);
    sent[0]!.answer('one');
    await settled();
    want(2);
    sent[1]!.answer('two');
    await settled();
    want(1);
    expect(sent).toHaveLength(2);
    expect(view()).toMatchObject({ stale: false, answers: { one: 'one' }, elapsed: undefined });
  });

  it('starts the first change at once, and later ones at the pace of the replies', async () => {
    runs.want('a', { one: request(1) });
    time.pass(0);
    expect(sent).toHaveLength(1);
    time.pass(100);
    sent[0]!.answer('one');
    await settled();
    for (const value of [2, 3, 4]) runs.want('a', { one: request(value) });
    time.pass(0);
    expect(sent).toHaveLength(1);
    time.pass(20);
    expect(sent.map(({ value }) => value)).toEqual([1, 4]);
  });

  it('shows a reply that comes while the inputs move on, but as out of date', async () => {
    want(1);
    runs.want('a', { one: request(2) });
    sent[0]!.answer('one');
    await settled();
    expect(view()).toMatchObject({ stale: true, running: true, answers: { one: 'one' } });
  });

  it('asks once for what two cells need, and ends it when neither does', async () => {
    want(1, 'a');
    want(1, 'b');
    expect(sent).toHaveLength(1);
    want(2, 'a');
    expect(sent[0]!.signal.aborted).toBe(false);
    runs.drop('b');
    expect(sent[0]!.signal.aborted).toBe(true);
    sent[1]!.answer('two');
    await settled();
    expect(view('a').answers).toEqual({ one: 'two' });
  });

  it('keeps the last picture through a failure, and tries again when told', async () => {
    want(1);
    sent[0]!.answer('one');
    await settled();
    want(2);
    sent[1]!.fail('broken');
    await settled();
    expect(view()).toMatchObject({ stale: true, running: false, failure: 'broken', answers: { one: 'one' } });
    runs.runNow('a');
    sent[2]!.answer('two');
    await settled();
    expect(view()).toMatchObject({ stale: false, failure: undefined, answers: { one: 'two' } });
  });

  it('runs a costly cell only when pressed, and again for other inputs', async () => {
    runs.want('a', { one: request(1) }, 'on-press');
    time.pass(5000);
    expect(sent).toHaveLength(0);
    expect(view()).toMatchObject({ running: false, waiting: true });
    runs.runNow('a');
    expect(view()).toMatchObject({ running: true, waiting: false });
    sent[0]!.answer('one');
    await settled();
    expect(view()).toMatchObject({ stale: false, waiting: false, answers: { one: 'one' } });
    runs.want('a', { one: request(2) }, 'on-press');
    expect(view()).toMatchObject({ stale: true, waiting: true, answers: { one: 'one' } });
    runs.want('a', { one: request(1) }, 'on-press');
    expect(view()).toMatchObject({ stale: false, waiting: false, answers: { one: 'one' } });
  });

  it('waits for calm where the server could not keep up', () => {
    for (const value of [1, 2, 3]) {
      runs.want('a', { one: request(value) }, 'when-calm');
      time.pass(300);
    }
    expect(sent).toHaveLength(0);
    expect(view()).toMatchObject({ stale: true, running: true });
    time.pass(1000);
    expect(sent.map(({ value }) => value)).toEqual([3]);
  });

  it('ends a run that is cancelled, keeps the last picture, and waits for a press', async () => {
    want(1);
    sent[0]!.answer('one');
    await settled();
    want(2);
    runs.cancel('a');
    expect(sent[1]!.signal.aborted).toBe(true);
    await settled();
    expect(view()).toMatchObject({ stale: true, running: false, waiting: true, failure: undefined, answers: { one: 'one' } });
    runs.runNow('a');
    sent[2]!.answer('two');
    await settled();
    expect(view()).toMatchObject({ stale: false, waiting: false, answers: { one: 'two' } });
  });

  it('runs nothing for a cell that is blocked', async () => {
    want(1);
    runs.want('a', undefined);
    expect(sent[0]!.signal.aborted).toBe(true);
    sent[0]!.answer('one');
    await settled();
    expect(view()).toMatchObject({ stale: true, running: false, answers: undefined });
  });

  it('gives a cell that comes back its results, and one that only has its name nothing', async () => {
    want(1);
    sent[0]!.answer('one');
    await settled();
    runs.drop('a');
    for (let other = 0; other < 200; other++) {
      want(`other ${other}`, 'b');
      sent.at(-1)!.answer('');
      await settled();
    }
    const asked = sent.length;
    runs.want('a', { one: request(1) }, 'on-press');
    expect(view()).toMatchObject({ stale: false, waiting: false, answers: { one: 'one' } });
    expect(sent).toHaveLength(asked);
    runs.drop('a');
    runs.want('a', { one: request('of another kind') }, 'on-press');
    expect(view()).toMatchObject({ stale: true, waiting: true, answers: undefined });
  });

  it('asks anew when a cell that has its answers is run again', async () => {
    want(1);
    sent[0]!.answer('old');
    await settled();
    runs.runNow('a');
    expect(view()).toMatchObject({ running: true, answers: { one: 'old' } });
    sent[1]!.answer('new');
    await settled();
    expect(view()).toMatchObject({ running: false, stale: false, answers: { one: 'new' } });
  });

  it('does not take an answer for a whole reply of the same query', async () => {
    want(1);
    sent[0]!.answer('data');
    await settled();
    runs.want('b', { one: { ...request(1), whole: true } });
    time.pass(1000);
    expect(sent).toHaveLength(2);
  });
});
