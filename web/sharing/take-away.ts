import { fileName, saveFile } from '../downloads/save-file.js';
import { reading } from '../i18n/language.svelte.js';
import type { SharedNotebook } from './shared-notebook.js';
import { copyText } from '../downloads/copy-text.js';
import { offlinePage } from './offline-page.js';
import { sharingWords } from './words.js';

/** Puts the link to a notebook on the clipboard, and says so; undefined: the server does not hold what is on the page. */
export async function copyLink(session: SharedNotebook, link: string | undefined): Promise<void> {
  const words = reading.of(sharingWords);
  if (link === undefined) session.say(words.unsaved, false);
  else session.say((await copyText(link)) ? words.copied : words.cannotCopy(link), false);
}

/** Saves the notebook as it is on the page as one file. */
export function saveAsFile(session: SharedNotebook): void {
  const page = document.getElementById('main');
  if (!page) return;
  saveFile(fileName(session.notebook.title, 'html'), offlinePage(session, page, new Date()), 'text/html');
  session.say(reading.of(sharingWords).asFileDone, false);
}
