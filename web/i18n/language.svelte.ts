import { en } from './en.js';
import { createFormat, type Format, type Language, type MoneyUnit } from './format.js';
import { zhCn, type Catalogue } from './zh-cn.js';

/** How the reader wants the page: kept in this browser, beside the notebook and never in it. */
class Reading {
  language = $state<Language>('zh-CN');
  unit = $state<MoneyUnit>('wan');
  readonly words: Catalogue = $derived(this.language === 'en' ? en : zhCn);
  readonly format: Format = $derived(createFormat(this.language, this.unit));
}

export const reading = new Reading();
