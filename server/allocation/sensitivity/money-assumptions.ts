import { MODES, MODE_WORDS } from '../../base/vocabulary.js';
import { SCENARIO_RANGES, SHARE, type Range } from '../../scenario/ranges.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Comparable } from '../comparison-checks.js';
import { factorRange, stepRange } from './sensible-range.js';
import { varied, type VariedAssumption } from './varied-assumption.js';

const FACTOR: Range = { least: 0.1, most: 10 };

/** The targets, what of gross income is net, and what reinvested income earns. */
export function moneyAssumptions({ scenario: { netRatio, reinvest } }: Comparable): VariedAssumption[] {
  return [
    varied(
      {
        name: 'target',
        group: 'MONEY',
        unit: 'SHARE',
        label: { zh: '达标线（相对现定的各村目标）', en: 'targets of all villages, relative to those set' },
        value: 1,
        ...FACTOR,
        ...factorRange(1, [0.9, 1.1], FACTOR),
      },
      withTargets,
    ),
    ...MODES.map((mode) =>
      varied(
        {
          name: `netRatio.${mode}`,
          group: 'MONEY',
          unit: 'SHARE',
          label: { zh: `${MODE_WORDS[mode].zh}：净收入占毛收入`, en: `${MODE_WORDS[mode].en}: net of gross income` },
          value: netRatio[mode],
          ...SCENARIO_RANGES.netRatio,
          ...stepRange(
            netRatio[mode],
            0.1,
            netLimits(netRatio[mode]),
            '上下 10 个百分点，净收入不多于毛收入',
            '10 points either way, net no more than gross',
          ),
        },
        (on, ratio) => withMoney(on, { netRatio: { ...on.scenario.netRatio, [mode]: ratio } }),
      ),
    ),
    ...(reinvest
      ? [
          varied(
            {
              name: 'reinvest.share',
              group: 'MONEY',
              unit: 'SHARE',
              label: { zh: '再投入的比例', en: 'share reinvested' },
              value: reinvest.share,
              ...SHARE,
              ...stepRange(reinvest.share, 0.25, SHARE, '上下 25 个百分点', '25 points either way'),
            },
            (on, share) => withMoney(on, { reinvest: { ...(on.scenario.reinvest ?? reinvest), share } }),
          ),
          varied(
            {
              name: 'reinvest.return',
              group: 'MONEY',
              unit: 'SHARE',
              label: { zh: '再投入的回报', en: 'return of what is reinvested' },
              value: reinvest.return,
              ...SCENARIO_RANGES.reinvestReturn,
              ...stepRange(reinvest.return, 0.02, SCENARIO_RANGES.reinvestReturn, '上下 2 个百分点', '2 points either way'),
            },
            (on, earned) => withMoney(on, { reinvest: { ...(on.scenario.reinvest ?? reinvest), return: earned } }),
          ),
        ]
      : []),
  ];
}

/** Of a range that a reader would believe, net income is no more than gross, unless the scenario itself has it so. */
const netLimits = (ratio: number): Range => ({ least: SCENARIO_RANGES.netRatio.least, most: Math.max(1, ratio) });

const withMoney = ({ scenario, counties }: Comparable, part: Partial<Scenario>): Comparable => ({
  scenario: { ...scenario, ...part },
  counties,
});

/** Every target times as much: the default, the scenario's own and the villages' own alike. */
function withTargets({ scenario, counties }: Comparable, factor: number): Comparable {
  const times = <Target extends { readonly amount: number }>(own: Target): Target => ({ ...own, amount: own.amount * factor });
  const { target } = scenario;
  return {
    scenario: { ...scenario, target: { default: target.default * factor, overrides: target.overrides.map(times) } },
    counties: counties.map(({ record, fit }) => ({ fit, record: { ...record, targets: record.targets.map(times) } })),
  };
}
