import type { Format } from './format.js';
import type { Catalogue } from './zh-cn.js';

/** How something speaks to its reader: in words of its own, the page's common ones, and numbers by locale. */
export interface Voice<Words> {
  readonly words: Words;
  readonly common: Catalogue;
  readonly format: Format;
}
