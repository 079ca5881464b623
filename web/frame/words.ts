import { inBoth } from '../i18n/words.js';

export const frameWords = inBoth({ places: '各页' }, { places: 'Pages' });
