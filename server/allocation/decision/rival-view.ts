import { MODES } from '../../base/vocabulary.js';
import { monthOf } from '../../base/month.js';
import type { Words } from '../../base/words.js';
import { fitCounty } from '../../model/fit.js';
import { ARTICLE_PLAN } from '../../scenario/article-plan.js';
import type { DefaultTerms } from '../../scenario/defaults.js';
import type { PlannedGrowth, Scenario } from '../../scenario/scenario.js';
import type { Comparable } from '../comparison-checks.js';
import { startingLater } from '../sensitivity/park-assumptions.js';
import { committedProjects, returningTimes, withProjects } from '../sensitivity/project-assumptions.js';

/** Other opinions of what is to come, that leave no single number alone but a whole side of the assumptions. */
export const RIVAL_VIEW_KINDS = [
  'AS_ASSUMED',
  'TREND',
  'HALF_WAY',
  'PLAN',
  'LOW_RETURNS',
  'MORE_FAILURES',
  'LATE_PARKS',
  'ROUGH_YEARS',
  'SHORT_HISTORY',
] as const;
export type RivalViewKind = (typeof RIVAL_VIEW_KINDS)[number];

export interface RivalView {
  readonly kind: RivalViewKind;
  readonly label: Words;
  /** What it supposes, in words. */
  readonly basis: Words;
  /** False where there is nothing between the scenario's own view and this one. */
  readonly gradual: boolean;
  /** The scenario and its counties the share 0 to 1 of the way from its own view to this one; at 0 they stay as they are. */
  at(share: number, base: Comparable): Comparable;
}

/** A view as it is told, without what moves to it: a plain value. */
export type DescribedView = Omit<RivalView, 'at'>;

const LESS_RETURNS = 0.4;
const MORE_FAILURES = 0.1;
const MONTHS_LATE = 12;
const ROUGHER = 0.5;

const view = (kind: RivalViewKind, label: Words, basis: Words, at: RivalView['at'], gradual = true): RivalView => ({
  kind,
  label,
  basis,
  gradual,
  at: (share, base) => (share === 0 ? base : at(share, base)),
});

export const RIVAL_VIEWS: readonly RivalView[] = [
  view(
    'AS_ASSUMED',
    { zh: '按本方案的假设', en: 'as the scenario assumes' },
    { zh: '一切照方案', en: 'everything as in the scenario' },
    (_, base) => base,
    false,
  ),
  view(
    'TREND',
    { zh: '只靠历史趋势', en: 'the trend alone' },
    { zh: '各模式的计划增长一点也达不到', en: 'nothing is attained of the planned growth' },
    (share, base) => attaining(0, share, base),
  ),
  view(
    'HALF_WAY',
    { zh: '计划达成一半', en: 'half of the plan' },
    { zh: '各模式的计划增长都达成一半', en: 'half is attained of the planned growth of every mode' },
    (share, base) => attaining(0.5, share, base),
  ),
  view(
    'PLAN',
    { zh: '计划全部达成', en: 'the plan in full' },
    { zh: '各模式的计划增长全部达成', en: 'the planned growth of every mode is attained in full' },
    (share, base) => attaining(1, share, base),
  ),
  view(
    'LOW_RETURNS',
    { zh: '回报偏低', en: 'low returns' },
    { zh: '各投向和已入库项目的回报打六折', en: 'options and committed projects return 0.6 times as much' },
    (share, base) => {
      const factor = 1 - LESS_RETURNS * share;
      return withTerms(returningTimes(base, factor), ({ rate }) => ({ rate: rate * factor }));
    },
  ),
  view(
    'MORE_FAILURES',
    { zh: '失约增多', en: 'more failures' },
    {
      zh: '各投向和已入库项目一年失约的可能加 10 个百分点',
      en: 'payments of options and committed projects fail with 10 points more probability a year',
    },
    (share, base) =>
      withTerms(failingMore(base, MORE_FAILURES * share), ({ failure }) => ({ failure: Math.min(1, failure + MORE_FAILURES * share) })),
  ),
  view(
    'LATE_PARKS',
    { zh: '园区晚一年', en: 'parks a year late' },
    { zh: '放在园区里的投向和项目都晚 12 个月投产', en: 'everything placed in a park starts 12 months later' },
    (share, base) => parksOf(base).reduce((on, park) => delayed(on, park, Math.round(MONTHS_LATE * share)), base),
  ),
  view(
    'ROUGH_YEARS',
    { zh: '年景更颠簸', en: 'rougher years' },
    { zh: '全县、模式、园区和单项收入的波动都乘 1.5', en: 'all volatilities 1.5 times as large' },
    (share, base) => rougher(base, 1 + ROUGHER * share),
  ),
  view(
    'SHORT_HISTORY',
    { zh: '只看近年', en: 'recent years only' },
    { zh: '只用近一半年份的收入重新估计', en: 'fitted anew on the later half of the years' },
    (_, base) => onLaterHalf(base),
    false,
  ),
];

export const rivalView = (kind: RivalViewKind): RivalView => RIVAL_VIEWS.find((one) => one.kind === kind)!;

/** Every mode attains its plan to a weight; a mode without a plan has the article's to attain. */
function attaining(weight: number, share: number, { scenario, counties }: Comparable): Comparable {
  const growth = MODES.flatMap((mode): PlannedGrowth[] => {
    const plans = scenario.growth.filter((plan) => plan.mode === mode);
    const general = plans.some(({ year }) => year === undefined) ? [] : [{ mode, rate: ARTICLE_PLAN[mode], weight: 0, year: undefined }];
    return [...general, ...plans].map((plan) => ({
      ...plan,
      rate: plan.weight > 0 ? plan.rate : ARTICLE_PLAN[mode],
      weight: plan.weight + share * (weight - plan.weight),
    }));
  });
  return { scenario: { ...scenario, growth }, counties };
}

const withTerms = ({ scenario, counties }: Comparable, change: (terms: DefaultTerms) => Partial<DefaultTerms>): Comparable => ({
  scenario: { ...scenario, options: scenario.options.map((option) => ({ ...option, ...change(option) })) },
  counties,
});

function failingMore(base: Comparable, by: number): Comparable {
  const worse = (failure: number) => Math.min(1, failure + by);
  const { scenario, counties } = withProjects(base, (project) =>
    project.terms.failure === undefined ? project : { ...project, terms: { ...project.terms, failure: worse(project.terms.failure) } },
  );
  const { projectTerms } = scenario;
  return { scenario: { ...scenario, projectTerms: { ...projectTerms, failure: worse(projectTerms.failure) } }, counties };
}

/** Codes of the parks in which anything is placed. */
const parksOf = (base: Comparable): string[] => [
  ...new Set([...base.scenario.options, ...committedProjects(base)].flatMap(({ park }) => (park === null ? [] : [park]))),
];

/** A park whose start the scenario sets starts later than that; in any other everything does by itself. */
function delayed(on: Comparable, park: string, months: number): Comparable {
  const isSet = ({ park: code, start }: Scenario['parks'][number]) => code === park && start !== undefined;
  if (!on.scenario.parks.some(isSet)) return startingLater(on, park, months);
  const parks = on.scenario.parks.map((own) => (isSet(own) ? { ...own, start: own.start! + months } : own));
  return { scenario: { ...on.scenario, parks }, counties: on.counties };
}

const rougher = ({ scenario, counties }: Comparable, factor: number): Comparable => ({
  scenario,
  counties: counties.map((county) => {
    const { fit } = county;
    const larger = (variance: number) => variance * factor ** 2;
    return {
      ...county,
      fit: {
        ...fit,
        countyVariance: larger(fit.countyVariance),
        modeVariance: larger(fit.modeVariance),
        parkVariance: larger(fit.parkVariance),
        permanentVariance: larger(fit.permanentVariance),
        transitoryVariance: larger(fit.transitoryVariance),
      },
    };
  }),
});

/** A county of fewer than two complete years has no earlier half to leave out. */
const onLaterHalf = ({ scenario, counties }: Comparable): Comparable => ({
  scenario,
  counties: counties.map(({ record, fit }) => {
    const { firstYear, years, asOf } = fit.panel;
    const left = Math.floor(years / 2);
    const receipts = record.receipts.filter(({ month }) => month >= monthOf(firstYear + left, 1));
    return { record, fit: left === 0 ? fit : fitCounty({ ...record, receipts }, { asOf, defaults: scenario.defaults }) };
  }),
});
