import type { Notebook } from '../notebook/notebook.js';
import type { CellKind } from '../cells/cell-kind.js';

/** The cells at which a presentation stops: a paragraph belongs to the cell that it introduces. */
export function stopsOf(notebook: Notebook, kindOf: (kind: string) => CellKind): readonly string[] {
  return notebook.cells.filter((_, index) => !(index > 0 && kindOf(notebook.cells[index - 1]!.kind).bare)).map(({ id }) => id);
}

export type Turn = 'next' | 'back' | 'first' | 'last' | 'leave';

const ANYWHERE: Readonly<Record<string, Turn>> = { PageDown: 'next', PageUp: 'back', Escape: 'leave' };
const ELSEWHERE: Readonly<Record<string, Turn>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Home: 'first',
  End: 'last',
};

/** What a key means in a presentation; on a slider, a chart or a button the arrows stay what they are there. */
export function turnOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented'>,
  inControl: boolean,
): Turn | undefined {
  if (event.isComposing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return ANYWHERE[event.key] ?? (inControl ? undefined : ELSEWHERE[event.key]);
}

/** The stop to go to from another one; undefined where there is none further on. */
export function stopAfter(stops: readonly string[], at: string | undefined, turn: Exclude<Turn, 'leave'>): string | undefined {
  const index = at === undefined ? -1 : stops.indexOf(at);
  if (turn === 'first') return stops[0];
  if (turn === 'last') return stops.at(-1);
  return turn === 'next' ? stops[index + 1] : index > 0 ? stops[index - 1] : undefined;
}
