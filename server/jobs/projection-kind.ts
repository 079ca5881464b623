import type { Kysely } from 'kysely';
import { resolvePolicy } from '../allocation/policy.js';
import type { GrantedYears } from '../allocation/county-projection.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import type { CountyRecord } from '../base/county.js';
import { Problem } from '../base/errors/problem.js';
import { isInScope } from '../scenario/known-regions.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';
import { readCounty } from '../store/counties.js';
import type { Database } from '../store/database.js';
import { snapshot } from '../store/snapshot.js';
import type { Store } from '../store/store.js';
import type { JobKind, JobWork, ReadChunk } from './job-kind.js';
import { readProjectedCounty, readProjectedCountySums, type ProjectedCounty, type ProjectionChunkInput } from './projection-chunk.js';
import type { PinnedCounty, ProjectionInput } from './projection-input.js';
import { joinProjection } from './projection-result.js';

/** Raised when the form of a chunk's bytes changes. */
const FORM = 1;

/** Projects a scenario over any number of counties: each is a chunk, or two where the policy looks at needs first. */
export const projectionKind = ({ db }: Store): JobKind => ({
  name: 'projection',
  version: `${ENGINE_VERSION}/${FORM}`,
  open: (input) => new ProjectionWork(db, input as ProjectionInput),
});

/** Whether grants follow from the needs that a projection without them shows. */
export const looksAtNeeds = ({ policy }: Pick<Scenario, 'policy'>): boolean =>
  policy?.kind === 'neediest' || policy?.kind === 'proportional';

/** Where the villages of a county are kept, by its place among the counties. */
export const projectedChunk = ({ scenario, counties }: ProjectionInput, county: number): number =>
  looksAtNeeds(scenario) ? counties.length + county : county;

/** The round that projects with the grants; the one before it, where there is one, shows the needs. */
const LAST_ROUND = 1;

class ProjectionWork implements JobWork {
  readonly stages: readonly number[];
  /** By projected year; only where the policy looks at needs. */
  #needed: Promise<ListedGrant[][]> | undefined;
  readonly #scenario: Scenario;

  constructor(
    private readonly db: Kysely<Database>,
    private readonly input: ProjectionInput,
  ) {
    const rounds = looksAtNeeds(input.scenario) ? [LAST_ROUND - 1, LAST_ROUND] : [LAST_ROUND];
    this.stages = rounds.flatMap((round) => input.counties.map(() => round));
    this.#scenario = { ...input.scenario, assumptions: [] };
  }

  async load(position: number, read: ReadChunk): Promise<ProjectionChunkInput> {
    const county = this.input.counties[position % this.input.counties.length]!;
    const record = await this.#read(county);
    const joins = this.stages[position] === LAST_ROUND;
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

  /** The county as it was when the job was asked for. @throws Problem COUNTY_CHANGED */
  #read({ code, name, revision }: PinnedCounty): Promise<CountyRecord> {
    return snapshot(this.db, async (db) => {
      const now = await db.selectFrom('counties').select('revision').where('code', '=', code).executeTakeFirst();
      if (now?.revision !== revision) throw new Problem('COUNTY_CHANGED', { county: name });
      return readCounty(db, code);
    });
  }

  /** What a county's villages are given in which years. */
  async #granted({ code, villages }: CountyRecord, read: ReadChunk): Promise<GrantedYears[]> {
    const own = (grants: readonly ListedGrant[]) => grants.filter(({ village }) => village.startsWith(code));
    if (looksAtNeeds(this.#scenario)) {
      return (await this.#grantsByNeed(read)).map((grants, year) => ({ grants: own(grants), years: [year] }));
    }
    const inScope = villages.filter((village) => isInScope(village.code, this.#scenario.scope));
    return [{ grants: own(resolvePolicy(this.#scenario.policy, inScope, noGaps)), years: this.#years }];
  }

  #grantsByNeed(read: ReadChunk): Promise<ListedGrant[][]> {
    this.#needed ??= this.#counties(read, ({ villages, outcomes }) => ({
      villages,
      gaps: this.#years.map((year) => outcomes.get(year)!.map(({ village, shortfall }) => ({ village, gap: shortfall }))),
    })).then((counties) => {
      const villages = counties.flatMap((county) => county.villages);
      return this.#years.map((year) => resolvePolicy(this.#scenario.policy, villages, () => counties.flatMap(({ gaps }) => gaps[year]!)));
    });
    this.#needed.catch(() => (this.#needed = undefined));
    return this.#needed;
  }

  /** What a policy that does not look at needs gives to everybody. */
  async #grantsOfAll(read: ReadChunk): Promise<ListedGrant[]> {
    const { policy } = this.#scenario;
    if (policy?.kind !== 'flat') return resolvePolicy(policy, [], noGaps);
    return resolvePolicy(policy, await this.#counties(read, ({ villages }) => villages).then((all) => all.flat()), noGaps);
  }

  /** Reads the first chunk of every county, one after the other. */
  async #counties<Part>(read: ReadChunk, part: (county: ProjectedCounty) => Part): Promise<Part[]> {
    const parts: Part[] = [];
    for (const index of this.input.counties.keys()) parts.push(part(readProjectedCounty((await read(index)).kept)));
    return parts;
  }
}

const noGaps = (): never => {
  throw new Error('this policy does not look at gaps');
};
