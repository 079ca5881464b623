import { Problem } from '../base/errors/problem.js';
import { formatMonth } from '../base/month.js';
import type { Draws } from '../projection/draws.js';
import type { FittedCounty } from '../projection/project-county.js';
import type { ScopeOutcome } from '../projection/scope-outcome.js';
import type { VillageOutcome } from '../projection/summary.js';
import { isInScope } from '../scenario/known-regions.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';
import { projectingCounty, type CountyYear } from './county-projection.js';
import { POLICY_PLACE, seekingOptimalGrants } from './optimal/solving-allocation.js';
import { gapsOf, looksAtGaps, resolvePolicy } from './policy.js';
import { countyWarnings, joinWarnings } from './projection-warnings.js';
import { joinYear, type YearOutcome } from './year-outcome.js';

/** Names the code of the engine that made a number; it changes whenever a number may. */
export const ENGINE_VERSION = '1.1.1';

/** A scenario's outcome in one projected year. */
interface YearRun extends YearOutcome {
  readonly grants: readonly ListedGrant[];
}

/**
 * A scenario projected over the counties of its scope in one go, on the calling thread. Work is done when an outcome is asked
 * for, and kept: policies that look at needs depend on the year asked for. The draws must not be worked on by anything else
 * meanwhile.
 */
export class ScenarioProjection {
  /** Projected calendar years, ascending. */
  readonly years: readonly number[];
  readonly #runs = new Map<number, YearRun>();
  readonly #withoutGrants = new Map<number, YearRun>();

  /**
   * @param counties whole counties, each with its fit up to the scenario's as-of month
   * @throws Problem YEARS_DIFFER where the counties are closed in different years
   */
  constructor(
    readonly counties: readonly FittedCounty[],
    readonly scenario: Scenario,
    readonly draws: Draws,
  ) {
    const firstYears = new Set(counties.map(({ fit }) => fit.panel.nextYear));
    if (firstYears.size !== 1) {
      throw new Problem(
        'YEARS_DIFFER',
        { counties: counties.map(({ record, fit }) => `${record.name} ${formatMonth(fit.panel.asOf)}`).join(', ') },
        ['scope'],
      );
    }
    const [first] = firstYears;
    this.years = Array.from({ length: scenario.horizon }, (_, h) => first! + h);
  }

  /** All villages together; the year left out is the last projected one. */
  outcome(year?: number): ScopeOutcome {
    return this.#run(year).outcome;
  }

  /** Every village of the scope, ascending by code; the year left out is the last projected one. */
  villages(year?: number): readonly VillageOutcome[] {
    return this.#run(year).villages;
  }

  /** The grants that the policy gives, looking at the needs of a year; nothing is projected where the policy does not look. */
  grants(year?: number): readonly ListedGrant[] {
    return atOnce(this.seekingGrants(year));
  }

  /** The same; yields after each village that is looked at, so that others may be let through. */
  *seekingGrants(year?: number): Generator<void, readonly ListedGrant[]> {
    const position = this.#position(year);
    return this.#runs.get(position)?.grants ?? (yield* this.#seekingGrantsAt(position));
  }

  /** Things the user should know about the result, none of them an error. */
  get warnings(): Problem[] {
    return joinWarnings(this.counties.map((county) => countyWarnings(county, this.scenario)));
  }

  *#seekingGrantsAt(position: number): Generator<void, readonly ListedGrant[]> {
    const { counties, scenario, draws } = this;
    const { policy, scope } = scenario;
    const gaps = looksAtGaps(policy) ? gapsOf((yield* this.#projectingBaseline(position)).villages) : [];
    const sought =
      policy?.kind === 'optimal'
        ? yield* seekingOptimalGrants(
            { counties, scenario, grants: [], rule: policy.rule, year: this.years[position]!, place: POLICY_PLACE },
            draws,
          )
        : [];
    const villages = counties.flatMap(({ record }) => record.villages.filter(({ code }) => isInScope(code, scope)));
    return resolvePolicy(policy, villages, { gaps: () => gaps, optimal: () => sought });
  }

  #position(year: number | undefined): number {
    if (year === undefined) return this.years.length - 1;
    const position = this.years.indexOf(year);
    if (position < 0) throw new Problem('YEAR_NOT_PROJECTED', { value: year, years: this.years.join(', ') }, ['year']);
    return position;
  }

  #run(year: number | undefined): YearRun {
    const position = this.#position(year);
    let run = this.#runs.get(position);
    if (!run) {
      const grants = atOnce(this.#seekingGrantsAt(position));
      run = atOnce(grants.length === 0 ? this.#projectingBaseline(position) : this.#projecting(position, grants));
      this.#runs.set(position, run);
    }
    return run;
  }

  *#projectingBaseline(position: number): Generator<void, YearRun> {
    let run = this.#withoutGrants.get(position);
    if (!run) {
      run = yield* this.#projecting(position, []);
      this.#withoutGrants.set(position, run);
    }
    return run;
  }

  *#projecting(year: number, grants: readonly ListedGrant[]): Generator<void, YearRun> {
    const parts: CountyYear[] = [];
    for (const county of this.counties) {
      parts.push(...(yield* projectingCounty(county, this.scenario, [{ grants, years: [year] }], this.draws)));
    }
    return { grants, ...joinYear(parts, this.scenario.trials) };
  }
}

function atOnce<Result>(work: Generator<void, Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
