import { inBoth } from '../i18n/words.js';

/** What tables say around their numbers, on the page and in files. */
export const tableWords = inBoth(
  {
    heading: (title: string, unit: string) => `${title}(${unit})`,
    points: '百分点',
  },
  {
    heading: (title, unit) => `${title} (${unit})`,
    points: 'points',
  },
);
