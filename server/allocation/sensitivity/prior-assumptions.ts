import { fitCounty } from '../../model/fit.js';
import type { Words } from '../../base/words.js';
import { MODEL_DEFAULTS, type ModelDefaultName } from '../../scenario/defaults.js';
import { MODEL_DEFAULT_RANGES, type Range } from '../../scenario/ranges.js';
import { mostCessationEvents } from '../../scenario/workspace-defaults.js';
import type { Comparable } from '../comparison-checks.js';
import { factorRange } from './sensible-range.js';
import { varied, type AssumptionUnit, type VariedAssumption } from './varied-assumption.js';

const LABELS: Readonly<Record<ModelDefaultName, Words>> = {
  priorWeight: { zh: '方差先验的权重', en: 'weight of the prior of variances' },
  priorCountySd: { zh: '全县波动的先验', en: 'prior of the volatility common to the county' },
  priorModeSd: { zh: '模式波动的先验', en: 'prior of the volatility common to a mode' },
  priorParkSd: { zh: '园区波动的先验', en: 'prior of the volatility common to a park' },
  priorPermanentSd: { zh: '长久变动的先验', en: 'prior of lasting changes' },
  priorTransitorySd: { zh: '一次性波动的先验', en: 'prior of passing deviations' },
  priorShareSd: { zh: '到账早晚的先验', en: 'prior of payment times' },
  scaleWeight: { zh: '波动倍数的先验权重', en: "weight of the prior of a stream's scale" },
  shareWeight: { zh: '模式到账节奏的权重', en: "weight of the mode's payment times" },
  cessationPriorEvents: { zh: '收入中断的先验：次数', en: 'prior of cessation: events' },
  cessationPriorYears: { zh: '收入中断的先验：年数', en: 'prior of cessation: years' },
};

const unitOf = (name: ModelDefaultName): AssumptionUnit => (name.endsWith('Sd') ? 'LOG' : 'NUMBER');

/** The named defaults of the model: half and twice of each, everything fitted anew. */
export function priorAssumptions(base: Comparable): VariedAssumption[] {
  return (Object.keys(MODEL_DEFAULTS) as ModelDefaultName[]).map((name) => {
    const limits = limitsOf(name, base);
    const value = base.scenario.defaults[name];
    const { zh, en } = LABELS[name];
    const label = { zh: `模型设定 · ${zh}`, en: `model setting: ${en}` };
    return varied(
      { name, group: 'PRIOR', unit: unitOf(name), label, value, ...limits, ...factorRange(value, [0.5, 2], limits, 1) },
      ({ scenario, counties }, changed) => {
        const defaults = { ...scenario.defaults, [name]: changed };
        return {
          scenario: { ...scenario, defaults },
          counties: counties.map(({ record, fit }) => ({ record, fit: fitCounty(record, { asOf: fit.panel.asOf, defaults }) })),
        };
      },
    );
  });
}

/** A prior of cessation is a probability of at most one half, whichever of its two numbers moves. */
function limitsOf(name: ModelDefaultName, { scenario: { defaults } }: Comparable): Range {
  const { least, most } = MODEL_DEFAULT_RANGES[name];
  if (name === 'cessationPriorEvents') return { least, most: mostCessationEvents(defaults) };
  if (name === 'cessationPriorYears') return { least: Math.max(least, 2 * defaults.cessationPriorEvents), most };
  return { least, most };
}
