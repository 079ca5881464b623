import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { allocating, type Allocation } from '../allocation/optimal/allocate.js';
import { freshSeed } from '../allocation/optimal/fresh-value.js';
import type { AllocationRequest } from '../allocation/optimal/solving-allocation.js';
import { gapsOf, looksAtGaps, resolvePolicy } from '../allocation/policy.js';
import { projectedPosition } from '../allocation/projected-position.js';
import { comparing, type Comparison, type ComparisonRequest } from '../allocation/comparison.js';
import { comparingPolicies, type PolicyComparison, type PolicyComparisonRequest } from '../allocation/decision/policy-comparison.js';
import { testingRobustness, type Robustness, type RobustnessRequest } from '../allocation/decision/robustness.js';
import { valuingInformation, type InformationRequest, type ValueOfInformation } from '../allocation/decision/value-of-information.js';
import type { DrawsOf } from '../allocation/comparison-run.js';
import type { ResponseCurve } from '../allocation/response-curve.js';
import { responseCurve } from '../allocation/response-curves.js';
import { replayingRunningYear, type RunningYear, type RunningYearRequest } from '../allocation/running-year.js';
import { ScenarioProjection } from '../allocation/scenario-projection.js';
import { tabulatingSensitivity, type SensitivityTable, type SensitivityTableRequest } from '../allocation/sensitivity/sensitivity-table.js';
import { measuringSensitivity, type Sensitivity, type SensitivityRequest } from '../allocation/sensitivity/sensitivity.js';
import type { Problem } from '../base/errors/problem.js';
import { loadKernelModule } from '../base/kernel-module.js';
import { Draws, roomForDraws } from '../projection/draws.js';
import { WasmArithmetic } from '../projection/kernel/wasm-arithmetic.js';
import type { ScopeOutcome } from '../projection/scope-outcome.js';
import type { VillageOutcome } from '../projection/summary.js';
import type { GrantOption, ListedGrant, Scenario } from '../scenario/scenario.js';
import { isInScope } from '../scenario/known-regions.js';
import type { VillageThreads } from '../threads/village-threads.js';
import type { FittedCountyView } from './county-fits.js';

/** What a scenario comes to in one projected year. */
export interface ProjectedYear {
  readonly year: number;
  readonly outcome: ScopeOutcome;
  /** In ascending order of code. */
  readonly villages: readonly VillageOutcome[];
  readonly grants: readonly ListedGrant[];
}

/** What is known of a projection before a single random number is drawn. */
export interface ProjectionOutline {
  readonly years: readonly number[];
  readonly warnings: readonly Problem[];
}

/** Which response curve is wanted. */
export interface CurveAsked {
  readonly village: string;
  readonly option: GrantOption;
  /** A projected calendar year. */
  readonly year: number;
}

/** Random numbers kept for scenarios that share seed and trials: a slider moved draws nothing anew. */
const MOST_DRAWS = 2;

/** Villages × years × trials that are projected at once where they are asked for: some ten milliseconds. */
const SMALL_WORK = 500_000;

const isSmall = (counties: readonly FittedCountyView[], { scope, horizon, trials }: Scenario): boolean => {
  const villages = counties.reduce((sum, { record }) => sum + record.villages.filter(({ code }) => isInScope(code, scope)).length, 0);
  return villages * horizon * trials <= SMALL_WORK;
};

/**
 * Runs the engine. The only place that does: plain values go in and come out. Results hold no random numbers, or every kept result would hold hundreds of megabytes.
 */
export class Engine {
  readonly #kernel = loadKernelModule();
  readonly #draws = new LRUCache<string, Draws>({ max: MOST_DRAWS });
  /** Settles when the long work asked for so far is done: one at a time, since each takes hundreds of megabytes. */
  #longWork: Promise<unknown> = Promise.resolve();

  /** @param threads project whatever is not done in a moment, so that the program answers others meanwhile */
  constructor(private readonly threads: VillageThreads) {}

  /** @throws Problem YEARS_DIFFER */
  outline(counties: readonly FittedCountyView[], scenario: Scenario): ProjectionOutline {
    const { years, warnings } = new ScenarioProjection(counties, scenario, this.#drawsFor(scenario));
    return { years, warnings };
  }

  /** @throws Problem, Problems where the policy finds no plan, or the year is not projected */
  async project(counties: readonly FittedCountyView[], scenario: Scenario, year: number): Promise<ProjectedYear> {
    const position = projectedPosition(year, counties[0]!, scenario);
    if (isSmall(counties, scenario)) {
      const projection = new ScenarioProjection(counties, scenario, this.#drawsFor(scenario));
      return { year, outcome: projection.outcome(year), villages: projection.villages(year), grants: projection.grants(year) };
    }
    const grants = await this.#grants(counties, scenario, year);
    return { year, grants, ...(await this.threads.project(counties, scenario, { grants, year: position })) };
  }

  /**
   * Compares scenarios, letting other requests through between pieces of work.
   * @throws Problem, Problems where they cannot be compared
   */
  compare(request: ComparisonRequest): Promise<Comparison> {
    return this.#inTurn(() => comparing(request, this.#drawsOf(request)));
  }

  /**
   * Shares one budget out by several policies, letting other requests through between pieces of work.
   * @throws Problem, Problems where the input is wrong, or the year is not projected
   */
  comparePolicies(request: PolicyComparisonRequest): Promise<PolicyComparison> {
    return this.#inTurn(() => comparingPolicies(request, this.#ownAndFresh(request.base.scenario)));
  }

  /**
   * Holds plans of one budget against rival views, letting other requests through between pieces of work.
   * @throws Problem, Problems where the input is wrong, or the year is not projected
   */
  testRobustness(request: RobustnessRequest): Promise<Robustness> {
    return this.#inTurn(() => testingRobustness(request, this.#ownAndFresh(request.base.scenario)));
  }

  /**
   * Values the knowledge of assumptions, letting other requests through between pieces of work.
   * @throws Problem, Problems where the input, a name or a range is wrong, or the year is not projected
   */
  valueInformation(request: InformationRequest): Promise<ValueOfInformation> {
    return this.#inTurn(() => valuingInformation(request, this.#ownAndFresh(request.base.scenario)));
  }

  /**
   * Moves every assumption of a scenario, letting other requests through between pieces of work.
   * @throws Problem, Problems where a range or a name is wrong, or the year is not projected
   */
  sensitivity(request: SensitivityRequest): Promise<Sensitivity> {
    return this.#inTurn(() => measuringSensitivity(request, this.#drawsFor(request.base.scenario)));
  }

  /**
   * Moves two assumptions against each other, letting other requests through between pieces of work.
   * @throws Problem where a value or a name is wrong, or the year is not projected
   */
  sensitivityTable(request: SensitivityTableRequest): Promise<SensitivityTable> {
    return this.#inTurn(() => tabulatingSensitivity(request, this.#drawsFor(request.base.scenario)));
  }

  /** How a village's chance of this year moved from month to month; other requests are let through between the months. */
  async runningYear(request: RunningYearRequest): Promise<RunningYear> {
    const work = replayingRunningYear(request, this.#drawsFor(request.scenario));
    let step = work.next();
    for (; !step.done; step = work.next()) await setImmediate();
    return step.value;
  }

  /** The chance of one village as a function of a grant on top of what the scenario's policy gives. */
  async responseCurve(counties: readonly FittedCountyView[], scenario: Scenario, asked: CurveAsked): Promise<ResponseCurve> {
    const draws = this.#drawsFor(scenario);
    const grants = await this.#grants(counties, scenario, asked.year);
    const county = counties.find(({ record }) => record.villages.some(({ code }) => code === asked.village))!;
    return responseCurve(county, { scenario, grants, inScope: (village) => isInScope(village, scenario.scope) }, asked, draws);
  }

  /**
   * Shares money out on top of what the scenario's policy gives, letting other requests through between villages.
   * @throws Problem, Problems where that cannot be done as asked
   */
  async allocate(
    counties: readonly FittedCountyView[],
    scenario: Scenario,
    asked: Pick<AllocationRequest, 'rule' | 'year' | 'place'>,
  ): Promise<Allocation> {
    const draws = this.#drawsFor(scenario);
    const freshDraws = () => this.#drawsFor({ ...scenario, seed: freshSeed(scenario.seed) });
    const grants = await this.#grants(counties, scenario, asked.year);
    const { allocation } = await this.#inTurn(() => allocating({ counties, scenario, grants, ...asked }, { draws, freshDraws }));
    return allocation;
  }

  /** What the policy gives, looking at the needs of a year; other requests are let through meanwhile. */
  async #grants(counties: readonly FittedCountyView[], scenario: Scenario, year: number): Promise<readonly ListedGrant[]> {
    const { policy, scope } = scenario;
    const projection = new ScenarioProjection(counties, scenario, this.#drawsFor(scenario));
    if (policy?.kind === 'optimal') return this.#inTurn(() => projection.seekingGrants(year));
    if (!looksAtGaps(policy) || isSmall(counties, scenario)) return projection.grants(year);
    const asked = { grants: [], year: projectedPosition(year, counties[0]!, scenario) };
    const gaps = gapsOf((await this.threads.project(counties, scenario, asked)).villages);
    const villages = counties.flatMap(({ record }) => record.villages.filter(({ code }) => isInScope(code, scope)));
    return resolvePolicy(policy, villages, { gaps: () => gaps, optimal: () => [] });
  }

  /** Does long work when what was asked for before is done, and lets requests through after each of its steps. */
  #inTurn<Result>(begin: () => Generator<unknown, Result>): Promise<Result> {
    const result = this.#longWork.then(async () => {
      const work = begin();
      let step = work.next();
      for (; !step.done; step = work.next()) await setImmediate();
      return step.value;
    });
    this.#longWork = result.catch(() => undefined);
    return result;
  }

  /** The scenarios' own trials are those of their projections; all others come and go in a memory of their own. */
  #drawsOf({ compared, baseline }: ComparisonRequest): DrawsOf {
    const { scenario } = compared[baseline]!;
    let arithmetic: WasmArithmetic | undefined;
    let bytes = 0;
    return (trials, firstTrial) => {
      if (firstTrial === 0 && trials === scenario.trials) return this.#drawsFor(scenario);
      if (arithmetic && roomForDraws(trials) <= bytes) arithmetic.reset();
      else {
        bytes = roomForDraws(trials);
        arithmetic = new WasmArithmetic(this.#kernel, bytes);
      }
      return new Draws(scenario.seed, trials, { arithmetic, firstTrial });
    };
  }

  /** What plans are chosen on, and what had no part in it. */
  #ownAndFresh(scenario: Scenario): { readonly draws: Draws; readonly freshDraws: () => Draws } {
    return { draws: this.#drawsFor(scenario), freshDraws: () => this.#drawsFor({ ...scenario, seed: freshSeed(scenario.seed) }) };
  }

  #drawsFor({ seed, trials }: Scenario): Draws {
    const key = `${seed} ${trials}`;
    const kept = this.#draws.get(key) ?? new Draws(seed, trials, { arithmetic: new WasmArithmetic(this.#kernel, roomForDraws(trials)) });
    this.#draws.set(key, kept);
    return kept;
  }
}
