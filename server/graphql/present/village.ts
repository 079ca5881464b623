import { isEligible, type VillageRecord } from '../../base/county.js';
import { CRITERIA } from '../../base/vocabulary.js';
import type { Village } from '../types/village.js';

/** The township is its code here; the resolver makes a Township of it where one is asked for. */
export function toVillage(record: VillageRecord): Village {
  const { code, name, township, criteria } = record;
  return { code, name, township, eligible: isEligible(record), criteria: CRITERIA.map((key) => ({ key, met: criteria[key] })) };
}

/** The villages of a county by code, each made once. */
export const villagesByCode = (records: readonly VillageRecord[]): ReadonlyMap<string, Village> =>
  new Map(records.map((record) => [record.code, toVillage(record)]));
