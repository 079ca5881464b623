import { describe, expect, it } from 'vitest';
import { forgetCopy, loadCopy, saveCopy, type Shelf } from '../../../web/notebook/saved.js';

const NOW = new Date('2020-06-12T06:32:00Z');
const FORMATS = new Map();
const NOTEBOOK = { title: '标题', county: null, cells: [] };
const COPY = { notebook: NOTEBOOK, revision: 7, from: '1357', onTheWay: 'hash' };

function shelf(entries: Record<string, string> = {}) {
  const held = new Map(Object.entries(entries));
  const store: Shelf = {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
  };
  return { held, store };
}

describe('the saved copy', () => {
  it('comes back as it was, with its time', () => {
    const { store } = shelf();
    saveCopy(store, '1357', COPY, FORMATS, NOW);
    expect(loadCopy(store, '1357', FORMATS, new Date())).toEqual({ found: 'copy', ...COPY, savedAt: NOW });
    forgetCopy(store, '1357');
    expect(loadCopy(store, '1357', FORMATS, NOW)).toEqual({ found: 'nothing' });
  });

  it('of before notebooks were kept on the server is one that is not there yet', () => {
    const { store } = shelf({ 'notebook/1357': JSON.stringify({ savedAt: NOW, notebook: { notebook: 1, title: '标题', cells: [] } }) });
    expect(loadCopy(store, '1357', FORMATS, NOW)).toEqual({
      found: 'copy',
      notebook: NOTEBOOK,
      revision: 0,
      from: null,
      onTheWay: null,
      savedAt: NOW,
    });
  });

  it.each([
    ['corrupt', '{"savedAt":"2020'],
    ['of a later version', '{"savedAt":"2020-06-12T06:32:00Z","notebook":{"notebook":99,"title":"","cells":[]}}'],
    ['no notebook', 'null'],
  ])('is put aside whole when it is %s', (_why, text) => {
    const { held, store } = shelf({ 'notebook/1357': text });
    const loaded = loadCopy(store, '1357', FORMATS, NOW);
    expect(loaded).toMatchObject({ found: 'unreadable', text, keptUnder: 'notebook/1357/kept-2020-06-12T06:32:00.000Z' });
    expect([...held]).toEqual([['notebook/1357/kept-2020-06-12T06:32:00.000Z', text]]);
    saveCopy(store, '1357', COPY, FORMATS, NOW);
    expect(held.get('notebook/1357/kept-2020-06-12T06:32:00.000Z')).toBe(text);
  });
});
