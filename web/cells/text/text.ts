import { anyText, type CellOf } from '../../notebook/fields.js';

export const textFields = {
  /** Headings, paragraphs, lists and bold. */
  text: anyText,
};

export type TextCell = CellOf<'text', typeof textFields>;
