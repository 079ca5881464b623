import type { CountyRecord, OptionTerms } from '../base/county.js';
import { monthOf, type Month } from '../base/month.js';
import { MODES } from '../base/vocabulary.js';
import type { CountyFit } from '../model/fit.js';
import type { YoungProject } from '../model/panel.js';
import { SCENARIO_DEFAULTS } from '../scenario/defaults.js';
import type { GrantOption, ListedGrant, ParkAssumption, Scenario } from '../scenario/scenario.js';
import { drawCommonShocks, type CommonShocks } from './common-shocks.js';
import { driftOf, planFor } from './drift.js';
import type { Draws } from './draws.js';
import { drawReturns } from './returns.js';
import { projectStream } from './stream-income.js';
import { summariseVillage, type ScopeYear, type VillageOutcome } from './summary.js';
import { targetLookup } from './target.js';
import { isKeyIndustry, VillageIncome } from './village-income.js';

/** A county with what was fitted to it. */
export interface FittedCounty {
  readonly record: CountyRecord;
  readonly fit: CountyFit;
}

/** A scenario's grants for one county, and which of its villages are wanted. */
export interface CountyRequest {
  readonly scenario: Scenario;
  readonly grants: readonly ListedGrant[];
  readonly inScope: (village: string) => boolean;
}

/** A village projected: what is known of it, and its income in every trial and projected year. */
export interface ProjectedVillage {
  readonly village: string;
  /** Overwritten when the next village is asked for: read it, do not keep it. */
  readonly income: VillageIncome;
  /** By projected year, yuan. */
  readonly targets: readonly number[];
  /** Yuan granted by the scenario. */
  readonly grant: number;
  /** Whether it has anything to do with a key industry. */
  readonly related: boolean;
  /** B[h]: receipts per yuan that the village would get through an option of the scenario. */
  readonly returns: (option: GrantOption) => readonly Float64Array[];
}

/**
 * Projects the villages of a county that are in scope, ascending by code, one after the other, so that memory does not grow
 * with their number.
 */
export function* projectVillages({ record, fit }: FittedCounty, request: CountyRequest, draws: Draws): Generator<ProjectedVillage> {
  const { scenario } = request;
  const years = Array.from({ length: scenario.horizon }, (_, h) => fit.panel.nextYear + h);
  const plans = years.map((year) => MODES.map((mode) => planFor(scenario.growth, mode, year)));
  const parks = record.parks.map((park) => park.code).sort();
  const shocks = drawCommonShocks(fit, parks, plans, draws);
  const targetOf = targetLookup(record.targets, scenario.target);
  const related = relatedVillages(record, fit.panel.asOf);
  const streams = Map.groupBy(fit.streams.keys(), (s) => fit.streams[s]!.stream.village);
  const projects = Map.groupBy(fit.panel.youngProjects, (project) => project.record.village);
  const grants = Map.groupBy(request.grants, (grant) => grant.village);
  const placed = placements(record.code, fit, scenario, parks, shocks, draws);
  const income = new VillageIncome(scenario.horizon, scenario.trials, scenario.netRatio);

  for (const { code } of record.villages) {
    if (!request.inScope(code)) continue;
    income.clear();
    for (const s of streams.get(code) ?? []) {
      const streamFit = fit.streams[s]!;
      const { stream } = streamFit;
      const mode = MODES.indexOf(stream.mode);
      const course = {
        fit,
        streamFit,
        drift: plans.map((ofYear) => driftOf(fit, streamFit, ofYear[mode]!)),
        trendWeight: plans.map((ofYear) => 1 - ofYear[mode]!.weight),
        park: stream.park === null ? -1 : parks.indexOf(stream.park),
        observation: shocks.observations[s],
      };
      const tags = { mode: stream.mode, industry: stream.industry, granted: stream.project !== null };
      projectStream(course, shocks, draws, (year, gross) => income.add(year, gross, tags));
    }
    for (const project of projects.get(code) ?? []) addProject(income, project, placed);
    const returns = (option: GrantOption) => placed.returns(code, option.code, { ...option, start: option.start ?? fit.panel.asOf + 1 });
    const own = grants.get(code) ?? [];
    for (const grant of own) {
      const option = scenario.options.find(({ code: wanted }) => wanted === grant.option)!;
      const tags = { mode: option.mode, industry: option.industry, granted: true };
      returns(option).forEach((perYuan, year) => income.add(year, perYuan, tags, grant.amount));
    }
    if (scenario.reinvest) income.reinvest(scenario.reinvest);
    yield {
      village: code,
      income,
      targets: years.map((year) => targetOf(code, year)),
      grant: own.reduce((sum, grant) => sum + grant.amount, 0),
      related: related.has(code),
      returns,
    };
  }
}

/**
 * Projects the villages of a county and adds each trial to the scope's sums.
 * @param sums one for each projected year; they are added to
 * @returns outcomes by [village in scope, ascending code][year]
 */
export function projectCounty(county: FittedCounty, request: CountyRequest, draws: Draws, sums: readonly ScopeYear[]): VillageOutcome[][] {
  const outcomes: VillageOutcome[][] = [];
  for (const { village, income, targets, grant, related } of projectVillages(county, request, draws)) {
    sums.forEach((sum, year) => sum.add(income, year, targets[year]!, related));
    outcomes.push(summariseVillage(village, income, targets, grant));
  }
  return outcomes;
}

/** Villages with any receipt or project tagged with one of the five key industries. */
function relatedVillages(record: CountyRecord, asOf: Month): Set<string> {
  const tagged = [...record.receipts.filter((receipt) => receipt.month <= asOf), ...record.projects];
  return new Set(tagged.filter(({ industry }) => isKeyIndustry(industry)).map(({ village }) => village));
}

/** A project that no stream stands for yet: what it will bring by the grant rule, in year 1 at least what it has brought. */
function addProject(income: VillageIncome, { record, committed, industry, received }: YoungProject, placed: Placements): void {
  const tags = { mode: record.mode, industry, granted: true };
  const capital = committed ? record.capital : 0;
  const returns = placed.returns(record.village, record.code, { ...SCENARIO_DEFAULTS.option, ...record.terms, mode: record.mode, park: record.park, start: record.start });
  returns.forEach((perYuan, year) => {
    const floor = year === 0 ? Math.max(0, received) : 0;
    income.add(
      year,
      perYuan.map((receipt) => Math.max(capital * receipt, floor)),
      tags,
    );
  });
}

interface Placements {
  /** B[h] of a village's money on given terms, with what the scenario says of the park applied. */
  returns(village: string, option: string, terms: OptionTerms): Float64Array[];
}

function placements(county: string, fit: CountyFit, scenario: Scenario, parks: readonly string[], shocks: CommonShocks, draws: Draws): Placements {
  const assumptionFor = new Map<string, ParkAssumption>(scenario.parks.map((assumption) => [assumption.park, assumption]));
  return {
    returns(village, option, terms) {
      const assumption = terms.park === null ? undefined : assumptionFor.get(terms.park);
      const start = assumption?.start ?? terms.start;
      const placement = {
        county,
        village,
        option,
        terms: { ...terms, start, late: assumption?.late ?? terms.late },
        startMonth: start - monthOf(fit.panel.nextYear, 1),
        park: terms.park === null ? -1 : parks.indexOf(terms.park),
      };
      return drawReturns(placement, fit, shocks, scenario.horizon, draws);
    },
  };
}
