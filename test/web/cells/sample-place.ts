import type { County } from '../../../web/api/operations.js';
import type { CellPlace } from '../../../web/cells/cell-place.js';
import { CELL_KINDS } from '../../../web/cells/registry.js';
import { PRODUCT_DEFAULTS } from '../../../web/cells/scenario-defaults.js';
import { createFormat, type Language, type MoneyUnit } from '../../../web/i18n/format.js';
import { en } from '../../../web/i18n/en.js';
import type { Voice } from '../../../web/i18n/voice.js';
import type { Words } from '../../../web/i18n/words.js';
import { zhCn } from '../../../web/i18n/zh-cn.js';
import { toNotebook } from '../../../web/notebook/to-notebook.js';

const TOWNSHIP = { code: '451026205', name: '百都乡' };

export const COUNTY: County = {
  code: '451026',
  name: '那坡县',
  asOf: '2020-05',
  villageCount: 1,
  demonstration: false,
  townships: [{ ...TOWNSHIP, villageCount: 1 }],
  parks: [],
};

/** A place with a county of one village and the cells written. */
export const placeOf = (...cells: readonly object[]): CellPlace => ({
  notebook: toNotebook({ notebook: 1, title: '', cells }, CELL_KINDS),
  county: COUNTY,
  villages: [{ code: '451026205202', name: '坡芽村', eligible: true, township: TOWNSHIP }],
  defaults: PRODUCT_DEFAULTS,
});

/** How something speaks in a language. */
export const voiceIn = <Own>(language: Language, words: Words<Own>, unit: MoneyUnit = 'wan'): Voice<Own> => ({
  words: words[language],
  common: language === 'en' ? en : zhCn,
  format: createFormat(language, unit),
});
