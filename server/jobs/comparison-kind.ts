import { deserialize, serialize } from 'node:v8';
import type { Kysely } from 'kysely';
import { concludeComparison, samplingStops, stretchesOf, type Comparison } from '../allocation/comparison.js';
import { isRankingSettled } from '../allocation/comparison-ranking.js';
import type { Stretch } from '../allocation/comparison-run.js';
import { ComparisonSums, type StretchCounts } from '../allocation/comparison-sums.js';
import { readyForPolicy } from '../allocation/optimal/ready-to-solve.js';
import { optimalGrantsFrom } from '../allocation/optimal/solving-allocation.js';
import { resolvePolicy } from '../allocation/policy.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import type { CountyRecord } from '../base/county.js';
import { contentHash } from '../base/hashing.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';
import type { Database } from '../store/database.js';
import type { Store } from '../store/store.js';
import {
  readComparedCounty,
  readCountyNeeds,
  readStretchCounts,
  type ComparedCounty,
  type ComparedInCounty,
  type ComparisonChunkInput,
  type CountyNeeds,
} from './comparison-chunk.js';
import type { ComparisonInput } from './comparison-input.js';
import { grantsWithin, looksAtNeeds, ofCounty } from './county-grants.js';
import type { JobKind, JobWork, ReadChunk } from './job-kind.js';
import { readPinnedCounty } from './pinned-county.js';
import { Stages } from './stages.js';

/** Raised when the form of a chunk's bytes changes. */
const FORM = 2;

/** What a comparison job comes to, but for the villages, which stay with the chunks of `comparedChunks`. */
export interface ComparisonResult extends Comparison {
  readonly seed: number;
  readonly engineVersion: string;
  readonly dataVersion: string;
}

export const readComparisonResult = (bytes: Uint8Array): ComparisonResult => deserialize(bytes) as ComparisonResult;

/**
 * Compares scenarios over any number of counties. A chunk is one county over one stretch of trials, a stage all the trials
 * after which it is asked whether the ranking is settled; where a policy looks at needs, a first stage shows them.
 */
export const comparisonKind = ({ db }: Store): JobKind => ({
  name: 'comparison',
  version: `${ENGINE_VERSION}/${FORM}`,
  chunks: new URL('./comparison-chunk.ts', import.meta.url).href,
  open: (input) => new ComparisonWork(db, input as ComparisonInput),
});

/** Where the villages of each county are kept, in the order of the counties. */
export function comparedChunks({ scenarios, counties }: ComparisonInput): number[] {
  const first = scenarios.some(looksAtNeeds) ? counties.length : 0;
  return counties.map((_, index) => first + index);
}

class ComparisonWork implements JobWork {
  readonly stages: readonly number[];
  readonly #positions: Stages;
  /** The stretches of each stage; none where needs are looked at. Their chunks come county by county, then the next stretch. */
  readonly #stretches: readonly (readonly Stretch[])[];
  readonly #scenarios: readonly Scenario[];
  /** Those whose policy looks at needs. */
  readonly #needing: readonly Scenario[];
  #needed: Promise<ReadonlyMap<Scenario, ListedGrant[]>> | undefined;
  /** What has been added up, stage by stage. */
  #sums: ComparisonSums;
  #stagesAdded = 0;

  constructor(
    private readonly db: Kysely<Database>,
    private readonly input: ComparisonInput,
  ) {
    const { counties, baseline, mostTrials, villages } = input;
    this.#scenarios = input.scenarios.map((scenario) => ({ ...scenario, assumptions: [] }));
    this.#needing = this.#scenarios.filter(looksAtNeeds);
    const { trials } = this.#scenarios[baseline]!;
    const perCounty = Math.ceil(villages / counties.length);
    const stops = samplingStops({ trials, mostTrials });
    const sampled = stops.map((until, index) => stretchesOf({ from: stops[index - 1] ?? 0, until }, perCounty));
    this.#stretches = this.#needing.length ? [[], ...sampled] : sampled;
    this.stages = this.#stretches.map(({ length }) => Math.max(1, length) * counties.length);
    this.#positions = new Stages(this.stages);
    this.#sums = this.#noSums();
  }

  async load(position: number, read: ReadChunk): Promise<ComparisonChunkInput> {
    const { counties, baseline, year } = this.input;
    const stage = this.#positions.stageOf(position);
    const place = position - this.#positions.first(stage);
    const county = counties[place % counties.length]!;
    const record = await readPinnedCounty(this.db, county);
    const stretch = this.#stretches[stage]![Math.floor(place / counties.length)];
    const inCounty = (scenario: Scenario) => ({ scenario, asOf: scenario.asOf ?? county.asOf });
    const common = { record: JSON.stringify(record), year: year.position };
    if (!stretch) return { ...common, task: { kind: 'needs', compared: this.#needing.map(inCounty) } };
    const compared: ComparedInCounty[] = [];
    for (const scenario of this.#scenarios) {
      compared.push({ ...inCounty(scenario), grants: await this.#grantsOf(scenario, record, read) });
    }
    return { ...common, task: { kind: 'stretch', compared, baseline, stretch, keeps: stretch.from === 0 } };
  }

  async isEnough(stage: number, read: ReadChunk): Promise<boolean> {
    if (this.#stretches[stage]!.length === 0) return false;
    await this.#addUpTo(stage, read);
    return isRankingSettled(this.#sums);
  }

  async join(read: ReadChunk, lastStage: number): Promise<Buffer> {
    const { scenarios, baseline, year } = this.input;
    await this.#addUpTo(lastStage, read);
    const counties: ComparedCounty[] = [];
    for (const position of comparedChunks(this.input)) counties.push(readComparedCounty((await read(position)).kept));
    const needed = await this.#grantsByNeed(read);
    const granted = this.#scenarios.map((scenario, s) => ({
      scenario,
      grants:
        needed.get(scenario) ?? (scenario.policy?.kind === 'list' ? scenario.policy.grants : counties.flatMap(({ grants }) => grants[s]!)),
    }));
    const villages = counties.flatMap((county) => county.villages.map(({ code }) => code));
    const result: ComparisonResult = {
      ...concludeComparison(this.#sums, granted, villages, year.calendar),
      seed: scenarios[baseline]!.seed,
      engineVersion: ENGINE_VERSION,
      dataVersion: contentHash(counties.map(({ version }) => version).join(' ')).slice(0, 16),
    };
    return serialize(result);
  }

  /** What a scenario gives to the villages of one county. */
  async #grantsOf(scenario: Scenario, record: CountyRecord, read: ReadChunk): Promise<ListedGrant[]> {
    return looksAtNeeds(scenario) ? ofCounty(record.code, (await this.#grantsByNeed(read)).get(scenario)!) : grantsWithin(record, scenario);
  }

  #grantsByNeed(read: ReadChunk): Promise<ReadonlyMap<Scenario, ListedGrant[]>> {
    this.#needed ??= this.#resolveNeeds(read);
    this.#needed.catch(() => (this.#needed = undefined));
    return this.#needed;
  }

  async #resolveNeeds(read: ReadChunk): Promise<ReadonlyMap<Scenario, ListedGrant[]>> {
    if (!this.#needing.length) return new Map();
    const counties: CountyNeeds[] = [];
    for (const index of this.input.counties.keys()) counties.push(readCountyNeeds((await read(index)).joined!));
    const villages = counties.flatMap((county) => county.villages);
    const granted = new Map<Scenario, ListedGrant[]>();
    for (const [n, scenario] of this.#needing.entries()) {
      await readyForPolicy(scenario);
      const grants = resolvePolicy(scenario.policy, villages, {
        gaps: () => counties.flatMap(({ gaps }) => gaps[n]!),
        optimal: (rule) =>
          optimalGrantsFrom(
            counties.map(({ tables }) => tables[n]!),
            villages,
            rule,
          ),
      });
      granted.set(scenario, grants);
    }
    return granted;
  }

  #noSums(): ComparisonSums {
    return new ComparisonSums(this.#scenarios.length, this.input.villages, this.input.baseline);
  }

  /** Adds up the trials of every stage up to one, each stage once. */
  async #addUpTo(lastStage: number, read: ReadChunk): Promise<void> {
    try {
      for (; this.#stagesAdded <= lastStage; this.#stagesAdded++) await this.#add(this.#stagesAdded, read);
    } catch (error) {
      // Part of a stage may have been added: begin anew when asked again.
      this.#sums = this.#noSums();
      this.#stagesAdded = 0;
      throw error;
    }
  }

  async #add(stage: number, read: ReadChunk): Promise<void> {
    const { length } = this.input.counties;
    const first = this.#positions.first(stage);
    for (const index of this.#stretches[stage]!.keys()) {
      const parts: StretchCounts[] = [];
      for (let county = 0; county < length; county++) parts.push(readStretchCounts((await read(first + index * length + county)).joined!));
      this.#sums.add(parts);
    }
  }
}
