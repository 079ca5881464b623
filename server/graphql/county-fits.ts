import { setImmediate } from 'node:timers/promises';
import type { CountyRecord } from '../base/county.js';
import { Problem } from '../base/errors/problem.js';
import { contentHash } from '../base/hashing.js';
import { formatMonth, type Month } from '../base/month.js';
import type { CountyFit } from '../model/fit.js';
import type { ModelDefaults } from '../scenario/defaults.js';
import type { CountySummary } from '../store/counties.js';
import type { Workspace } from './workspace.js';

/** A county with everything that was read and fitted. */
export interface FittedCountyView {
  readonly summary: CountySummary;
  readonly record: CountyRecord;
  /** Names the content that was read. */
  readonly version: string;
  readonly fit: CountyFit;
}

/** Names everything that was read of counties: equal versions are equal data, on whatever machine they lie. */
export const dataVersionOf = (counties: readonly { readonly version: string }[]): string =>
  contentHash(counties.map(({ version }) => version).join(' ')).slice(0, 16);

/**
 * Fits every county up to the month wanted, else up to its own last closed month.
 * @throws Problem AS_OF_TOO_LATE, NO_COMPLETE_YEAR
 */
export async function fitCounties(
  workspace: Workspace,
  counties: readonly CountySummary[],
  { asOf, defaults, path }: { asOf: Month | undefined; defaults: ModelDefaults; path: readonly string[] },
): Promise<FittedCountyView[]> {
  const views: FittedCountyView[] = [];
  // One after the other, with room for other requests between: each fit keeps the processor busy, and only one county's reading
  // is in memory beside the kept ones.
  for (const summary of counties) {
    if (views.length > 0) await setImmediate();
    if (summary.asOf === null)
      throw new Problem('NO_COMPLETE_YEAR', { county: summary.name, asOf: asOf === undefined ? '—' : formatMonth(asOf) });
    if (asOf !== undefined && asOf > summary.asOf) {
      throw new Problem('AS_OF_TOO_LATE', { value: formatMonth(asOf), county: summary.name, asOf: formatMonth(summary.asOf) }, path);
    }
    const { record, version } = await workspace.county(summary);
    views.push({ summary, record, version, fit: await workspace.fit(summary, asOf ?? summary.asOf, defaults) });
  }
  return views;
}
