import type { Kysely } from 'kysely';
import type { GrantedYears } from '../allocation/county-projection.js';
import { readyForPolicy } from '../allocation/optimal/ready-to-solve.js';
import { optimalGrantsFrom } from '../allocation/optimal/solving-allocation.js';
import { resolvePolicy } from '../allocation/policy.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import type { CountyRecord } from '../base/county.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';
import type { Database } from '../store/database.js';
import type { Store } from '../store/store.js';
import { grantsWithin, looksAtNeeds, noNeeds, ofCounty } from './county-grants.js';
import type { JobKind, JobWork, ReadChunk } from './job-kind.js';
import { readPinnedCounty } from './pinned-county.js';
import { readProjectedCounty, readProjectedCountySums, type ProjectedCounty, type ProjectionChunkInput } from './projection-chunk.js';
import type { ProjectionInput } from './projection-input.js';
import { joinProjection } from './projection-result.js';

/** Raised when the form of a chunk's bytes changes. */
const FORM = 2;

/** Projects a scenario over any number of counties: each is a chunk, or two where the policy looks at needs first. */
export const projectionKind = ({ db }: Store): JobKind => ({
  name: 'projection',
  version: `${ENGINE_VERSION}/${FORM}`,
  chunks: new URL('./projection-chunk.ts', import.meta.url).href,
  open: (input) => new ProjectionWork(db, input as ProjectionInput),
});

/** Where the villages of a county are kept, by its place among the counties. */
export const projectedChunk = ({ scenario, counties }: ProjectionInput, county: number): number =>
  looksAtNeeds(scenario) ? counties.length + county : county;

class ProjectionWork implements JobWork {
  /** A county is a chunk; where the policy looks at needs, a first stage shows them. */
  readonly stages: readonly number[];
  /** By projected year; only where the policy looks at needs. */
  #needed: Promise<ListedGrant[][]> | undefined;
  readonly #scenario: Scenario;

  constructor(
    private readonly db: Kysely<Database>,
    private readonly input: ProjectionInput,
  ) {
    const { length } = input.counties;
    this.stages = looksAtNeeds(input.scenario) ? [length, length] : [length];
    this.#scenario = { ...input.scenario, assumptions: [] };
  }

  async load(position: number, read: ReadChunk): Promise<ProjectionChunkInput> {
    const index = position % this.input.counties.length;
    const county = this.input.counties[index]!;
    const record = await readPinnedCounty(this.db, county);
    const joins = position === projectedChunk(this.input, index);
    const asked = joins ? await this.#granted(record, read) : [{ grants: [], years: this.#years }];
    return { record: JSON.stringify(record), asOf: county.asOf, scenario: this.#scenario, asked, joins };
  }

  async join(read: ReadChunk): Promise<Buffer> {
    const grants = looksAtNeeds(this.#scenario)
      ? await this.#grantsByNeed(read)
      : await this.#grantsOfAll(read).then((all) => this.#years.map(() => all));
    return joinProjection(this.input, grants, async (county) =>
      readProjectedCountySums((await read(projectedChunk(this.input, county))).joined!),
    );
  }

  get #years(): number[] {
    return [...this.input.years.keys()];
  }

  /** What a county's villages are given in which years. */
  async #granted(record: CountyRecord, read: ReadChunk): Promise<GrantedYears[]> {
    if (looksAtNeeds(this.#scenario)) {
      return (await this.#grantsByNeed(read)).map((grants, year) => ({ grants: ofCounty(record.code, grants), years: [year] }));
    }
    return [{ grants: grantsWithin(record, this.#scenario), years: this.#years }];
  }

  #grantsByNeed(read: ReadChunk): Promise<ListedGrant[][]> {
    this.#needed ??= this.#resolveNeeds(read);
    this.#needed.catch(() => (this.#needed = undefined));
    return this.#needed;
  }

  async #resolveNeeds(read: ReadChunk): Promise<ListedGrant[][]> {
    const { policy } = this.#scenario;
    await readyForPolicy(this.#scenario);
    const counties = await this.#counties(read, ({ villages, outcomes, tables }) => ({
      villages,
      tables,
      gaps: this.#years.map((year) => outcomes.get(year)!.map(({ village, shortfall }) => ({ village, gap: shortfall }))),
    }));
    const villages = counties.flatMap((county) => county.villages);
    return this.#years.map((year) =>
      resolvePolicy(policy, villages, {
        gaps: () => counties.flatMap(({ gaps }) => gaps[year]!),
        optimal: (rule) =>
          optimalGrantsFrom(
            counties.map(({ tables }) => tables.get(year)!),
            villages,
            rule,
          ),
      }),
    );
  }

  /** What a policy that does not look at needs gives to everybody. */
  async #grantsOfAll(read: ReadChunk): Promise<ListedGrant[]> {
    const { policy } = this.#scenario;
    if (policy?.kind !== 'flat') return resolvePolicy(policy, [], noNeeds);
    return resolvePolicy(policy, await this.#counties(read, ({ villages }) => villages).then((all) => all.flat()), noNeeds);
  }

  /** Reads the first chunk of every county, one after the other. */
  async #counties<Part>(read: ReadChunk, part: (county: ProjectedCounty) => Part): Promise<Part[]> {
    const parts: Part[] = [];
    for (const index of this.input.counties.keys()) parts.push(part(readProjectedCounty((await read(index)).kept)));
    return parts;
  }
}
