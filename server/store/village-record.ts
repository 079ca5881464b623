import type { VillageRecord } from '../base/county.js';
import { CRITERIA, type Criterion } from '../base/vocabulary.js';
import type { VillageTable } from './database.js';

/** The column that holds a criterion. */
export type CriterionColumn = `criterion_${1 | 2 | 3 | 4 | 5 | 6}`;

/** The columns of the six conditions, in the order of `CRITERIA`. */
export const CRITERION_COLUMNS = CRITERIA.map((_, index) => `criterion_${index + 1}` as CriterionColumn);

const judged = (value: number | null): boolean | null => (value === null ? null : value === 1);

/** A village as the rest of the program knows it. */
export const toVillageRecord = (row: Omit<VillageTable, 'batch' | 'county'>): VillageRecord => ({
  code: row.code,
  name: row.name,
  township: row.township,
  criteria: Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, judged(row[CRITERION_COLUMNS[index]!])])) as Record<
    Criterion,
    boolean | null
  >,
});
