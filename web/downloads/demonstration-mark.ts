import { getContext, setContext } from 'svelte';
import { reading } from '../i18n/language.svelte.js';

const KEY = Symbol('demonstration');

/** Tells all downloads within a component whether the data are the demonstration's. */
export function markDownloads(isDemonstration: () => boolean): void {
  setContext(KEY, isDemonstration);
}

/** What marks a file whose figures are synthetic, so that nobody takes them for a county's books; '' where they are not. */
export function demonstrationMark(): () => string {
  const isDemonstration = getContext<(() => boolean) | undefined>(KEY);
  return () => (isDemonstration?.() ? reading.words.frame.demonstration : '');
}

/** Where numbers come from, with the mark before it, once. */
export const markedSource = (mark: string, source: string): string =>
  mark === '' || source.startsWith(mark) ? source : `${mark} · ${source}`;
