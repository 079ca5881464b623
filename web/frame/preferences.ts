import { LANGUAGES, type Language, type MoneyUnit } from '../i18n/format.js';
import type { Shelf } from '../notebook/saved.js';

export type Theme = 'auto' | 'light' | 'dark';

/** How the reader wants the page; kept in this browser. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly unit: MoneyUnit;
}

const KEY = 'preferences';
const oneOf = <Value extends string>(value: unknown, values: readonly Value[], otherwise: Value): Value =>
  values.includes(value as Value) ? (value as Value) : otherwise;

/** Reads the preferences; what is missing or unknown takes its default, Chinese and the system's theme. */
export function loadPreferences(shelf: Pick<Shelf, 'getItem'>): Preferences {
  let saved: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    saved = (JSON.parse(shelf.getItem(KEY) ?? '{}') ?? {}) as typeof saved;
  } catch {
    saved = {};
  }
  return {
    language: oneOf(saved.language, LANGUAGES, 'zh-CN'),
    theme: oneOf(saved.theme, ['auto', 'light', 'dark'], 'auto'),
    unit: oneOf(saved.unit, ['wan', 'yuan'], 'wan'),
  };
}

/** Keeps the preferences where the browser lets it; where not, they hold until the page is closed. */
export function savePreferences(shelf: Pick<Shelf, 'setItem'>, preferences: Preferences): void {
  try {
    shelf.setItem(KEY, JSON.stringify(preferences));
  } catch {
    return;
  }
}
