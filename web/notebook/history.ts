/** What was, what is, and what was undone. Never changed in place. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** The gesture the present came from: further changes of the same gesture join it, so one drag is one undo. */
  readonly gesture: string | null;
}

const KEPT = 200;

export const startHistory = <State>(present: State): History<State> => ({ past: [], present, future: [], gesture: null });

/** Takes a change in; with the same `gesture` as the one before, both undo together. */
export function change<State>(history: History<State>, present: State, gesture: string | null = null): History<State> {
  if (present === history.present) return history;
  const joins = gesture !== null && gesture === history.gesture;
  return { past: joins ? history.past : [...history.past, history.present].slice(-KEPT), present, future: [], gesture };
}

/** Ends a gesture: the next change is an undo of its own. */
export const endGesture = <State>(history: History<State>): History<State> =>
  history.gesture === null ? history : { ...history, gesture: null };

export function undo<State>(history: History<State>): History<State> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], gesture: null };
}

export function redo<State>(history: History<State>): History<State> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, gesture: null };
}
