import { describe, expect, test } from 'vitest';
import { Problems } from '../../server/base/errors/problems.js';
import type { Language } from '../../server/base/errors/problem.js';
import { monthOf } from '../../server/base/month.js';
import { MODEL_DEFAULTS, SCENARIO_DEFAULTS } from '../../server/scenario/defaults.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { toScenario } from '../../server/scenario/to-scenario.js';
import { known } from './known.js';

const read = (spec: ScenarioSpec, language: Language = 'en') => toScenario(spec, { known, language });

/** Everything that is refused about a scenario: path, code and message. */
function refusal(spec: ScenarioSpec, language: Language = 'en'): string[] {
  try {
    read(spec, language);
  } catch (error) {
    if (error instanceof Problems)
      return error.problems.map((problem) => `${problem.path.join('.')} ${problem.code}: ${problem.text(language)}`);
    throw error;
  }
  return [];
}

describe('what is left out', () => {
  test('takes the defaults', () => {
    const { assumptions, ...scenario } = read({});
    expect(scenario).toEqual({
      name: '',
      scope: [],
      asOf: undefined,
      horizon: 3,
      trials: 10_000,
      seed: 1357,
      growth: [],
      target: { default: 50_000, overrides: [] },
      netRatio: { INDUSTRY: 1, PROPERTY: 1, SERVICE: 1, RESOURCE: 1, TOURISM: 1 },
      options: [],
      projectTerms: SCENARIO_DEFAULTS.option,
      policy: undefined,
      parks: [],
      defaults: MODEL_DEFAULTS,
      reinvest: undefined,
    });
    expect(assumptions.every(({ value, default: standard }) => value === standard)).toBe(true);
    expect(assumptions.every(({ source }) => source.startsWith('default: '))).toBe(true);
  });

  test('null is the same as leaving out', () => {
    const nothing = { name: null, scope: null, asOf: null, horizon: null, trials: null, seed: null, growth: null, target: null };
    expect(read({ ...nothing, netRatio: null, options: null, policy: null, parks: null, assumptions: null, reinvest: null })).toEqual(
      read({}),
    );
  });

  test('an option takes the terms that it does not name', () => {
    expect(read({ options: [{ code: 'cocoon', mode: 'INDUSTRY', rate: 0.08, start: '2020-10' }] }).options).toEqual([
      {
        code: 'cocoon',
        mode: 'INDUSTRY',
        industry: null,
        park: null,
        rate: 0.08,
        sd: 0.3,
        start: monthOf(2020, 10),
        delay: 3,
        failure: 0.04,
        insured: 0,
        premium: 0,
        late: 0.1,
      },
    ]);
  });

  test('a plan without a rate is the trend, one without a weight is the plan in full', () => {
    expect(read({ growth: [{ mode: 'INDUSTRY' }, { mode: 'SERVICE', rate: 0.11 }, { mode: 'RESOURCE', weight: 0.7 }] }).growth).toEqual([
      { mode: 'INDUSTRY', rate: 0, weight: 0, year: undefined },
      { mode: 'SERVICE', rate: 0.11, weight: 1, year: undefined },
      { mode: 'RESOURCE', rate: 0, weight: 0, year: undefined },
    ]);
  });
});

describe('what is refused', () => {
  test('everything at once, each with its place', () => {
    expect(
      refusal({
        scope: ['451026', '451027'],
        asOf: 'May',
        horizon: 11,
        trials: 200_001,
        seed: -1,
        growth: [
          { mode: 'INDUSTRY', rate: -1, weight: 1.5 },
          { mode: 'INDUSTRY', rate: 0.1 },
        ],
        target: { default: -1, overrides: [{ village: '永宁', amount: 1e12 }] },
        netRatio: [{ mode: 'SERVICE', ratio: 2.5 }],
        options: [
          { code: 'a', mode: 'INDUSTRY', rate: 1.1, sd: 3, delay: 121, failure: 2, insured: -1, premium: 2, late: 2, park: 'NAPO-COCON' },
        ],
        parks: [{ park: 'NAPO-COCOON', late: 2, start: '2020-13' }],
        assumptions: [
          { name: 'priorCountySD', value: 0.1 },
          { name: 'priorModeSd', value: 0 },
        ],
        reinvest: { share: 2, return: 3 },
      }),
    ).toEqual([
      'scope.1 UNKNOWN_REGION: unknown region code "451027"; counties loaded: 那坡县 (451026); did you mean 那坡县 (451026)?',
      'options.0.park UNKNOWN_PARK: unknown park "NAPO-COCON"; did you mean 鲜茧集中加工产业园 (NAPO-COCOON)?',
      'options.0.rate OUT_OF_RANGE: options[0].rate = 1.1 is out of range; it must be between 0 and 1',
      'options.0.sd OUT_OF_RANGE: options[0].sd = 3 is out of range; it must be between 0 and 2',
      'options.0.delay OUT_OF_RANGE: options[0].delay = 121 is out of range; it must be between 0 and 120',
      'options.0.failure OUT_OF_RANGE: options[0].failure = 2 is out of range; it must be between 0 and 1',
      'options.0.insured OUT_OF_RANGE: options[0].insured = -1 is out of range; it must be between 0 and 1',
      'options.0.premium OUT_OF_RANGE: options[0].premium = 2 is out of range; it must be between 0 and 1',
      'options.0.late OUT_OF_RANGE: options[0].late = 2 is out of range; it must be between 0 and 1',
      'asOf BAD_YEAR_MONTH: "May" is no month; write 2020-05',
      'horizon OUT_OF_RANGE: horizon = 11 is out of range; it must be between 1 and 10',
      'trials TOO_MANY_TRIALS: 200001 trials are too many; at most 200000 at a time',
      'seed OUT_OF_RANGE: seed = -1 is out of range; it must be between 0 and 2147483647',
      'growth.1 DUPLICATE_CODE: "INDUSTRY" stands twice in growth; keep one',
      'growth.0.weight OUT_OF_RANGE: growth[0].weight = 1.5 is out of range; it must be between 0 and 1',
      'growth.0.rate OUT_OF_RANGE: growth[0].rate = -1 is out of range; it must be between -0.99 and 5',
      'target.default OUT_OF_RANGE: target.default = -1 is out of range; it must be between 0 and 999999999999.99',
      'target.overrides.0.village UNKNOWN_VILLAGE: unknown village "永宁"; did you mean 永宁村 (451026100201)?',
      'target.overrides.0.amount OUT_OF_RANGE: target.overrides[0].amount = 1000000000000 is out of range; it must be between 0 and 999999999999.99',
      'netRatio.0.ratio OUT_OF_RANGE: netRatio[0].ratio = 2.5 is out of range; it must be between 0 and 2',
      'parks.0.late OUT_OF_RANGE: parks[0].late = 2 is out of range; it must be between 0 and 1',
      'parks.0.start BAD_YEAR_MONTH: "2020-13" is no month; write 2020-05',
      'assumptions.0.name UNKNOWN_ASSUMPTION: unknown assumption "priorCountySD"; did you mean priorCountySd?',
      'assumptions.1.value OUT_OF_RANGE: assumptions[1].value = 0 is out of range; it must be between 0.001 and 2',
      'reinvest.share OUT_OF_RANGE: reinvest.share = 2 is out of range; it must be between 0 and 1',
      'reinvest.return OUT_OF_RANGE: reinvest.return = 3 is out of range; it must be between -1 and 1',
    ]);
  });

  test('says it in Chinese as well', () => {
    expect(refusal({ horizon: 0.5, seed: Number.NaN, target: { overrides: [{ village: '451026100203', amount: 1 }] } }, 'zh')).toEqual([
      'horizon NOT_AN_INTEGER: horizon = 0.5 应是整数',
      'seed NOT_A_NUMBER: seed = NaN 应是数',
      'target.overrides.0.village UNKNOWN_VILLAGE: 没有代码为“451026100203”的村；是否要写：永宁村 (451026100201)、者兰村 (451026100202)、百合村 (451026101201)？',
    ]);
  });

  test('a path of its own goes before', () => {
    expect(() => toScenario({ horizon: 0 }, { known, language: 'en', path: ['scenarios', '2'] })).toThrowError(
      expect.objectContaining({ problems: [expect.objectContaining({ path: ['scenarios', '2', 'horizon'] })] }),
    );
  });
});

describe('policies', () => {
  const options = [{ code: 'cocoon', mode: 'INDUSTRY' as const }];

  test('exactly one kind', () => {
    expect(refusal({ options, policy: {} })).toEqual([
      'policy ONE_POLICY: policy takes exactly one of flat, list, neediest, proportional, optimal; here: none',
    ]);
    expect(refusal({ options, policy: { flat: { amount: 1, option: 'cocoon' }, list: [] } })).toEqual([
      'policy ONE_POLICY: policy takes exactly one of flat, list, neediest, proportional, optimal; here: flat, list',
    ]);
  });

  test('options must be described, villages loaded and in scope, grants listed once', () => {
    const list = [
      { village: '451026100201', amount: 1, option: 'cocoon' },
      { village: '451026100201', amount: 2, option: 'cocoon' },
      { village: '451026101201', amount: 2, option: 'cocon' },
      { village: '451026', amount: 2, option: 'cocoon' },
    ];
    expect(refusal({ scope: ['451026100'], options, policy: { list } })).toEqual([
      'policy.list.1 DUPLICATE_CODE: "451026100201 cocoon" stands twice in policy; keep one',
      "policy.list.2.village VILLAGE_NOT_IN_SCOPE: village 百合村 (451026101201) lies outside the scenario's scope",
      'policy.list.2.option UNKNOWN_OPTION: the scenario has no option "cocon", describe it in options first; did you mean cocoon?',
      'policy.list.3.village UNKNOWN_VILLAGE: unknown village "451026"; did you mean 永宁村 (451026100201), 者兰村 (451026100202), 百合村 (451026101201)?',
    ]);
    expect(refusal({ options: [...options, ...options] })).toEqual([
      'options.1.code DUPLICATE_CODE: "cocoon" stands twice in options; keep one',
    ]);
  });

  test('only eligible villages unless said otherwise', () => {
    expect(read({ options, policy: { flat: { amount: 500_000, option: 'cocoon' } } }).policy).toEqual({
      kind: 'flat',
      amount: 500_000,
      option: 'cocoon',
      eligibleOnly: true,
    });
    expect(read({ options, policy: { neediest: { budget: 3e6, amount: 5e5, option: 'cocoon', eligibleOnly: false } } }).policy).toEqual({
      kind: 'neediest',
      budget: 3e6,
      amount: 5e5,
      option: 'cocoon',
      eligibleOnly: false,
    });
  });
});

describe('the echo of what was used', () => {
  const spec: ScenarioSpec = {
    asOf: '2020-05',
    growth: [{ mode: 'INDUSTRY', rate: 0.187, weight: 0.5, year: 2020 }],
    options: [{ code: 'cocoon', mode: 'INDUSTRY', park: 'NAPO-COCOON', start: '2021-06' }],
    policy: { flat: { amount: 500_000, option: 'cocoon' } },
    parks: [{ park: 'NAPO-COCOON', start: '2021-07' }],
    assumptions: [{ name: 'priorCountySd', value: 0.1 }],
  };
  const named = (language: Language) => new Map(read(spec, language).assumptions.map((assumption) => [assumption.name, assumption]));

  test('names every number once, with its default and its source', () => {
    const scenario = read(spec);
    expect(new Set(scenario.assumptions.map(({ name }) => name)).size).toBe(scenario.assumptions.length);
    const found = named('en');
    expect(found.get('asOf')).toMatchObject({ value: 202005, default: 0 });
    expect(found.get('growth.INDUSTRY.2020.rate')).toEqual({
      name: 'growth.INDUSTRY.2020.rate',
      value: 0.187,
      default: 0.187,
      source: "scenario: the article's planned growth (June 2020)",
    });
    expect(found.get('growth.INDUSTRY.2020.weight')).toMatchObject({ value: 0.5, default: 0 });
    expect(found.get('growth.SERVICE.weight')).toMatchObject({ value: 0, source: 'default: no plan: the trend of the history' });
    expect(found.get('option.cocoon.start')).toMatchObject({ value: 202106 });
    expect(found.get('option.cocoon.rate')).toMatchObject({ value: 0.06, default: 0.06 });
    expect(found.get('park.NAPO-COCOON.start')).toMatchObject({ value: 202107 });
    expect(found.get('policy.flat.amount')).toMatchObject({ value: 500_000 });
    expect(found.get('priorCountySd')).toMatchObject({ value: 0.1, default: 0.05 });
    expect([...found.keys()]).toEqual(
      expect.arrayContaining([...Object.keys(MODEL_DEFAULTS), 'horizon', 'trials', 'seed', 'target.default', 'netRatio.TOURISM']),
    );
  });

  test('says where a number comes from in the language asked for', () => {
    expect(named('zh').get('priorCountySd')?.source).toBe('方案设定：全县共同冲击的先验标准差（对数）；天气、政策年景的常见幅度约 5%');
    expect(named('zh').get('horizon')?.source).toBe('默认：预测年数，含当年');
  });
});
