export type KeyAction = 'undo' | 'redo' | 'keys' | 'up' | 'down' | 'move-up' | 'move-down';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'target'>;

/** Whether the reader is writing: there Ctrl+Z and ? belong to the text. */
function isWriting(target: EventTarget | null): boolean {
  const element = target as { tagName?: string; type?: string } | null;
  if (element?.tagName === 'TEXTAREA') return true;
  return element?.tagName === 'INPUT' && (element.type === 'text' || element.type === 'search');
}

/** What a key means to the notebook, if anything. A key pressed in an input method never means anything. */
export function actionOf(event: Pressed): KeyAction | undefined {
  if (event.isComposing) return undefined;
  const { key, altKey, shiftKey } = event;
  const command = event.ctrlKey || event.metaKey;
  const writing = isWriting(event.target);
  if (command && !altKey && !writing) {
    const letter = key.toLowerCase();
    if (letter === 'z') return shiftKey ? 'redo' : 'undo';
    if (letter === 'y') return 'redo';
  }
  if (altKey && !command && (key === 'ArrowUp' || key === 'ArrowDown')) {
    const up = key === 'ArrowUp';
    return shiftKey ? (up ? 'move-up' : 'move-down') : up ? 'up' : 'down';
  }
  return key === '?' && !command && !altKey && !writing ? 'keys' : undefined;
}
