import { formatMonth } from '../../base/month.js';
import type { StreamFit as FittedStream } from '../../model/fit.js';
import { isInScope } from '../../scenario/known-regions.js';
import type { FittedCountyView } from '../county-fits.js';
import { pageOf } from '../paging.js';
import type { ModelFit, StreamConnection } from '../types/model-fit.js';
import { toCounty } from './county.js';
import { villagesByCode } from './village.js';

export function toModelFit({ summary, fit }: FittedCountyView): ModelFit {
  const { panel } = fit;
  return {
    county: toCounty(summary),
    asOf: formatMonth(panel.asOf),
    completeYears: panel.years,
    closedMonths: panel.closedMonths,
    countySd: Math.sqrt(fit.countyVariance),
    modeSd: Math.sqrt(fit.modeVariance),
    parkSd: Math.sqrt(fit.parkVariance),
    permanentSd: Math.sqrt(fit.permanentVariance),
    transitorySd: Math.sqrt(fit.transitoryVariance),
    shareSd: fit.shareVariance === undefined ? null : Math.sqrt(fit.shareVariance),
    sizeSlope: fit.sizeSlope,
    modes: fit.modes.map(({ mode, drift, driftVariance, cessation, pairs }) => ({
      mode,
      drift,
      cessation,
      pairs,
      driftError: Math.sqrt(driftVariance),
    })),
  };
}

/** One page of the streams of the villages in scope, in the order of the fit. */
export function toStreamConnection(
  { record, fit }: FittedCountyView,
  scope: readonly string[] | undefined,
  { first, after }: { first: number; after: string | null },
): StreamConnection {
  const within = scope ? fit.streams.filter(({ stream }) => isInScope(stream.village, scope)) : fit.streams;
  const page = pageOf(within, ({ stream }) => stream.key, first, after);
  const villages = villagesByCode(record.villages);
  const parkNames = new Map(record.parks.map(({ code, name }) => [code, name]));
  return {
    totalCount: page.totalCount,
    pageInfo: page.pageInfo,
    nodes: page.entries.map(({ stream, level, levelVariance, scale, alive }: FittedStream) => ({
      mode: stream.mode,
      industry: stream.industry,
      project: stream.project,
      scale,
      alive,
      village: villages.get(stream.village)!,
      park: stream.park === null ? null : { code: stream.park, name: parkNames.get(stream.park) ?? stream.park },
      level: level ?? null,
      levelSd: level === undefined ? null : Math.sqrt(levelVariance),
    })),
  };
}
