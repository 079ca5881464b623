import { en } from './en.js';
import { createFormat, type Format, type Language, type MoneyUnit } from './format.js';
import type { Voice } from './voice.js';
import type { Words } from './words.js';
import { zhCn, type Catalogue } from './zh-cn.js';

/** How the reader wants the page: kept in this browser, beside the notebook and never in it. */
class Reading {
  language = $state<Language>('zh-CN');
  unit = $state<MoneyUnit>('wan');
  /** The words that the page has in common. */
  readonly words: Catalogue = $derived(this.language === 'en' ? en : zhCn);
  readonly format: Format = $derived(createFormat(this.language, this.unit));

  /** Words that stand beside what says them, in the reader's language. */
  of<Own>(words: Words<Own>): Own {
    return words[this.language];
  }

  /** The same with the common words and the numbers, for what is no component. */
  voice<Own>(words: Words<Own>): Voice<Own> {
    return { words: this.of(words), common: this.words, format: this.format };
  }
}

export const reading = new Reading();
