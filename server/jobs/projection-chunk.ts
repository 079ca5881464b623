import { deserialize, serialize } from 'node:v8';
import type { ChanceTables } from '../allocation/chance-tables.js';
import { makingTablesFor } from '../allocation/optimal/solving-allocation.js';
import { projectingCounty, type CountyYear, type GrantedYears } from '../allocation/county-projection.js';
import { countyWarnings } from '../allocation/projection-warnings.js';
import type { CountyRecord, VillageRecord } from '../base/county.js';
import { contentHash } from '../base/hashing.js';
import type { Month } from '../base/month.js';
import { MODES } from '../base/vocabulary.js';
import { fitCounty } from '../model/fit.js';
import type { ScopeSums } from '../projection/scope-sums.js';
import type { VillageOutcome } from '../projection/summary.js';
import { isInScope } from '../scenario/known-regions.js';
import type { Scenario } from '../scenario/scenario.js';
import type { ChunkComputer, ComputedChunk } from './chunk-computer.js';
import { onThread } from './chunk-thread.js';
import { storeProblem, type StoredProblem } from './stored-problem.js';
import { threadDraws } from './thread-draws.js';

/** What a thread is given to project one county. */
export interface ProjectionChunkInput {
  /** JSON of the county's record. */
  readonly record: string;
  readonly asOf: Month;
  readonly scenario: Scenario;
  readonly asked: readonly GrantedYears[];
  /** Whether the county is joined with others; else only its villages are wanted. */
  readonly joins: boolean;
}

/** What is kept of a projected county: its villages. */
export interface ProjectedCounty {
  /** Villages in scope, ascending by code. */
  readonly villages: readonly VillageRecord[];
  /** By projected year (0 is year 1); a year that was not asked for is missing. */
  readonly outcomes: ReadonlyMap<number, readonly VillageOutcome[]>;
  /** By projected year, where the policy seeks the best allocation and this is what it looks at. */
  readonly tables: ReadonlyMap<number, ChanceTables>;
}

/** What joining counties needs of one. */
export interface ProjectedCountySums {
  /** Names the content that was read. */
  readonly version: string;
  readonly parks: readonly { readonly code: string; readonly name: string }[];
  readonly warnings: { readonly pastStarts: readonly StoredProblem[]; readonly onlyReceived: number };
  /** By projected year, as above. */
  readonly sums: ReadonlyMap<number, ScopeSums>;
}

export const readProjectedCounty = (bytes: Uint8Array): ProjectedCounty => deserialize(bytes) as ProjectedCounty;
export const readProjectedCountySums = (bytes: Uint8Array): ProjectedCountySums => deserialize(bytes) as ProjectedCountySums;

/** Fits and projects one county; a step is a village under one list of grants. */
const computeChunk: ChunkComputer = (input) => {
  const { record: written, asOf, scenario, asked, joins } = input as ProjectionChunkInput;
  const record = JSON.parse(written) as CountyRecord;
  const villages = record.villages.filter(({ code }) => isInScope(code, scenario.scope));
  const rule = !joins && scenario.policy?.kind === 'optimal' ? scenario.policy.rule : undefined;
  const tabled = rule ? asked.flatMap(({ years }) => years) : [];
  return { steps: villages.length * (asked.length + tabled.length), work: project() };

  function* project(): Generator<void, ComputedChunk> {
    const county = { record, fit: fitCounty(record, { asOf, defaults: scenario.defaults }) };
    const draws = threadDraws(scenario, roomFor(scenario, record.parks.length));
    const years = yield* projectingCounty(county, scenario, asked, draws);
    const byYear = <Value>(of: (result: CountyYear) => Value) => new Map(years.map((result) => [result.year, of(result)]));
    const tables = new Map<number, ChanceTables>();
    for (const year of tabled) {
      const request = { scenario, grants: [], inScope: (village: string) => isInScope(village, scenario.scope) };
      tables.set(year, yield* makingTablesFor(rule!, county, request, { year: county.fit.panel.nextYear + year, draws }));
    }
    const kept: ProjectedCounty = {
      villages,
      outcomes: byYear((result) => result.villages),
      tables,
    };
    if (!joins) return { kept: serialize(kept), joined: null };
    const { pastStarts, onlyReceived } = countyWarnings(county, scenario);
    const joined: ProjectedCountySums = {
      version: contentHash(written),
      parks: record.parks.map(({ code, name }) => ({ code, name })),
      warnings: { pastStarts: pastStarts.map(storeProblem), onlyReceived },
      sums: byYear((result) => result.sums),
    };
    return { kept: serialize(kept), joined: serialize(joined) };
  }
};

export default onThread(computeChunk);

/** Arrays for what a village needs at a time. */
const VILLAGE_ARRAYS = 900;
/** Arrays of doubles for what the streams of a county share in one year: for streams and for grants, each with its parts. */
const ARRAYS_OF_PART = 3;

/**
 * Room for one county. It is gone through once, so what is drawn for one village is not worth keeping: memory that stays in
 * the processor's cache is faster than draws kept outside it.
 */
function roomFor({ trials, horizon }: Scenario, parks: number): number {
  const arrays = VILLAGE_ARRAYS + horizon * (parks + 1) * (MODES.length + 1) * ARRAYS_OF_PART;
  return arrays * trials * Float64Array.BYTES_PER_ELEMENT;
}
