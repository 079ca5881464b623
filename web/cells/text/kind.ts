import { defineCell } from '../cell-kind.js';
import { textFields } from './text.js';
import { textWords } from './words.js';

export const kind = defineCell({
  kind: 'text',
  group: 'basis',
  fields: textFields,
  words: textWords,
  bare: true,
  component: () => import('./TextCell.svelte'),
  fresh: (_place, words) => ({ title: '', text: words.fresh }),
});
