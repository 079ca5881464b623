import { Problem } from '../base/errors/problem.js';
import { formatMonth } from '../base/month.js';
import type { FittedCounty } from '../projection/project-county.js';
import { isInScope } from '../scenario/known-regions.js';
import type { Scenario } from '../scenario/scenario.js';

/** What there is to know about one county's part of a projection, none of it an error. */
export interface CountyWarnings {
  readonly pastStarts: readonly Problem[];
  /** Streams that do not live on and count only what they have received this year. */
  readonly onlyReceived: number;
}

export const countyWarnings = ({ fit }: FittedCounty, { options, scope }: Scenario): CountyWarnings => ({
  pastStarts: options
    .filter(({ start }) => start !== undefined && start <= fit.panel.asOf)
    .map(
      ({ code, start }) => new Problem('START_IS_PAST', { option: code, start: formatMonth(start!), asOf: formatMonth(fit.panel.asOf) }),
    ),
  onlyReceived: fit.streams.filter(({ alive, stream }) => !alive && stream.received > 0 && isInScope(stream.village, scope)).length,
});

/** The warnings of a whole scope from those of its counties. */
export function joinWarnings(counties: readonly CountyWarnings[]): Problem[] {
  const onlyReceived = counties.reduce((sum, county) => sum + county.onlyReceived, 0);
  return [
    ...counties.flatMap(({ pastStarts }) => pastStarts),
    ...(onlyReceived > 0 ? [new Problem('ONLY_RECEIVED_COUNTS', { value: onlyReceived })] : []),
  ];
}
