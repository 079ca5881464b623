import { inBoth } from '../i18n/words.js';

/** The pages that there are besides each other, in the order of use, by name. */
export const PLACES = {
  notebook: '/',
  notebooks: '/notebooks',
  registers: '/registers',
  imports: '/import',
  workspace: '/workspace',
} as const;
export type PlaceName = keyof typeof PLACES;
export const PLACE_NAMES = Object.keys(PLACES) as PlaceName[];

export const placeWords = inBoth<Record<PlaceName, string>>(
  { notebook: '笔记本', notebooks: '全部笔记本', registers: '台账', imports: '导入数据', workspace: '默认值' },
  { notebook: 'Notebook', notebooks: 'All notebooks', registers: 'Registers', imports: 'Import data', workspace: 'Defaults' },
);
