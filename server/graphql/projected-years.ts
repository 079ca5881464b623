import { yearOf, type Month } from '../base/month.js';
import { SCENARIO_DEFAULTS } from '../scenario/defaults.js';

/** The first projected year: the one that is running, or the next where the as-of month closes a year. */
export const firstProjectedYear = (asOf: Month): number => yearOf(asOf + 1);

/** The last year that the workspace's default horizon projects. */
export const lastProjectedYear = (asOf: Month): number => firstProjectedYear(asOf) + SCENARIO_DEFAULTS.horizon - 1;
