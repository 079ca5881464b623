import { defineCell } from '../cell-kind.js';
import { unknownWords } from './words.js';

/** Stands in for a kind that this version does not know. It is no kind of its own: none can be added. */
export const unknownKind = defineCell({
  kind: 'unknown',
  group: 'record',
  fields: {},
  words: unknownWords,
  component: () => import('./UnknownCell.svelte'),
  fresh: () => ({}),
});
