import { mount } from 'svelte';
import type { Send } from '../api/client.js';
import { reading } from '../i18n/language.svelte.js';
import type { Shelf } from '../notebook/saved.js';
import { loadPreferences } from '../pages/preferences.js';
import { Library } from './library.svelte.js';
import LibraryPage from './LibraryPage.svelte';

/** Opens the list of notebooks, in the language and theme that the reader has chosen in the notebook. */
export function openLibrary(target: HTMLElement, send: Send, shelf: Shelf): void {
  const { language, unit, theme } = loadPreferences(shelf);
  reading.language = language;
  reading.unit = unit;
  const library = new Library(send, (id) => location.assign(`/notebooks/${id}`));
  void library.open();
  mount(LibraryPage, { target, props: { library, theme } });
}
