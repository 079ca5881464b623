import { describe, expect, test } from 'vitest';
import { ASSUMPTION_MEANINGS } from '../../server/scenario/assumption-meanings.js';
import { unitOf } from '../../server/scenario/assumption-units.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { toScenario } from '../../server/scenario/to-scenario.js';
import {
  checkDefault,
  checkTogether,
  PRODUCT_DEFAULTS,
  PROJECTION_ASSUMPTIONS,
  toWorkspaceDefaults,
  valuesOf,
  WORKSPACE_ASSUMPTIONS,
} from '../../server/scenario/workspace-defaults.js';
import { known } from './known.js';

/** Another value than the product's for every default of projections, in range. */
const OTHER = new Map(
  PROJECTION_ASSUMPTIONS.map(({ name, value, least, most }) => [
    name,
    value * 2 <= most && value > 0 ? value * 2 : (least + value) / 2 || most / 4,
  ]),
);
const defaults = toWorkspaceDefaults(OTHER);
const read = (spec: ScenarioSpec, language: 'zh' | 'en' = 'en') => toScenario(spec, { known, language, defaults });

describe('defaults of a workspace', () => {
  test('are all that a scenario can leave out and that then is a number', () => {
    const plans = ASSUMPTION_MEANINGS.filter(({ name }) => /^growth\.[A-Z]+\.rate$/.test(name));
    expect(plans).toHaveLength(5);
    expect(PROJECTION_ASSUMPTIONS.map(({ name }) => name)).toEqual(
      ASSUMPTION_MEANINGS.filter((meaning) => !plans.includes(meaning)).map(({ name }) => name),
    );
    for (const { value, least, most } of WORKSPACE_ASSUMPTIONS) {
      expect(value >= least && value <= most).toBe(true);
    }
    const bare = WORKSPACE_ASSUMPTIONS.filter(({ name }) => !unitOf(name).zh || !unitOf(name).en);
    expect(bare.map(({ name }) => name)).toEqual(['seed']);
  });

  test('there and back: by name, and as the engine reads them', () => {
    expect(valuesOf(defaults)).toEqual(OTHER);
    expect(toWorkspaceDefaults(valuesOf(defaults))).toEqual(defaults);
    expect(PRODUCT_DEFAULTS.set).toEqual([]);
    expect(JSON.parse(JSON.stringify(defaults))).toEqual(defaults);
    expect(valuesOf(PRODUCT_DEFAULTS)).toEqual(new Map(PROJECTION_ASSUMPTIONS.map(({ name, value }) => [name, value])));
  });

  test('a name that is no longer known is passed over', () => {
    expect(toWorkspaceDefaults(new Map([['priorOfOldTimes', 1]]))).toEqual(PRODUCT_DEFAULTS);
  });

  test('each is held to its range, whole numbers to wholeness, and the prior of cessation to one half', () => {
    expect(() => checkDefault('priorCountySD', 0.1)).toThrow('unknown assumption "priorCountySD"; did you mean priorCountySd');
    expect(() => checkDefault('horizon', 11)).toThrow('horizon = 11 is out of range; it must be between 1 and 10');
    expect(() => checkDefault('trials', 1000.5)).toThrow('trials = 1000.5 must be an integer');
    expect(() => checkDefault('option.rate', Number.NaN)).toThrow('option.rate = NaN is out of range');
    expect(() => checkTogether(toWorkspaceDefaults(new Map([['cessationPriorYears', 0.8]])))).toThrow(
      'cessationPriorEvents = 0.5 is out of range; it must be between 0 and 0.4',
    );
    expect(() => checkTogether(toWorkspaceDefaults(new Map([['bulletin.orange', 0.6]])))).toThrow(
      "the bulletin's colours are reversed: green 0.8, yellow 0.5, orange 0.6",
    );
    expect(() => checkTogether(PRODUCT_DEFAULTS)).not.toThrow();
  });
});

describe('a scenario in a workspace', () => {
  test('takes from it what it leaves out, every number of it', () => {
    const scenario = read({ growth: [{ mode: 'INDUSTRY', rate: 0.1 }], options: [{ code: 'a', mode: 'SERVICE' }] });
    const { horizon, trials, seed, target, netRatio, weight, option, model } = defaults;
    expect(scenario).toMatchObject({ horizon, trials, seed, defaults: model, projectTerms: option });
    expect(scenario.target.default).toBe(target);
    expect(scenario.netRatio.TOURISM).toBe(netRatio);
    expect(scenario.growth[0]!.weight).toBe(weight);
    expect(scenario.options[0]).toMatchObject(option);
  });

  test('keeps what it writes', () => {
    const scenario = read({
      horizon: 2,
      target: { default: 1 },
      netRatio: [{ mode: 'TOURISM', ratio: 0.25 }],
      growth: [{ mode: 'INDUSTRY', rate: 0.1, weight: 0.3 }],
      options: [{ code: 'a', mode: 'SERVICE', rate: 0.01 }],
      assumptions: [{ name: 'priorModeSd', value: 0.07 }],
    });
    expect(scenario.horizon).toBe(2);
    expect(scenario.target.default).toBe(1);
    expect(scenario.netRatio).toMatchObject({ TOURISM: 0.25, INDUSTRY: defaults.netRatio });
    expect(scenario.growth[0]!.weight).toBe(0.3);
    expect(scenario.options[0]!.rate).toBe(0.01);
    expect(scenario.defaults.priorModeSd).toBe(0.07);
    const sources = new Map(scenario.assumptions.map(({ name, source }) => [name, source]));
    for (const name of ['horizon', 'target.default', 'netRatio.TOURISM', 'growth.INDUSTRY.weight', 'option.a.rate', 'priorModeSd'])
      expect(sources.get(name)).toMatch(/^scenario: /);
  });

  test('says which numbers are the workspace’s, beside what the product would assume', () => {
    const spec: ScenarioSpec = { growth: [{ mode: 'INDUSTRY', rate: 0.1 }], options: [{ code: 'a', mode: 'SERVICE' }] };
    const echoed = new Map(read(spec, 'zh').assumptions.map((assumption) => [assumption.name, assumption]));
    for (const name of [
      'horizon',
      'trials',
      'seed',
      'target.default',
      'netRatio.SERVICE',
      'option.a.delay',
      'option.delay',
      'priorCountySd',
      'growth.INDUSTRY.weight',
    ])
      expect(echoed.get(name)?.source).toMatch(/^工作区设定：/);
    expect(echoed.get('target.default')).toMatchObject({ value: 100_000, default: 50_000 });
    expect(echoed.get('option.a.delay')).toMatchObject({ value: 6, default: 3 });
    expect(echoed.get('growth.SERVICE.weight')?.source).toMatch(/^默认：/);
  });
});
