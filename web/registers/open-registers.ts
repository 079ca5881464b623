import { mount } from 'svelte';
import type { Send } from '../api/client.js';
import { readAsPreferred } from '../frame/read-as-preferred.js';
import type { Shelf } from '../notebook/saved.js';
import { RegisterDesk } from './register-desk.svelte.js';
import './registers.css';
import RegistersPage from './RegistersPage.svelte';

/** Opens the registers, in the language and theme that the reader has chosen in the notebook. */
export function openRegisters(target: HTMLElement, send: Send, shelf: Shelf): void {
  const theme = readAsPreferred(shelf);
  const desk = new RegisterDesk(send, shelf);
  void desk.open(location.pathname.split('/')[2] ?? '');
  mount(RegistersPage, { target, props: { desk, send, theme } });
}
