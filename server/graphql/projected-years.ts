import { yearOf, type Month } from '../base/month.js';
import type { WorkspaceDefaults } from '../scenario/workspace-defaults.js';

/** The first projected year: the one that is running, or the next where the as-of month closes a year. */
export const firstProjectedYear = (asOf: Month): number => yearOf(asOf + 1);

/** The last year that the workspace's default horizon projects. */
export const lastProjectedYear = (asOf: Month, { horizon }: Pick<WorkspaceDefaults, 'horizon'>): number =>
  firstProjectedYear(asOf) + horizon - 1;
