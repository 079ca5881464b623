import { ScenarioProjection } from '../../server/allocation/scenario-projection.js';
import { MODES } from '../../server/base/vocabulary.js';
import { fitCounty } from '../../server/model/fit.js';
import { loadKernelModule } from '../../server/base/kernel-module.js';
import { Draws, roomForDraws } from '../../server/projection/draws.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import type { ListedGrant, Scenario } from '../../server/scenario/scenario.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { toScenario } from '../../server/scenario/to-scenario.js';
import type { ReferenceCase } from './case-folder.js';

/** What the reference program wrote for one year of a scenario; see test/fixtures/reference/README.md. */
interface ReferenceYear {
  readonly year: number;
  readonly target: readonly number[];
  readonly hits: readonly number[];
  readonly mean: readonly number[];
  readonly meanError: readonly number[];
  readonly shortfall: readonly number[];
  readonly shortfallError: readonly number[];
  readonly quantiles: readonly (readonly number[])[];
  readonly quantileErrors: readonly (readonly number[])[];
  readonly byMode: readonly (readonly number[])[];
  readonly byModeErrors: readonly (readonly number[])[];
  readonly grantDependence: readonly number[];
  readonly grantDependenceError: readonly number[];
  readonly county: {
    readonly expectedReaching: number;
    readonly expectedReachingError: number;
    readonly reaching: readonly number[];
    readonly allHits: number;
    readonly income: {
      readonly mean: number;
      readonly sd: number;
      readonly quantiles: readonly number[];
      readonly quantileErrors: readonly number[];
    };
    readonly industryShareHits: number;
    readonly keyIndustryShareHits: number;
    readonly keyIndustryFloorHits: number;
  };
}

export interface ReferenceScenario {
  readonly name: string;
  readonly years: readonly number[];
  readonly grants: readonly ListedGrant[];
  readonly everyYearHits: readonly number[];
  readonly outcomes: readonly ReferenceYear[];
}

export interface ReferenceProjection {
  readonly trials: number;
  readonly villages: readonly string[];
  readonly scenarios: readonly ReferenceScenario[];
}

/** One number held against the other program's: how many combined standard errors lie between them. */
export interface Held {
  readonly what: string;
  readonly ours: number;
  readonly theirs: number;
  readonly deviation: number;
}

/** A scenario made total for a case, with `changes` on top of what is written. */
export function scenarioOf({ county }: ReferenceCase, spec: ScenarioSpec, changes: ScenarioSpec = {}): Scenario {
  const villages = new Map(county.villages.map(({ code, name }) => [code, name]));
  const parks = new Map(county.parks.map(({ code, name }) => [code, name]));
  return toScenario(
    { ...spec, ...changes },
    { known: { regions: new Map([[county.code, county.name], ...villages]), villages, parks }, language: 'en' },
  );
}

const kernel = loadKernelModule();

/** Projects a scenario of a case, on the compiled kernel as the product does. */
export function project(reference: ReferenceCase, scenario: Scenario): ScenarioProjection {
  const { county } = reference;
  const fit = fitCounty(county, { asOf: scenario.asOf ?? county.asOf!, defaults: scenario.defaults });
  return new ScenarioProjection(
    [{ record: county, fit }],
    scenario,
    new Draws(scenario.seed, scenario.trials, { arithmetic: new WasmArithmetic(kernel, roomForDraws(scenario.trials)) }),
  );
}

/**
 * Holds every number of a projected scenario against the reference: chances, means, quantiles, shortfalls, and those of
 * the county. Deviations are in standard errors of both runs together.
 */
export function holdAgainst(projection: ScenarioProjection, theirs: ReferenceScenario, theirTrials: number): Held[] {
  const held: Held[] = [];
  const { trials } = projection.scenario;
  const both = Math.sqrt(1 + theirTrials / trials);
  const number = (what: string, ours: number, other: number, theirError: number) => {
    const gap = Math.abs(ours - other);
    const rounding = 1e-6 * Math.max(1, Math.abs(other));
    held.push({ what, ours, theirs: other, deviation: gap <= rounding ? 0 : gap / Math.max(theirError * both, 1e-12) });
  };
  const chance = (what: string, ours: number, hits: number) => {
    const error = (share: number, count: number) => {
      const shrunk = (share * count + 0.5) / (count + 1);
      return (shrunk * (1 - shrunk)) / count;
    };
    const other = hits / theirTrials;
    held.push({
      what,
      ours,
      theirs: other,
      deviation: Math.abs(ours - other) / Math.sqrt(error(ours, trials) + error(other, theirTrials)),
    });
  };

  for (const year of theirs.outcomes) {
    const at = (what: string, village?: string) => `${theirs.name} ${year.year} ${village ?? 'county'} ${what}`;
    projection.villages(year.year).forEach((ours, v) => {
      number(at('target', ours.village), ours.target, year.target[v]!, 0);
      chance(at('chance', ours.village), ours.chance, year.hits[v]!);
      chance(at('chance of every year', ours.village), ours.chanceEveryYear, theirs.everyYearHits[v]!);
      number(at('mean', ours.village), ours.income.mean, year.mean[v]!, year.meanError[v]!);
      number(at('shortfall', ours.village), ours.shortfall, year.shortfall[v]!, year.shortfallError[v]!);
      number(at('dependence', ours.village), ours.grantDependence, year.grantDependence[v]!, year.grantDependenceError[v]!);
      ours.income.bands.forEach(({ percentile, value }, i) =>
        number(at(`${percentile}%`, ours.village), value, year.quantiles[v]![i]!, year.quantileErrors[v]![i]!),
      );
      MODES.forEach((mode, m) => number(at(mode, ours.village), ours.byMode[m]!, year.byMode[v]![m]!, year.byModeErrors[v]![m]!));
    });
    const ours = projection.outcome(year.year);
    const { county } = year;
    number(at('expected reaching'), ours.expectedReaching.mean, county.expectedReaching, county.expectedReachingError);
    const probability = new Map(ours.reachingDistribution.map((entry) => [entry.villages, entry.probability]));
    county.reaching.forEach((hits, villages) => chance(at(`${villages} reach`), probability.get(villages) ?? 0, hits));
    chance(at('all reach'), ours.chanceAll.mean, county.allHits);
    number(at('income'), ours.income.mean, county.income.mean, county.income.sd / Math.sqrt(theirTrials));
    ours.income.bands.forEach(({ percentile, value }, i) =>
      number(at(`income ${percentile}%`), value, county.income.quantiles[i]!, county.income.quantileErrors[i]!),
    );
    chance(at('industry share'), ours.industryShareChance.mean, county.industryShareHits);
    chance(at('key industry share'), ours.keyIndustryShareChance.mean, county.keyIndustryShareHits);
    chance(at('key industry floor'), ours.keyIndustryFloorChance.mean, county.keyIndustryFloorHits);
  }
  return held;
}
