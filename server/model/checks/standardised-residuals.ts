import { MODES } from '../../base/vocabulary.js';
import type { ModelDefaults } from '../../scenario/defaults.js';
import type { CountyFit } from '../fit.js';
import { measureGrowth } from '../growth.js';
import { measureResiduals } from '../residual.js';

/** One growth of one stream, less the mean of its mode and year, on the scale that size leads to expect. */
export interface StandardisedResidual {
  /** Position of its stream in the fit. */
  readonly stream: number;
  readonly village: string;
  readonly park: string | null;
  /** Position of the year among the complete years. */
  readonly year: number;
  /** e[s,a] / √base[s]: variance varI where the model holds. */
  readonly value: number;
}

/**
 * The residuals that the checks look at, by stream and then by year. A residual that stands alone in its mode and year is
 * zero by construction and says nothing, so it is left out.
 */
export function standardisedResiduals({ panel, streams }: CountyFit, defaults: ModelDefaults): StandardisedResidual[] {
  const growth = measureGrowth(panel.streams, panel.years, defaults);
  const { values } = measureResiduals(panel.streams, growth, defaults);
  return streams.flatMap(({ stream, base }, s) =>
    Array.from(values[s]!).flatMap((e, year) => {
      const company = growth.counts[MODES.indexOf(stream.mode)]![year]!;
      return Number.isNaN(e) || company < 2
        ? []
        : [{ stream: s, village: stream.village, park: stream.park, year, value: e / Math.sqrt(base) }];
    }),
  );
}
