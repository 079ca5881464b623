import { mount } from 'svelte';
import type { Send } from '../api/client.js';
import { reading } from '../i18n/language.svelte.js';
import type { Shelf } from '../notebook/saved.js';
import { readAsPreferred } from '../frame/read-as-preferred.js';
import ImportPage from './ImportPage.svelte';
import { ImportWork } from './import-work.svelte.js';

/** Opens the page where data come in, in the language and theme that the reader has chosen in the notebook. */
export function openImports(target: HTMLElement, send: Send, shelf: Shelf): void {
  const theme = readAsPreferred(shelf);
  const goTo = (id: string | undefined) => history.replaceState(null, '', id === undefined ? '/import' : `/import/${id}`);
  const work = new ImportWork(send, shelf, () => reading.language, goTo);
  void work.open(location.pathname.split('/')[2] || undefined);
  mount(ImportPage, { target, props: { work, theme } });
}
