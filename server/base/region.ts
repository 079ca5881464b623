/** Statistical codes of regions: the length of a code tells its level, and a code begins with that of its parent. */
export type RegionLevel = 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';

const LEVEL_BY_LENGTH: Readonly<Record<number, RegionLevel>> = {
  2: 'PROVINCE',
  4: 'PREFECTURE',
  6: 'COUNTY',
  9: 'TOWNSHIP',
  12: 'VILLAGE',
};
const LENGTH_BY_LEVEL: Readonly<Record<RegionLevel, number>> = { PROVINCE: 2, PREFECTURE: 4, COUNTY: 6, TOWNSHIP: 9, VILLAGE: 12 };

/** The level of a statistical code, undefined where it is none (wrong length, or not digits). */
export function regionLevel(code: string): RegionLevel | undefined {
  return /^\d+$/.test(code) ? LEVEL_BY_LENGTH[code.length] : undefined;
}

/** The code of the region of a level that a longer (or equal) code lies in. */
export const regionAt = (code: string, level: RegionLevel): string => code.slice(0, LENGTH_BY_LEVEL[level]);
