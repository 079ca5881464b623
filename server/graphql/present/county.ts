import { formatMonth } from '../../base/month.js';
import type { CountySummary } from '../../store/counties.js';
import type { County } from '../types/county.js';

export function toCounty(summary: CountySummary): County {
  const { code, name, asOf, villageCount, demonstration, revision, townships, parks } = summary;
  return {
    code,
    name,
    villageCount,
    demonstration,
    revision,
    asOf: asOf === null ? null : formatMonth(asOf),
    townships: [...townships],
    parks: parks.map((park) => ({ code: park.code, name: park.name })),
  };
}
