import { describe, expect, it } from 'vitest';
import { actionOf } from '../../../web/pages/keys.js';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, target: null, ...more });
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
});
