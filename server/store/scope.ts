import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from './database.js';
import { textList } from './dialect.js';

/** Up to this many regions are asked for as ranges of codes, which an index answers; more as a list. */
const MOST_RANGES = 20;

/**
 * The condition that a village's code lies in one of the regions, given by their codes of any level. No region at all
 * means nothing lies in it.
 */
export function inRegions(
  db: Kysely<Database>,
  column: 'villages.code' | 'receipts.village' | 'projects.village',
  regions: readonly string[],
): RawBuilder<SqlBool> {
  const code = sql.ref(column);
  const conditions: RawBuilder<SqlBool>[] = [];
  for (const [length, codes] of Map.groupBy(new Set(regions.filter((region) => /^\d+$/.test(region))), (region) => region.length)) {
    if (length >= 12) conditions.push(sql`${code} in ${textList(db, codes)}`);
    else if (codes.length > MOST_RANGES) conditions.push(sql`substr(${code}, 1, ${sql.lit(length)}) in ${textList(db, codes)}`);
    else for (const region of codes) conditions.push(sql`(${code} >= ${region} and ${code} < ${afterPrefix(region)})`);
  }
  return conditions.length ? sql`(${sql.join(conditions, sql` or `)})` : sql`1 = 0`;
}

/** The first text, byte by byte, that follows everything beginning with these digits. */
const afterPrefix = (digits: string): string => digits.slice(0, -1) + String.fromCharCode(digits.charCodeAt(digits.length - 1) + 1);
