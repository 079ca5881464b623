import { MODES, MODE_WORDS } from '../../base/vocabulary.js';
import { ARTICLE_PLAN } from '../../scenario/article-plan.js';
import type { Words } from '../../base/words.js';
import { SCENARIO_RANGES, SHARE } from '../../scenario/ranges.js';
import type { PlannedGrowth } from '../../scenario/scenario.js';
import type { Comparable } from '../comparison-checks.js';
import { stepRange } from './sensible-range.js';
import { varied, type VariedAssumption } from './varied-assumption.js';

const RATE_STEP = 0.05;
const WEIGHT_STEP = 0.25;

/** The planned growth of each mode and how far it is attained; a mode without a plan could attain some of the article's. */
export function growthAssumptions({ scenario: { growth } }: Comparable): VariedAssumption[] {
  return MODES.flatMap((mode) => {
    const plans = growth.filter((plan) => plan.mode === mode);
    const written = plans.flatMap((plan) => [...(plan.weight > 0 ? [rateOf(plan)] : []), weightOf(plan)]);
    if (plans.some(({ year }) => year === undefined)) return written;
    const trend: PlannedGrowth = { mode, rate: ARTICLE_PLAN[mode], weight: 0, year: undefined };
    return [weightOf(trend), ...written];
  });
}

const nameOf = ({ mode, year }: PlannedGrowth, what: string): string => `growth.${mode}${year === undefined ? '' : `.${year}`}.${what}`;

function labelOf({ mode, year }: PlannedGrowth, { zh, en }: Words): Words {
  const words = MODE_WORDS[mode];
  return {
    zh: `${words.zh}：${year === undefined ? '' : `${year} 年`}${zh}`,
    en: `${words.en}: ${en}${year === undefined ? '' : ` in ${year}`}`,
  };
}

/** The plan of a mode and year changed; one that is not written yet is added. */
function withPlan({ scenario, counties }: Comparable, plan: PlannedGrowth, changed: Partial<PlannedGrowth>): Comparable {
  const isSame = ({ mode, year }: PlannedGrowth) => mode === plan.mode && year === plan.year;
  const written = scenario.growth.find(isSame) ?? plan;
  const growth = [...scenario.growth.filter((own) => !isSame(own)), { ...written, ...changed }];
  return { scenario: { ...scenario, growth }, counties };
}

function rateOf(plan: PlannedGrowth): VariedAssumption {
  return varied(
    {
      name: nameOf(plan, 'rate'),
      group: 'GROWTH',
      unit: 'SHARE',
      label: labelOf(plan, { zh: '计划年增长', en: 'planned growth' }),
      value: plan.rate,
      ...SCENARIO_RANGES.growth,
      ...stepRange(plan.rate, RATE_STEP, SCENARIO_RANGES.growth, '上下 5 个百分点', '5 points either way'),
    },
    (on, rate) => withPlan(on, plan, { rate }),
  );
}

/** A written trend has no rate: what could be attained of it is the article's plan. */
function weightOf(plan: PlannedGrowth): VariedAssumption {
  return varied(
    {
      name: nameOf(plan, 'weight'),
      group: 'GROWTH',
      unit: 'SHARE',
      label: labelOf(plan, { zh: '达成度', en: 'attainment' }),
      value: plan.weight,
      ...SHARE,
      ...stepRange(plan.weight, WEIGHT_STEP, SHARE, '上下 25 个百分点', '25 points either way'),
    },
    (on, weight) => withPlan(on, plan, plan.weight > 0 ? { weight } : { weight, rate: ARTICLE_PLAN[plan.mode] }),
  );
}
