import { mount } from 'svelte';
import type { Send } from '../api/client.js';
import { reading } from '../i18n/language.svelte.js';
import type { Shelf } from '../notebook/saved.js';
import { loadPreferences } from './preferences.js';
import WorkspacePage from './WorkspacePage.svelte';
import { WorkspaceSettings } from './workspace-settings.svelte.js';

/** Opens the page of the workspace's defaults, in the language and theme that the reader has chosen in the notebook. */
export function openWorkspace(target: HTMLElement, send: Send, shelf: Shelf): void {
  const { language, unit, theme } = loadPreferences(shelf);
  reading.language = language;
  reading.unit = unit;
  const settings = new WorkspaceSettings(send);
  void settings.open();
  mount(WorkspacePage, { target, props: { settings, theme } });
}
