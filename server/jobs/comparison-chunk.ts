import { deserialize, serialize } from 'node:v8';
import type { ChanceTables } from '../allocation/chance-tables.js';
import { compareStretch, type Stretch } from '../allocation/comparison-run.js';
import type { StretchCounts } from '../allocation/comparison-sums.js';
import { projectingCounty } from '../allocation/county-projection.js';
import { makingTablesFor } from '../allocation/optimal/solving-allocation.js';
import type { Gap } from '../allocation/policy.js';
import type { CountyRecord, VillageRecord } from '../base/county.js';
import { contentHash } from '../base/hashing.js';
import type { Month } from '../base/month.js';
import { fitCounty } from '../model/fit.js';
import { roomForDraws } from '../projection/draws.js';
import { isInScope } from '../scenario/known-regions.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';
import type { ChunkComputer, ComputedChunk } from './chunk-computer.js';
import { onThread } from './chunk-thread.js';
import { threadDraws } from './thread-draws.js';

/** A scenario as a chunk needs it. */
export interface ComparedInCounty {
  readonly scenario: Scenario;
  /** The month after which nothing of the county is read. */
  readonly asOf: Month;
  /** What its policy gives to the county's villages. */
  readonly grants: readonly ListedGrant[];
}

/** What a thread is given to compare scenarios in one county. */
export interface ComparisonChunkInput {
  /** JSON of the county's record. */
  readonly record: string;
  /** All scenarios over a stretch of trials, or the needs that some of them show without grants. */
  readonly task:
    | {
        readonly kind: 'stretch';
        readonly compared: readonly ComparedInCounty[];
        readonly baseline: number;
        readonly stretch: Stretch;
        /** Whether what is kept of the county once is to be kept with this chunk. */
        readonly keeps: boolean;
      }
    | { readonly kind: 'needs'; readonly compared: readonly Omit<ComparedInCounty, 'grants'>[] };
  /** Position of the asked year among the projected ones. */
  readonly year: number;
}

/** What is kept of a county. */
export interface ComparedCounty {
  /** Names the content that was read. */
  readonly version: string;
  /** Villages in scope, ascending by code. */
  readonly villages: readonly VillageRecord[];
  /** What each scenario gives to them. */
  readonly grants: readonly (readonly ListedGrant[])[];
}

/** The villages of a county with their needs under each scenario whose policy looks at them. */
export interface CountyNeeds {
  readonly villages: readonly VillageRecord[];
  readonly gaps: readonly (readonly Gap[])[];
  /** By scenario; undefined where the policy does not seek the best allocation. */
  readonly tables: readonly (ChanceTables | undefined)[];
}

export const readComparedCounty = (bytes: Uint8Array): ComparedCounty => deserialize(bytes) as ComparedCounty;
export const readCountyNeeds = (bytes: Uint8Array): CountyNeeds => deserialize(bytes) as CountyNeeds;
export const readStretchCounts = (bytes: Uint8Array): StretchCounts => deserialize(bytes) as StretchCounts;

const seeksBest = ({ scenario }: Pick<ComparedInCounty, 'scenario'>): boolean => scenario.policy?.kind === 'optimal';

const NOTHING = new Uint8Array();

/** Fits one county and compares scenarios in it; a step is a village of a scenario, or one whose need is looked at. */
const computeChunk: ChunkComputer = (input) => {
  const { record: written, task, year } = input as ComparisonChunkInput;
  const record = JSON.parse(written) as CountyRecord;
  const [{ scenario: first }] = task.compared as [ComparedInCounty];
  const villages = record.villages.filter(({ code }) => isInScope(code, first.scope));
  const fitted = ({ scenario, asOf }: Omit<ComparedInCounty, 'grants'>) => ({
    record,
    fit: fitCounty(record, { asOf, defaults: scenario.defaults }),
  });
  const drawsOf = (trials: number, firstTrial: number) => threadDraws({ seed: first.seed, trials, firstTrial }, roomForDraws(trials));
  return task.kind === 'stretch'
    ? { steps: task.compared.length * villages.length, work: compare(task) }
    : { steps: (task.compared.length + task.compared.filter(seeksBest).length) * villages.length, work: lookAtNeeds(task) };

  function* compare({ compared, baseline, stretch, keeps }: Extract<typeof task, { kind: 'stretch' }>): Generator<void, ComputedChunk> {
    const plan = { compared: compared.map((one) => ({ ...one, counties: [fitted(one)] })), baseline, year, villages: villages.length };
    const counts = yield* compareStretch(plan, stretch, drawsOf);
    const kept: ComparedCounty = { version: contentHash(written), villages, grants: compared.map(({ grants }) => grants) };
    return { kept: keeps ? serialize(kept) : NOTHING, joined: serialize(counts) };
  }

  function* lookAtNeeds({ compared }: Extract<typeof task, { kind: 'needs' }>): Generator<void, ComputedChunk> {
    const draws = drawsOf(first.trials, 0);
    const gaps: Gap[][] = [];
    const tables: (ChanceTables | undefined)[] = [];
    for (const one of compared) {
      const county = fitted(one);
      const { scenario } = one;
      const [projected] = yield* projectingCounty(county, scenario, [{ grants: [], years: [year] }], draws);
      gaps.push(projected!.villages.map(({ village, shortfall }) => ({ village, gap: shortfall })));
      const request = { scenario, grants: [], inScope: (village: string) => isInScope(village, scenario.scope) };
      const asked = { year: county.fit.panel.nextYear + year, draws };
      tables.push(scenario.policy?.kind === 'optimal' ? yield* makingTablesFor(scenario.policy.rule, county, request, asked) : undefined);
    }
    const needs: CountyNeeds = { villages, gaps, tables };
    return { kept: NOTHING, joined: serialize(needs) };
  }
};

export default onThread(computeChunk);
