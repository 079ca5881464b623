import { type Kysely, type SqlBool, sql } from 'kysely';
import type { ParkRecord } from '../base/county.js';
import type { Database } from './database.js';

/**
 * The parks of counties, in ascending order of county and code. A park belongs to its county; one that villages of
 * several counties share belongs to each county with a receipt or project of it.
 * @param county one county's code; undefined: every county
 */
export async function readCountyParks(db: Kysely<Database>, county?: string): Promise<(ParkRecord & { readonly county: string })[]> {
  const columns = ['parks.code as code', 'parks.name', 'parks.kind', 'parks.payer', 'counties.code as county'] as const;
  const owned = db.selectFrom('parks').innerJoin('counties', 'counties.code', 'parks.county').select(columns);
  const shared = db
    .selectFrom('parks')
    .innerJoin('counties', (join) => join.on(sql<SqlBool>`1 = 1`))
    .where('parks.county', 'is', null)
    .where((where) =>
      where.or(
        (['receipts', 'projects'] as const).map((table) =>
          where.exists(
            where.selectFrom(table).select('county').whereRef('park', '=', 'parks.code').whereRef(`${table}.county`, '=', 'counties.code'),
          ),
        ),
      ),
    )
    .select(columns);
  return owned
    .$if(county !== undefined, (select) => select.where('counties.code', '=', county!))
    .unionAll(shared.$if(county !== undefined, (select) => select.where('counties.code', '=', county!)))
    .orderBy('county')
    .orderBy('code')
    .execute();
}
