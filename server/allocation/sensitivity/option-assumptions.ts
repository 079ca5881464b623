import type { Words } from '../../base/words.js';
import { SCENARIO_RANGES, SHARE, type Range } from '../../scenario/ranges.js';
import type { DefaultTerms } from '../../scenario/defaults.js';
import type { GrantOption } from '../../scenario/scenario.js';
import { monthOf } from '../../base/month.js';
import type { Comparable } from '../comparison-checks.js';
import { factorRange, monthRange, stepRange } from './sensible-range.js';
import { varied, type SensibleRange, type VariedAssumption } from './varied-assumption.js';

type Term = keyof DefaultTerms;

interface TermRule {
  readonly label: Words;
  readonly unit: VariedAssumption['unit'];
  readonly limits: Range;
  readonly range: (value: number) => SensibleRange;
}

/** How far each term of an option may lie off. Realised returns are seldom above the promised ones, and often far below. */
export const TERM_RULES: Readonly<Record<Term, TermRule>> = {
  rate: {
    label: { zh: '年回报率', en: 'yearly return' },
    unit: 'SHARE',
    limits: SHARE,
    range: (value) => factorRange(value, [0.6, 1.2], SHARE, 0.02),
  },
  sd: {
    label: { zh: '回报起伏', en: 'dispersion of returns' },
    unit: 'LOG',
    limits: SCENARIO_RANGES.sd,
    range: (value) => factorRange(value, [0.5, 1.5], SCENARIO_RANGES.sd, 0.3),
  },
  delay: {
    label: { zh: '平均推迟', en: 'mean delay' },
    unit: 'MONTHS',
    limits: SCENARIO_RANGES.delay,
    range: (value) => factorRange(value, [0.5, 2], SCENARIO_RANGES.delay, 6),
  },
  failure: {
    label: { zh: '失约可能', en: 'chance of failure' },
    unit: 'SHARE',
    limits: SHARE,
    range: (value) => factorRange(value, [0.5, 2], SHARE, 0.04),
  },
  insured: {
    label: { zh: '保险赔付', en: 'share insured' },
    unit: 'SHARE',
    limits: SHARE,
    range: (value) => stepRange(value, 0.25, SHARE, '上下 25 个百分点', '25 points either way'),
  },
  premium: {
    label: { zh: '保费占拨款', en: 'share spent on insurance' },
    unit: 'SHARE',
    limits: SHARE,
    range: (value) => stepRange(value, 0.02, SHARE, '上下 2 个百分点', '2 points either way'),
  },
  late: {
    label: { zh: '晚一年到账的可能', en: 'chance to be a year late' },
    unit: 'SHARE',
    limits: SHARE,
    range: (value) => factorRange(value, [0.5, 2], SHARE, 0.1),
  },
};

const TERMS = Object.keys(TERM_RULES) as Term[];
const MONTHS: Range = { least: monthOf(1950, 1), most: monthOf(2199, 12) };
/** Months by which a start is early or late. */
export const START_SHIFT = [3, 6] as const;

/** Terms and start of each option of the scenario. */
export function optionAssumptions({ scenario, counties }: Comparable): VariedAssumption[] {
  return scenario.options.flatMap((option) => {
    const of = ({ zh, en }: Words): Words => ({ zh: `投向“${option.code}”：${zh}`, en: `option “${option.code}”: ${en}` });
    const start = option.start ?? counties[0]!.fit.panel.asOf + 1;
    return [
      ...TERMS.map((term) => {
        const { label, unit, limits, range } = TERM_RULES[term];
        const value = option[term];
        const shown = {
          name: `option.${option.code}.${term}`,
          group: 'OPTION',
          unit,
          option: option.code,
          label: of(label),
          value,
        } as const;
        return varied({ ...shown, ...limits, ...range(value) }, (on, changed) => withOption(on, option.code, { [term]: changed }));
      }),
      varied(
        {
          name: `option.${option.code}.start`,
          group: 'OPTION',
          unit: 'MONTH',
          option: option.code,
          whole: true,
          label: of({ zh: '开工月份', en: 'start' }),
          value: start,
          ...MONTHS,
          ...monthRange(start, START_SHIFT),
        },
        (on, month) => withOption(on, option.code, { start: month }),
      ),
    ];
  });
}

const withOption = ({ scenario, counties }: Comparable, code: string, changed: Partial<GrantOption>): Comparable => ({
  scenario: { ...scenario, options: scenario.options.map((own) => (own.code === code ? { ...own, ...changed } : own)) },
  counties,
});
