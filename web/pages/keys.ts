export type KeyAction =
  'undo' | 'redo' | 'keys' | 'palette' | 'up' | 'down' | 'first' | 'last' | 'move-up' | 'move-down' | 'enter' | 'leave' | 'run';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'defaultPrevented' | 'target'>;

/** Whether the reader is writing: there Ctrl+Z and ? belong to the text. */
function isWriting(target: EventTarget | null): boolean {
  const element = target as { tagName?: string; type?: string; isContentEditable?: boolean } | null;
  if (element?.tagName === 'TEXTAREA' || element?.isContentEditable) return true;
  return element?.tagName === 'INPUT' && (element.type === 'text' || element.type === 'search');
}

/** What plain keys mean while a cell as a whole has the focus. */
const ON_CELL: Readonly<Record<string, KeyAction>> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last', Enter: 'enter' };

/**
 * What a key means to the notebook, if anything. A key pressed in an input method never means anything, nor does one that
 * something nearer has answered.
 * @param place whether the focus is on a cell as a whole, within one, or elsewhere
 */
export function actionOf(event: Pressed, place: 'on-cell' | 'in-cell' | 'elsewhere'): KeyAction | undefined {
  if (event.isComposing || event.defaultPrevented) return undefined;
  const { key, altKey, shiftKey } = event;
  const command = event.ctrlKey || event.metaKey;
  const writing = isWriting(event.target);
  const letter = key.toLowerCase();
  if (command && !altKey) {
    if (letter === 'k') return 'palette';
    if (key === 'Enter') return place === 'elsewhere' || writing ? undefined : 'run';
    if (writing) return undefined;
    if (letter === 'z') return shiftKey ? 'redo' : 'undo';
    if (letter === 'y') return 'redo';
  }
  if (altKey && !command && (key === 'ArrowUp' || key === 'ArrowDown')) {
    const up = key === 'ArrowUp';
    return shiftKey ? (up ? 'move-up' : 'move-down') : up ? 'up' : 'down';
  }
  if (command || altKey) return undefined;
  if (place === 'on-cell' && !shiftKey && ON_CELL[key]) return ON_CELL[key];
  if (place === 'in-cell' && key === 'Escape') return 'leave';
  return key === '?' && !writing ? 'keys' : undefined;
}
