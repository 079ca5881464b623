import { deserialize, serialize } from 'node:v8';
import { joinWarnings } from '../allocation/projection-warnings.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import { contentHash } from '../base/hashing.js';
import { ScopeTotal, type ScopeOutcome } from '../projection/scope-outcome.js';
import type { ListedGrant } from '../scenario/scenario.js';
import type { ProjectedCountySums } from './projection-chunk.js';
import type { ProjectionInput } from './projection-input.js';
import { restoreProblem, storeProblem, type StoredProblem } from './stored-problem.js';

/** What a projection job comes to, but for the villages, which stay with their chunks. */
export interface ProjectionResult {
  readonly engineVersion: string;
  readonly dataVersion: string;
  /** Every park of the counties. */
  readonly parks: readonly { readonly code: string; readonly name: string }[];
  readonly warnings: readonly StoredProblem[];
  /** By projected year. */
  readonly years: readonly { readonly outcome: ScopeOutcome; readonly grants: readonly ListedGrant[] }[];
}

export const readProjectionResult = (bytes: Uint8Array): ProjectionResult => deserialize(bytes) as ProjectionResult;

/**
 * Joins counties one after the other: only one county's sums are in memory beside the total.
 * @param grants of each projected year
 */
export async function joinProjection(
  { scenario, counties, years }: ProjectionInput,
  grants: readonly (readonly ListedGrant[])[],
  read: (county: number) => Promise<ProjectedCountySums>,
): Promise<Buffer> {
  const totals = years.map(() => new ScopeTotal(scenario.trials));
  const versions: string[] = [];
  const parks: ProjectedCountySums['parks'][number][] = [];
  const warnings: Parameters<typeof joinWarnings>[0][number][] = [];
  for (const index of counties.keys()) {
    const county = await read(index);
    versions.push(county.version);
    parks.push(...county.parks);
    warnings.push({
      pastStarts: county.warnings.pastStarts.map(restoreProblem),
      onlyReceived: county.warnings.onlyReceived,
    });
    totals.forEach((total, year) => total.merge(county.sums.get(year)!));
  }
  const result: ProjectionResult = {
    engineVersion: ENGINE_VERSION,
    parks: [...new Map(parks.map((park) => [park.code, park])).values()],
    dataVersion: contentHash(versions.join(' ')).slice(0, 16),
    warnings: joinWarnings(warnings).map(storeProblem),
    years: totals.map((total, year) => ({ outcome: total.outcome(), grants: grants[year]! })),
  };
  return serialize(result);
}
