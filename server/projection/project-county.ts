import { monthOf, type Month } from '../base/month.js';
import type { CountyRecord, OptionTerms } from '../base/county.js';
import { MODES } from '../base/vocabulary.js';
import type { CountyFit } from '../model/fit.js';
import type { GrantOption, ListedGrant, Scenario } from '../scenario/scenario.js';
import { commonMeans, CommonShocks } from './common-shocks.js';
import { planFor, type ModePlan } from './drift.js';
import type { Draws } from './draws.js';
import { isKeyIndustry } from './income-part.js';
import { commonPosterior } from './posterior.js';
import { drawDues, receiptsPerYuan, type Due } from './returns.js';
import { courseOf, eachFactor, streamMeans } from './stream-income.js';
import type { SummedVillage } from './summary.js';
import { targetLookup } from './target.js';
import { VillageIncome } from './village-income.js';

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
  /** Projected years (0 is year 1) whose income is broken down too; none where left out. */
  readonly brokenDown?: readonly number[];
}

/**
 * A village projected: its income in every trial and projected year. The income is overwritten when the next village is
 * asked for: read it, do not keep it.
 */
export interface ProjectedVillage extends SummedVillage {
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
  const posterior = fit.panel.closedMonths > 0 ? commonPosterior(fit, parks, plans[0]!) : undefined;
  const means = commonMeans(fit, parks.length, plans[0]!, posterior);
  const shocks = new CommonShocks(fit, { parks, plans }, posterior, draws, draws.derived(fit, signatureOf(plans, parks)));
  const keptDues = draws.derived(fit, duesSignatureOf(plans, parks, scenario));
  const duesOf = (village: string, option: string, terms: OptionTerms): Due[] => {
    const assumption = terms.park === null ? undefined : scenario.parks.find(({ park }) => park === terms.park);
    const start = assumption?.start ?? terms.start;
    const placement = {
      village,
      option,
      terms: { ...terms, start, late: assumption?.late ?? terms.late },
      startMonth: start - monthOf(fit.panel.nextYear, 1),
      park: terms.park === null ? -1 : parks.indexOf(terms.park),
    };
    return drawDues(placement, scenario.horizon, shocks, means, keptDues);
  };

  const targetOf = targetLookup(record.targets, scenario.target);
  const related = relatedVillages(record, fit.panel.asOf);
  const streams = Map.groupBy(fit.streams.keys(), (s) => fit.streams[s]!.stream.village);
  const projects = Map.groupBy(fit.panel.youngProjects, (project) => project.record.village);
  const grants = Map.groupBy(request.grants, (grant) => grant.village);
  const income = new VillageIncome(scenario.horizon, scenario, request.brokenDown ?? [], draws);
  const nothing = draws.floats().fill(0);

  try {
    for (const { code } of record.villages) {
      if (!request.inScope(code)) continue;
      income.clear();
      draws.workWith(shocks.derived, keptDues);
      for (const s of streams.get(code) ?? []) {
        income.settleIfMany();
        const { stream, alive } = fit.streams[s]!;
        const tags = { mode: stream.mode, industry: stream.industry, park: stream.park, granted: stream.project !== null };
        const received = Math.max(0, stream.received);
        if (!alive) {
          income.add(0, nothing, 0, received, tags);
          continue;
        }
        const course = courseOf(fit, s, { parks, plans, observations: posterior?.observations });
        const expected = streamMeans(course, means).map(Math.exp);
        eachFactor(course, shocks, (year, factor) => income.add(year, factor, expected[year]!, year === 0 ? received : 0, tags));
      }
      for (const { record: project, committed, industry, received } of projects.get(code) ?? []) {
        income.settleIfMany();
        const terms = { ...scenario.projectTerms, ...project.terms, mode: project.mode, park: project.park, start: project.start };
        const tags = { mode: project.mode, industry, park: project.park, granted: true };
        if (committed) income.addDues(duesOf(code, project.code, terms), project.capital, Math.max(0, received), tags);
        else income.add(0, nothing, 0, Math.max(0, received), tags);
      }
      const termsOf = (option: GrantOption): OptionTerms => ({ ...option, start: option.start ?? fit.panel.asOf + 1 });
      const own = grants.get(code) ?? [];
      for (const grant of own) {
        income.settleIfMany();
        const option = scenario.options.find(({ code: wanted }) => wanted === grant.option)!;
        income.addDues(duesOf(code, option.code, termsOf(option)), grant.amount, 0, { ...option, granted: true });
      }
      income.settle();
      income.reinvest();
      yield {
        village: code,
        income,
        targets: years.map((year) => targetOf(code, year)),
        grant: own.reduce((sum, grant) => sum + grant.amount, 0),
        related: related.has(code),
        returns: (option) => {
          draws.workWith(shocks.derived, keptDues);
          const perYuan = receiptsPerYuan(duesOf(code, option.code, termsOf(option)));
          draws.takeBackLent();
          return perYuan;
        },
      };
    }
  } finally {
    income.release();
    draws.giveBack(nothing);
  }
}

/** Names everything besides the fit and the draws that the factors of streams depend on. */
const signatureOf = (plans: readonly (readonly ModePlan[])[], parks: readonly string[]): string =>
  [...parks, ...plans.map((ofYear) => ofYear.map(({ weight }) => weight).join(','))].join('|');

/** Names what the dues of grants and projects depend on besides: the terms on which money is placed. */
const duesSignatureOf = (plans: readonly (readonly ModePlan[])[], parks: readonly string[], scenario: Scenario): string =>
  JSON.stringify(['dues', signatureOf(plans, parks), scenario.options, scenario.projectTerms, scenario.parks]);

/** Villages with any receipt or project tagged with one of the five key industries. */
function relatedVillages(record: CountyRecord, asOf: Month): Set<string> {
  const related = new Set<string>();
  // Every projection reads all receipts here, so nothing is copied.
  for (const { month, industry, village } of record.receipts) if (month <= asOf && isKeyIndustry(industry)) related.add(village);
  for (const { industry, village } of record.projects) if (isKeyIndustry(industry)) related.add(village);
  return related;
}
