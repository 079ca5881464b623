import { describe, expect, it } from 'vitest';
import { change, endGesture, redo, startHistory, undo } from '../../../web/notebook/history.js';

describe('history', () => {
  it('goes back and forth', () => {
    const edited = change(change(startHistory('a'), 'b'), 'c');
    expect(undo(edited).present).toBe('b');
    expect(undo(undo(edited)).present).toBe('a');
    expect(redo(undo(edited))).toEqual(edited);
  });

  it('takes one drag back at once, and the next drag by itself', () => {
    let history = startHistory(0);
    for (const value of [1, 2, 3]) history = change(history, value, 'slider');
    history = endGesture(history);
    for (const value of [4, 5]) history = change(history, value, 'slider');
    expect(undo(history).present).toBe(3);
    expect(undo(undo(history)).present).toBe(0);
  });

  it('forgets what was undone once something new is done', () => {
    const history = change(undo(change(startHistory('a'), 'b')), 'c');
    expect(redo(history)).toBe(history);
  });

  it('stands still at both ends and at no change', () => {
    const history = startHistory('a');
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
    expect(change(history, 'a')).toBe(history);
  });
});
