import { describe, expect, it } from 'vitest';
import { actionOf } from '../../../web/pages/keys.js';

const NOTHING = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  defaultPrevented: false,
  target: null,
};
const press = (key: string, more: Partial<KeyboardEvent> = {}, place: Parameters<typeof actionOf>[1] = 'elsewhere') =>
  actionOf({ key, ...NOTHING, ...more }, place);
const text = { tagName: 'INPUT', type: 'text' } as unknown as EventTarget;
const slider = { tagName: 'INPUT', type: 'range' } as unknown as EventTarget;

describe('keys', () => {
  it('undo and redo, also with the focus on a slider', () => {
    expect(press('z', { ctrlKey: true })).toBe('undo');
    expect(press('z', { metaKey: true, target: slider })).toBe('undo');
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('redo');
    expect(press('y', { ctrlKey: true })).toBe('redo');
    expect(press('z')).toBeUndefined();
  });

  it('go to cells and move them', () => {
    expect(press('ArrowUp', { altKey: true })).toBe('up');
    expect(press('ArrowDown', { altKey: true, shiftKey: true })).toBe('move-down');
    expect(press('ArrowDown')).toBeUndefined();
  });

  it('belong to the text while one writes, and mean nothing in an input method', () => {
    expect(press('?')).toBe('keys');
    expect(press('?', { target: text })).toBeUndefined();
    expect(press('z', { ctrlKey: true, target: text })).toBeUndefined();
    expect(press('z', { ctrlKey: true, isComposing: true })).toBeUndefined();
  });

  it('go from cell to cell, into one and out again', () => {
    expect(['ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter'].map((key) => press(key, {}, 'on-cell'))).toEqual([
      'up',
      'down',
      'first',
      'last',
      'enter',
    ]);
    expect(['ArrowUp', 'Enter'].map((key) => press(key, {}, 'in-cell'))).toEqual([undefined, undefined]);
    expect(press('Escape', { target: text }, 'in-cell')).toBe('leave');
    expect(press('Escape', {}, 'on-cell')).toBeUndefined();
    expect(press('Enter', { isComposing: true }, 'on-cell')).toBeUndefined();
  });

  it('open the palette from anywhere, and run a cell', () => {
    expect(press('k', { ctrlKey: true, target: text })).toBe('palette');
    expect(press('Enter', { ctrlKey: true }, 'on-cell')).toBe('run');
    expect(press('Enter', { ctrlKey: true, target: text }, 'in-cell')).toBeUndefined();
    expect(press('Enter', { ctrlKey: true })).toBeUndefined();
  });

  it('mean nothing more once something nearer has answered', () => {
    expect(press('Escape', { defaultPrevented: true }, 'in-cell')).toBeUndefined();
    expect(press('k', { ctrlKey: true, defaultPrevented: true })).toBeUndefined();
  });
});
