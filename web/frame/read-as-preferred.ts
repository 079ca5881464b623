import { reading } from '../i18n/language.svelte.js';
import type { Shelf } from '../notebook/saved.js';
import { loadPreferences, type Theme } from './preferences.js';

/** Sets language and unit as the reader has chosen them in the notebook. @returns the theme that was chosen with them */
export function readAsPreferred(shelf: Shelf): Theme {
  const { language, unit, theme } = loadPreferences(shelf);
  reading.language = language;
  reading.unit = unit;
  return theme;
}
