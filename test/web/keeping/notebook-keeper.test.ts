import { describe, expect, it } from 'vitest';
import { ApiFailure, createClient, type Send } from '../../../web/api/client.js';
import { freeNotebookId } from '../../../web/keeping/free-notebook-id.js';
import { NotebookKeeper, type Keeping, type KeeperStart } from '../../../web/keeping/notebook-keeper.js';
import { openingOf } from '../../../web/keeping/open-notebook.js';
import { notebook as askFor, saveNotebook, type ServerNotebook } from '../../../web/keeping/operations.js';
import type { Notebook } from '../../../web/notebook/notebook.js';
import { loadCopy, saveCopy, type Shelf } from '../../../web/notebook/saved.js';
import { toSpec } from '../../../web/notebook/to-spec.js';
import { serving } from '../../graphql/serving.js';

const server = serving({ demonstration: false });
const FORMATS = new Map();
const NOW = new Date('2020-06-12T06:32:00Z');
const { signal } = new AbortController();
const titled = (title: string): Notebook => ({ title, county: null, cells: [] });
const SAVING: Keeping = { state: 'saving' };

function browserStore(): Shelf & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
  };
}

/** A keeper over the real server; `cut` makes the way there fail. */
class Desk {
  cut = false;
  /** The answer is lost although the server has done what was asked. */
  deaf = false;
  readonly shelf = browserStore();
  readonly keeper: NotebookKeeper;
  readonly #send: Send = createClient(`${server.url}/graphql`, () => 'zh-CN');
  #keeping: Keeping = SAVING;
  readonly #waiting: { readonly state: string; readonly done: () => void }[] = [];

  constructor(start: Partial<KeeperStart> = {}) {
    const send: Send = async (request, signal) => {
      if (this.cut) throw new ApiFailure('unreachable', 'cut');
      const answer = await this.#send(request, signal);
      if (this.deaf) throw new ApiFailure('unreachable', 'deaf');
      return answer;
    };
    const whole = { id: freeNotebookId(), revision: 0, from: null, notebook: titled(''), keeping: SAVING, ...start };
    this.keeper = new NotebookKeeper(send, this.shelf, FORMATS, whole, (keeping) => {
      this.#keeping = keeping;
      for (const { state, done } of this.#waiting) if (state === keeping.state) done();
    });
  }

  /** Waits until the keeper is in a state. */
  async until<State extends Keeping['state']>(state: State): Promise<Extract<Keeping, { state: State }>> {
    if (this.#keeping.state !== state) await new Promise<void>((done) => this.#waiting.push({ state, done }));
    return this.#keeping as Extract<Keeping, { state: State }>;
  }

  /** What the browser's store holds of the notebook. */
  copy() {
    return loadCopy(this.shelf, this.keeper.id, FORMATS, NOW);
  }
}

const send: Send = (request, signal) => createClient(`${server.url}/graphql`, () => 'zh-CN')(request, signal);
const onServer = async (id: string): Promise<ServerNotebook> => (await send(askFor(id), signal)).notebook!;
const elsewhere = (id: string, revision: number, title: string) =>
  send(saveNotebook({ id, revision, spec: toSpec(titled(title), FORMATS) }), signal);

describe('a notebook', () => {
  it('is created with the first edit and saved with every other, and then the browser holds nothing of it', async () => {
    const desk = new Desk();
    desk.keeper.edit(titled('一'));
    await desk.until('saved');
    desk.keeper.edit(titled('二'));
    desk.keeper.edit(titled('三'));
    await desk.until('saving');
    await desk.until('saved');
    expect(await onServer(desk.keeper.id)).toMatchObject({ title: '三', revision: 2 });
    expect([...desk.shelf.held]).toEqual([]);
  });

  it('stays in the browser while the server is away, and is sent when it is back', async () => {
    const desk = new Desk();
    desk.cut = true;
    desk.keeper.edit(titled('断网时写的'));
    expect(await desk.until('away')).toEqual({ state: 'away', inBrowser: true });
    expect(desk.copy()).toMatchObject({ found: 'copy', notebook: titled('断网时写的'), revision: 0 });
    desk.cut = false;
    desk.keeper.retry();
    await desk.until('saved');
    expect(await onServer(desk.keeper.id)).toMatchObject({ title: '断网时写的', revision: 1 });
    expect(desk.copy()).toEqual({ found: 'nothing' });
  });

  it('whose answers are lost on the way is neither created nor saved twice, and no conflict with itself', async () => {
    const desk = new Desk();
    desk.deaf = true;
    desk.keeper.edit(titled('一'));
    await desk.until('away');
    desk.keeper.edit(titled('二'));
    desk.deaf = false;
    await desk.until('saved');
    expect(await onServer(desk.keeper.id)).toMatchObject({ title: '二', revision: 2 });
  });

  it('that someone else has changed, too, is not written over: the reader chooses', async () => {
    const desk = new Desk();
    desk.keeper.edit(titled('一'));
    await desk.until('saved');
    const { id } = desk.keeper;
    await elsewhere(id, 1, '别人的');
    desk.keeper.edit(titled('我的'));
    const { theirs } = await desk.until('conflict');
    expect(theirs).toMatchObject({ title: '别人的', revision: 2 });
    desk.keeper.edit(titled('我的，又改'));
    expect(await onServer(id)).toMatchObject({ title: '别人的', revision: 2 });
    expect(desk.copy()).toMatchObject({ notebook: titled('我的，又改') });
    desk.keeper.choose(titled('我的，又改'));
    await desk.until('saved');
    expect(await onServer(id)).toMatchObject({ title: '我的，又改', revision: 3 });
  });

  it('that the server does not take says why, and stays in the browser', async () => {
    const desk = new Desk();
    desk.keeper.edit(titled('长'.repeat(300)));
    expect(await desk.until('refused')).toEqual({ state: 'refused', message: expect.stringContaining('title 应是一行文字，最多 200 字') });
    expect(desk.copy()).toMatchObject({ found: 'copy' });
    desk.keeper.edit(titled('短'));
    await desk.until('saved');
    expect(await onServer(desk.keeper.id)).toMatchObject({ title: '短', revision: 1 });
  });

  it('is kept when the page goes before anything was sent', () => {
    const desk = new Desk();
    desk.keeper.edit(titled('刚写的'));
    desk.keeper.leave();
    expect(desk.copy()).toMatchObject({ notebook: titled('刚写的'), revision: 0 });
    desk.keeper.letGo();
    expect(desk.copy()).toEqual({ found: 'nothing' });
  });
});

describe('opening a notebook', () => {
  const present = (title: string, revision: number, place: ServerNotebook['place'] = 'OWN'): ServerNotebook => ({
    id: 'one',
    title,
    place,
    origin: '1357',
    revision,
    editor: null,
    updatedAt: NOW.toISOString(),
    spec: toSpec(titled(title), FORMATS),
  });
  /** What is opened where the browser holds edits that are based on a revision. */
  const withCopy = (server: ServerNotebook | null, title: string, revision: number, onTheWay: string | null = null) => {
    const shelf = browserStore();
    saveCopy(shelf, 'one', { notebook: titled(title), revision, from: '1357', onTheWay }, FORMATS, NOW);
    return openingOf('one', server, loadCopy(shelf, 'one', FORMATS, NOW), FORMATS);
  };
  const nothing = { found: 'nothing' } as const;

  it('takes what the server has, where the browser holds nothing', () => {
    expect(openingOf('one', present('甲', 4), nothing, FORMATS)).toEqual({
      found: 'notebook',
      waiting: false,
      start: { id: 'one', revision: 4, from: '1357', notebook: titled('甲'), keeping: { state: 'saved', at: NOW } },
    });
    expect(openingOf('one', null, nothing, FORMATS)).toEqual({ found: 'missing' });
    expect(openingOf('one', present('甲', 4, 'BIN'), nothing, FORMATS)).toEqual({ found: 'binned' });
  });

  it('goes on with edits that follow upon what the server has, or that it does not know at all', () => {
    expect(withCopy(present('甲', 4), '乙', 4)).toMatchObject({ waiting: true, start: { revision: 4, notebook: titled('乙') } });
    expect(withCopy(null, '乙', 0)).toMatchObject({ waiting: true, start: { revision: 0, from: '1357', notebook: titled('乙') } });
    expect(withCopy(present('甲', 1), '乙', 0)).toMatchObject({ waiting: true, start: { revision: 1 } });
  });

  it('shows both where someone else has saved since, and nothing to choose where both are the same', () => {
    const theirs = present('甲', 5);
    expect(withCopy(theirs, '乙', 4)).toMatchObject({
      waiting: false,
      start: { notebook: titled('乙'), keeping: { state: 'conflict', theirs } },
    });
    expect(withCopy(theirs, '甲', 4)).toMatchObject({ waiting: false, start: { revision: 5, keeping: { state: 'saved' } } });
  });

  it("does not take the arrival of the reader's own earlier edit for another's work", async () => {
    const desk = new Desk();
    desk.deaf = true;
    desk.keeper.edit(titled('一'));
    await desk.until('away');
    desk.keeper.edit(titled('一二'));
    desk.keeper.leave();
    const opening = openingOf(desk.keeper.id, await onServer(desk.keeper.id), desk.copy(), FORMATS);
    expect(opening).toMatchObject({ waiting: true, start: { revision: 1, notebook: titled('一二') } });
    desk.keeper.letGo();
  });
});
