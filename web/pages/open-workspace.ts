import { mount } from 'svelte';
import type { Send } from '../api/client.js';
import type { Shelf } from '../notebook/saved.js';
import { readAsPreferred } from '../frame/read-as-preferred.js';
import WorkspacePage from './WorkspacePage.svelte';
import { WorkspaceSettings } from './workspace-settings.svelte.js';

/** Opens the page of the workspace's defaults, in the language and theme that the reader has chosen in the notebook. */
export function openWorkspace(target: HTMLElement, send: Send, shelf: Shelf): void {
  const theme = readAsPreferred(shelf);
  const settings = new WorkspaceSettings(send);
  void settings.open();
  mount(WorkspacePage, { target, props: { settings, theme } });
}
