import { reading } from '../i18n/language.svelte.js';
import type { Notebook } from '../notebook/notebook.js';
import { keepingWords } from './words.js';

/** The reader's own state under a title that tells it from the other one. */
export const copyOfMine = (notebook: Notebook): Notebook => ({ ...notebook, title: reading.of(keepingWords).copyOf(notebook.title) });
