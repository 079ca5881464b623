import type { Language } from '../base/errors/problem.js';
import { monthInYear, yearOf, type Month } from '../base/month.js';
import { MODES, MODE_WORDS } from '../base/vocabulary.js';
import { yuanOf } from './allocation-rule.js';
import { ARTICLE_PLAN } from './article-plan.js';
import { MODEL_DEFAULT_WORDS, OPTION_MEANINGS, SCENARIO_MEANINGS } from './assumption-meanings.js';
import type { Words } from '../base/words.js';
import { MODEL_DEFAULTS, SCENARIO_DEFAULTS, type ModelDefaultName } from './defaults.js';
import type { Assumption, GrantOption, GrantPolicy, PlannedGrowth, Scenario } from './scenario.js';
import type { ScenarioSpec } from './spec.js';

/** A month as one readable number, 202106; 0 where none is set. */
const monthNumber = (month: Month | undefined): number => (month === undefined ? 0 : yearOf(month) * 100 + monthInYear(month));

const TERMS = Object.keys(OPTION_MEANINGS) as (keyof typeof OPTION_MEANINGS)[];

const PLAN: Words = { zh: '方案写的计划增速；默认列是文章的计划', en: "planned in the scenario; the default shown is the article's plan" };
const ARTICLE: Words = { zh: '文章的计划增速（2020 年 6 月）', en: "the article's planned growth (June 2020)" };
const TREND: Words = { zh: '没有计划，按历史趋势', en: 'no plan: the trend of the history' };
const ATTAINMENT: Words = { zh: '达成度：0 为趋势，1 为计划', en: 'attainment weight: 0 is the trend, 1 the plan' };
const NO_POLICY: Words = { zh: '方案的分配方式；不写则不发放', en: "the scenario's policy; without one nothing is granted" };
const PARK_START: Words = {
  zh: '园区投产月份（年×100+月）；0 表示各项目自己的计划',
  en: "month the park delivers (year × 100 + month); 0: each project's own",
};
const PARK_LATE: Words = { zh: '园区付款拖到次年的概率', en: "probability that the park's payment arrives the year after" };
const OPTION_START: Words = {
  zh: '计划开始有收益的月份（年×100+月）；0 表示数据截至月的下一个月',
  en: 'planned first month of returns (year × 100 + month); 0: the month after the as-of month',
};
const REINVEST: Words = {
  zh: '再投入：当年收入的一部分在次年取得收益；不写则没有',
  en: "reinvestment: a share of a year's income earns a return in the next; none unless written",
};
const AS_OF: Words = {
  zh: '只读到这个月（年×100+月）；0 表示各县最后一个关账月',
  en: "nothing later is read (year × 100 + month); 0: each county's last closed month",
};
const OVERRIDE: Words = { zh: '方案为这个村定的目标（元）', en: "the scenario's own target for this village, yuan" };

const BY_SCENARIO: Words = { zh: '方案设定', en: 'scenario' };
const BY_WORKSPACE: Words = { zh: '工作区设定', en: 'workspace' };
const BY_DEFAULT: Words = { zh: '默认', en: 'default' };

const inProjects = ({ zh, en }: Words): Words => ({
  zh: `已入库项目未写明时：${zh}`,
  en: `for committed projects that leave it out: ${en}`,
});

interface EchoContext {
  readonly language: Language;
  /** Names that the workspace has set. */
  readonly workspace: ReadonlySet<string>;
}

/**
 * Everything that enters a projection, by name, with where it comes from: the scenario, the workspace, or a default and its
 * reason; `default` is the product's own.
 * Only what is a number is listed; grants of a list are summed, they are told one by one with the result.
 */
export function describeAssumptions(
  scenario: Omit<Scenario, 'assumptions'>,
  spec: ScenarioSpec,
  { language, workspace }: EchoContext,
): Assumption[] {
  const from = (origin: Words, words: Words): string => (language === 'zh' ? `${origin.zh}：${words.zh}` : `${origin.en}: ${words.en}`);
  /** @param setting name under which the workspace may have set it, where that is not the number's own */
  const entry = (name: string, value: number, standard: number, written: unknown, words: Words, setting = name): Assumption => {
    const isWritten = written !== null && written !== undefined && written !== false;
    const origin = isWritten ? BY_SCENARIO : workspace.has(setting) ? BY_WORKSPACE : BY_DEFAULT;
    return { name, value, default: standard, source: from(origin, words) };
  };

  const { defaults } = scenario;
  const overridden = new Set((spec.assumptions ?? []).map(({ name }) => name));
  return [
    entry('horizon', scenario.horizon, SCENARIO_DEFAULTS.horizon, spec.horizon, SCENARIO_MEANINGS.horizon),
    entry('trials', scenario.trials, SCENARIO_DEFAULTS.trials, spec.trials, SCENARIO_MEANINGS.trials),
    entry('seed', scenario.seed, SCENARIO_DEFAULTS.seed, spec.seed, SCENARIO_MEANINGS.seed),
    entry('asOf', monthNumber(scenario.asOf), 0, spec.asOf, AS_OF),
    entry('target.default', scenario.target.default, SCENARIO_DEFAULTS.target, spec.target?.default, SCENARIO_MEANINGS.target),
    ...scenario.target.overrides.map(({ village, year, amount }) =>
      entry(`target.${village}${year === undefined ? '' : `.${year}`}`, amount, scenario.target.default, true, OVERRIDE),
    ),
    ...MODES.flatMap((mode) => growthOf(mode)),
    ...MODES.map((mode) => {
      const written = (spec.netRatio ?? []).some((ratio) => ratio.mode === mode);
      const words = {
        zh: `${MODE_WORDS[mode].zh}：${SCENARIO_MEANINGS.netRatio.zh}`,
        en: `${MODE_WORDS[mode].en}: ${SCENARIO_MEANINGS.netRatio.en}`,
      };
      return entry(`netRatio.${mode}`, scenario.netRatio[mode], SCENARIO_DEFAULTS.netRatio, written, words, 'netRatio');
    }),
    ...scenario.options.flatMap((option, index) => optionOf(option, index)),
    ...TERMS.map((term) =>
      entry(`option.${term}`, scenario.projectTerms[term], SCENARIO_DEFAULTS.option[term], false, inProjects(OPTION_MEANINGS[term])),
    ),
    ...policyOf(scenario.policy),
    ...scenario.parks.flatMap(({ park, start, late }) => [
      ...(start === undefined ? [] : [entry(`park.${park}.start`, monthNumber(start), 0, true, PARK_START)]),
      ...(late === undefined ? [] : [entry(`park.${park}.late`, late, SCENARIO_DEFAULTS.option.late, true, PARK_LATE)]),
    ]),
    entry('reinvest.share', scenario.reinvest?.share ?? 0, 0, scenario.reinvest, REINVEST),
    entry('reinvest.return', scenario.reinvest?.return ?? 0, 0, scenario.reinvest, REINVEST),
    ...(Object.keys(MODEL_DEFAULTS) as ModelDefaultName[]).map((name) =>
      entry(name, defaults[name], MODEL_DEFAULTS[name], overridden.has(name), MODEL_DEFAULT_WORDS[name]),
    ),
  ];

  function growthOf(mode: (typeof MODES)[number]): Assumption[] {
    const plans = scenario.growth.filter((plan) => plan.mode === mode);
    const isNumber = (value: number | null | undefined) => typeof value === 'number';
    const weightLeftOut = new Set(
      scenario.growth.filter((_, index) => isNumber(spec.growth?.[index]?.rate) && !isNumber(spec.growth?.[index]?.weight)),
    );
    const fromWorkspace = (plan: PlannedGrowth) => weightLeftOut.has(plan) && workspace.has('growth.weight');
    const named = (plan: PlannedGrowth, what: string) => `growth.${mode}${plan.year === undefined ? '' : `.${plan.year}`}.${what}`;
    const ofYears = plans.flatMap((plan) => [
      ...(plan.weight > 0
        ? [entry(named(plan, 'rate'), plan.rate, ARTICLE_PLAN[mode], true, plan.rate === ARTICLE_PLAN[mode] ? ARTICLE : PLAN)]
        : []),
      entry(named(plan, 'weight'), plan.weight, 0, !fromWorkspace(plan), plan.weight > 0 ? ATTAINMENT : TREND, 'growth.weight'),
    ]);
    return plans.some((plan) => plan.year === undefined) ? ofYears : [entry(`growth.${mode}.weight`, 0, 0, false, TREND), ...ofYears];
  }

  function optionOf(option: GrantOption, index: number): Assumption[] {
    const written = spec.options?.[index];
    const numbers = TERMS.map((term) =>
      entry(
        `option.${option.code}.${term}`,
        option[term],
        SCENARIO_DEFAULTS.option[term],
        written?.[term],
        OPTION_MEANINGS[term],
        `option.${term}`,
      ),
    );
    return [...numbers, entry(`option.${option.code}.start`, monthNumber(option.start), 0, written?.start, OPTION_START)];
  }

  function policyOf(policy: GrantPolicy | undefined): Assumption[] {
    if (!policy) return [];
    const granted = (field: string, value: number) => entry(`policy.${policy.kind}.${field}`, value, 0, true, NO_POLICY);
    if (policy.kind === 'list')
      return [
        granted(
          'amount',
          policy.grants.reduce((sum, grant) => sum + grant.amount, 0),
        ),
      ];
    if (policy.kind === 'optimal') {
      const { budget, lump, least, most, eligibleOnly, wanted } = policy.rule;
      return [
        ...(budget === undefined ? [] : [granted('budget', budget)]),
        granted('lump', yuanOf(1, { lump })),
        granted('min', yuanOf(least, { lump })),
        granted('max', yuanOf(most, { lump })),
        ...(wanted ? [granted('chance', wanted.chance), granted('villageCount', wanted.villages)] : []),
        granted('eligibleOnly', eligibleOnly ? 1 : 0),
      ];
    }
    return [
      ...('budget' in policy ? [granted('budget', policy.budget)] : []),
      ...('amount' in policy ? [granted('amount', policy.amount)] : []),
      granted('eligibleOnly', policy.eligibleOnly ? 1 : 0),
    ];
  }
}
