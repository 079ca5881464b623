import { compare, type Comparison } from '../../server/allocation/comparison.js';
import type { Comparable } from '../../server/allocation/comparison-checks.js';
import type { CountyRecord } from '../../server/base/county.js';
import { monthOf } from '../../server/base/month.js';
import { fitCounty } from '../../server/model/fit.js';
import { Draws } from '../../server/projection/draws.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { county, village, yearly } from '../model/county.js';
import { scenarioOf } from '../reference/comparison.js';

/** Eight villages near their target, with a park and a committed project; closed at the end of 2019 or in May 2020. */
export function sampleCounty(closed = true): CountyRecord {
  const villages = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => village(number));
  const grown = (start: number, wobble: number) => [0, 1, 2, 3].map((year) => start * 1.06 ** year * (1 + wobble * (year % 2 ? 1 : -1)));
  const receipts = villages
    .slice(0, 7)
    .flatMap((own, v) => [
      ...yearly(own, 'INDUSTRY', 2016, grown(26_000 + 4_000 * v, 0.03 * (v + 1)), { industry: 'SERICULTURE', park: v % 2 ? 'P1' : null }),
      ...yearly(own, 'PROPERTY', 2016, grown(9_000, 0.03)),
      ...(closed ? [] : yearly(own, 'INDUSTRY', 2020, [30_000 + 5_000 * v], { industry: 'SERICULTURE', park: v % 2 ? 'P1' : null })),
      ...(closed ? [] : yearly(own, 'PROPERTY', 2020, [11_000])),
    ]);
  const project = {
    code: 'J1',
    village: villages[2]!.code,
    name: '猪场',
    mode: 'INDUSTRY' as const,
    industry: null,
    park: 'P1',
    funder: null,
    capital: 200_000,
    start: monthOf(2019, 11),
    terms: {},
    stage: 'COMMITTED' as const,
  };
  const parks = [{ code: 'P1', name: '园', kind: null, payer: null }];
  return county({ villages, receipts, parks, projects: [project] }, closed ? monthOf(2019, 12) : monthOf(2020, 5));
}

export const SHED = { code: 'SHED', mode: 'PROPERTY' as const, rate: 0.08 };

/** A scenario as written, made ready for comparison. */
export function comparable(record: CountyRecord, spec: ScenarioSpec): Comparable {
  const scenario = scenarioOf({ county: record, scenarios: [] }, spec);
  return { scenario, counties: [{ record, fit: fitCounty(record, { asOf: scenario.asOf ?? record.asOf!, defaults: scenario.defaults }) }] };
}

/** Compares scenarios as written, on the first one's seed. */
export function compareSpecs(
  record: CountyRecord,
  specs: readonly ScenarioSpec[],
  more: { baseline?: number; year?: number; mostTrials?: number } = {},
): Comparison {
  const compared = specs.map((spec) => comparable(record, spec));
  const { baseline = 0, ...rest } = more;
  return compare(
    { compared, baseline, ...rest },
    (trials, firstTrial) => new Draws(compared[baseline]!.scenario.seed, trials, { firstTrial }),
  );
}
