import { mount } from 'svelte';
import './styles/colours.css';
import './styles/elements.css';
import './styles/parts.css';
import './styles/charts.css';
import './styles/modes.css';
import './styles/print.css';
import { createClient } from './api/client.js';
import { reading } from './i18n/language.svelte.js';
import type { Shelf } from './notebook/saved.js';
import App from './pages/App.svelte';
import { Workbench } from './pages/workbench.svelte.js';
import { sharedIn } from './sharing/shared-link.js';

/** The browser's store, or one that lasts as long as the page where the browser closes its own to us. */
function openShelf(): Shelf {
  try {
    localStorage.getItem('');
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}

const target = document.getElementById('app')!;
const send = createClient('/graphql', () => reading.language);
const shelf = openShelf();

if (location.pathname === '/workspace') {
  const { openWorkspace } = await import('./pages/open-workspace.js');
  openWorkspace(target, send, shelf);
} else if (/^\/registers(\/|$)/.test(location.pathname)) {
  const { openRegisters } = await import('./registers/open-registers.js');
  openRegisters(target, send, shelf);
} else if (/^\/import(\/|$)/.test(location.pathname)) {
  const { openImports } = await import('./imports/open-imports.js');
  openImports(target, send, shelf);
} else if (location.pathname === '/notebooks') {
  const { openLibrary } = await import('./library/open-library.js');
  openLibrary(target, send, shelf);
} else {
  const notebook = /^\/notebooks\/([a-z0-9-]+)$/.exec(location.pathname)?.[1];
  const workbench = new Workbench(send, shelf, {
    notebook,
    shared: sharedIn(location),
    show: (id) => history.replaceState(null, '', `/notebooks/${id}`),
  });
  void workbench.open();
  mount(App, { target, props: { workbench } });
}
