import { mount } from 'svelte';
import type { Send } from '../api/client.js';
import type { Shelf } from '../notebook/saved.js';
import { readAsPreferred } from '../frame/read-as-preferred.js';
import { Library } from './library.svelte.js';
import LibraryPage from './LibraryPage.svelte';

/** Opens the list of notebooks, in the language and theme that the reader has chosen in the notebook. */
export function openLibrary(target: HTMLElement, send: Send, shelf: Shelf): void {
  const theme = readAsPreferred(shelf);
  const library = new Library(send, (id) => location.assign(`/notebooks/${id}`));
  void library.open();
  mount(LibraryPage, { target, props: { library, theme } });
}
