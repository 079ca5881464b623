import { monthOf, type Month } from '../../base/month.js';

export const FIRST_YEAR = 2017;

/** The running year: closed up to May, for the article is of June 2020. */
export const LAST_YEAR = 2020;

export const AS_OF: Month = monthOf(LAST_YEAR, 5);
