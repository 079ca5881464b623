import type { Mode } from '../base/vocabulary.js';

/**
 * The growth that the article of 2020-06-12 strives for in each mode within the year (lines M1 to M5 of the source).
 * They are plans, not estimates: a scenario blends them with the trend by an attainment weight.
 */
export const ARTICLE_PLAN: Readonly<Record<Mode, number>> = {
  INDUSTRY: 0.187,
  PROPERTY: 0.05,
  SERVICE: 0.11,
  RESOURCE: 0.274,
  TOURISM: 0.095,
};
