import { expect, it } from 'vitest';
import { MODES } from '../../../server/base/vocabulary.js';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import { inheritedDefaults, PRODUCT_DEFAULTS, scenarioDefaults } from '../../../web/cells/scenario-defaults.js';

const set = (name: string, value: number, changedAt: string | null = '2020-06-12') => ({
  name,
  value,
  changedAt,
  zh: name,
  en: name,
  unitZh: '',
  unitEn: '',
});
const NAMES = [
  'horizon',
  'trials',
  'seed',
  'target.default',
  'growth.weight',
  'netRatio',
  'option.rate',
  'priorWeight',
  'reporting.dueDay',
];
const all = scenarioDefaults(NAMES.map((name, index) => set(name, index + 1)));
const inherited = (scenario: ScenarioSpec) => inheritedDefaults(scenario, all).map(({ name }) => name);

it("a workspace that has changed nothing has the product's defaults", () => {
  expect(scenarioDefaults([])).toEqual(PRODUCT_DEFAULTS);
  expect(scenarioDefaults([set('horizon', 3, null)])).toEqual(PRODUCT_DEFAULTS);
});

it('what a workspace has changed holds, and is known to be its own', () => {
  const defaults = scenarioDefaults([set('target.default', 60_000), set('option.delay', 6), set('trials', 10_000, null)]);
  expect(defaults).toMatchObject({ target: 60_000, option: { delay: 6, rate: 0.06 }, trials: 10_000 });
  expect(defaults.changed.map(({ name }) => name)).toEqual(['target.default', 'option.delay']);
});

it('a scenario inherits what it says nothing of', () => {
  expect(inherited({})).toEqual(['horizon', 'trials', 'seed', 'target.default', 'netRatio', 'priorWeight']);
  const silent: ScenarioSpec = { growth: [{ mode: 'SERVICE', rate: 0.1 }], options: [{ code: 'a', mode: 'SERVICE' }] };
  expect(inherited(silent)).toEqual(NAMES.slice(0, -1));
});

it('a scenario that says it all inherits nothing', () => {
  const written: ScenarioSpec = {
    horizon: 2,
    trials: 1000,
    seed: 0,
    target: { default: 0 },
    growth: [{ mode: 'SERVICE', rate: 0.1, weight: 0 }],
    netRatio: MODES.map((mode) => ({ mode, ratio: 1 })),
    options: [{ code: 'a', mode: 'SERVICE', rate: 0 }],
    assumptions: [{ name: 'priorWeight', value: 4 }],
  };
  expect(inherited(written)).toEqual([]);
});
