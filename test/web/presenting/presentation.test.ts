import { describe, expect, it } from 'vitest';
import { kindNamed } from '../../../web/cells/registry.js';
import type { Cell, Notebook } from '../../../web/notebook/notebook.js';
import { stopAfter, stopsOf, turnOf } from '../../../web/presenting/presentation.js';

const cell = (id: string, kind: string): Cell => ({ id, kind, title: '', folded: false });
const notebook: Notebook = {
  title: '',
  county: null,
  cells: [
    cell('why', 'text'),
    cell('plan', 'parameters'),
    cell('result', 'outcome'),
    cell('then', 'text'),
    cell('more', 'text'),
    cell('end', 'history'),
  ],
};
const pressed = (key: string, rest: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
  ...rest,
});

it('a paragraph and what it introduces are one stop', () => {
  expect(stopsOf(notebook, kindNamed)).toEqual(['why', 'result', 'then']);
  expect(stopsOf({ ...notebook, cells: [] }, kindNamed)).toEqual([]);
});

it('goes on, back, to either end, and no further', () => {
  const stops = ['a', 'b', 'c'];
  expect(stopAfter(stops, undefined, 'next')).toBe('a');
  expect(stopAfter(stops, 'a', 'next')).toBe('b');
  expect(stopAfter(stops, 'c', 'next')).toBeUndefined();
  expect(stopAfter(stops, 'a', 'back')).toBeUndefined();
  expect(stopAfter(stops, 'c', 'back')).toBe('b');
  expect([stopAfter(stops, 'b', 'first'), stopAfter(stops, 'b', 'last')]).toEqual(['a', 'c']);
});

describe('keys', () => {
  it('page, except where a control has a use for them', () => {
    expect(['ArrowRight', ' ', 'ArrowLeft', 'Home', 'End'].map((key) => turnOf(pressed(key), false))).toEqual([
      'next',
      'next',
      'back',
      'first',
      'last',
    ]);
    expect(['ArrowRight', ' ', 'ArrowLeft', 'Home', 'End'].map((key) => turnOf(pressed(key), true))).toEqual(Array(5).fill(undefined));
    expect(['PageDown', 'PageUp', 'Escape'].map((key) => turnOf(pressed(key), true))).toEqual(['next', 'back', 'leave']);
  });

  it('of an input method, or of the browser, mean nothing', () => {
    expect(turnOf(pressed('ArrowRight', { isComposing: true }), false)).toBeUndefined();
    expect(turnOf(pressed('ArrowLeft', { altKey: true }), false)).toBeUndefined();
  });
});
