import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../server/base/errors/problems.js';
import { INDUSTRIES, MODES } from '../../server/base/vocabulary.js';
import { readScenario, writeScenario } from '../../server/scenario/yaml.js';

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0));
const code = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.stringMatching(/^\d{12}$/),
  fc.constantFrom('true', 'null', '~', '1e3', '2020-05', '- a', 'a: b', '#'),
);
const month = fc
  .tuple(fc.integer({ min: 1949, max: 2199 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, m]) => `${year}-${String(m).padStart(2, '0')}`);
const mode = fc.constantFrom(...MODES);
const some = <Fields extends object>(fields: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> }, ...required: (keyof Fields)[]) =>
  fc.record(fields, { requiredKeys: required, noNullPrototype: true });
const list = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { maxLength: 3 });

const policy = fc.oneof(
  some({ flat: some({ amount: number, option: code, eligibleOnly: fc.boolean() }, 'amount', 'option') }, 'flat'),
  some({ list: list(some({ village: code, amount: number, option: code }, 'village', 'amount', 'option')) }, 'list'),
  some(
    { neediest: some({ budget: number, amount: number, option: code, eligibleOnly: fc.boolean() }, 'budget', 'amount', 'option') },
    'neediest',
  ),
  some({ proportional: some({ budget: number, option: code }, 'budget', 'option') }, 'proportional'),
);
const option = some(
  {
    code,
    mode,
    industry: fc.constantFrom(...INDUSTRIES),
    park: code,
    rate: number,
    sd: number,
    start: month,
    delay: number,
    failure: number,
    insured: number,
    premium: number,
    late: number,
  },
  'code',
  'mode',
);
const scenario = some({
  name: fc.string(),
  scope: list(code),
  asOf: month,
  horizon: number,
  trials: number,
  seed: number,
  growth: list(some({ mode, rate: number, weight: number, year: fc.integer() }, 'mode')),
  target: some({ default: number, overrides: list(some({ village: code, year: fc.integer(), amount: number }, 'village', 'amount')) }),
  netRatio: list(some({ mode, ratio: number }, 'mode', 'ratio')),
  options: list(option),
  policy,
  parks: list(some({ park: code, start: month, late: number }, 'park')),
  assumptions: list(some({ name: fc.string(), value: number }, 'name', 'value')),
  reinvest: some({ share: number, return: number }, 'share', 'return'),
});

function refusal(text: string, language: 'zh' | 'en'): string[] {
  try {
    readScenario(text);
  } catch (error) {
    if (error instanceof Problems) return error.problems.map((problem) => problem.text(language));
    throw error;
  }
  return [];
}

describe('round trip', () => {
  test('what is written is read back the same, and written again the same', () => {
    fc.assert(
      fc.property(scenario, (spec) => {
        const text = writeScenario(spec);
        expect(readScenario(text)).toEqual(spec);
        expect(writeScenario(readScenario(text))).toBe(text);
      }),
    );
  });

  test('the order in which fields were written does not show', () => {
    expect(writeScenario({ seed: 1, name: '甲', horizon: null, scope: ['451026'] })).toBe('name: 甲\nscope:\n  - "451026"\nseed: 1\n');
  });

  test.each(readdirSync('scenarios/napo').filter((name) => name.endsWith('.scenario.yaml')))(
    '%s is written as the product writes it',
    (name) => {
      const text = readFileSync(join('scenarios/napo', name), 'utf8');
      expect(writeScenario(readScenario(text))).toBe(text.replace(/^#.*\n/gm, ''));
    },
  );
});

describe('reading', () => {
  test('takes codes without quotes, months and modes as people write them', () => {
    const text = 'scope: [451026]\nasOf: 2020年5月\ngrowth:\n  - { mode: 产业, rate: 0.187 }\nname: 2020\n';
    expect(readScenario(text)).toEqual({ scope: ['451026'], asOf: '2020-05', growth: [{ mode: 'INDUSTRY', rate: 0.187 }], name: '2020' });
  });

  test('an empty file and empty fields say nothing', () => {
    expect(readScenario('')).toEqual({});
    expect(readScenario('# nothing\nhorizon:\nscope: ~\n')).toEqual({});
  });

  test('tells everything that does not fit, with its line', () => {
    const text = [
      'name: [a]',
      'horizont: 3',
      'trials: many',
      'growth:',
      '  - mode: 工业',
      '  - rate: 0.1',
      'policy:',
      '  flat: 500000',
      'target: { overrides: {} }',
    ].join('\n');
    expect(refusal(text, 'en')).toEqual([
      'line 1: name must be text',
      'line 2: unknown field "horizont"; did you mean horizon?',
      'line 3: trials must be a number',
      'line 5: growth.0.mode must be one of Industry, Property, Service, Resource, Tourism',
      'line 6: "mode" is missing',
      'line 8: policy.flat must be fields (name: value)',
      'line 9: target.overrides must be a list',
    ]);
    expect(refusal('trials: many', 'zh')).toEqual(['第 1 行：trials 应是数']);
    expect(refusal('- 1', 'zh')).toEqual(['第 1 行：scenario 应是若干项（名称：值）']);
  });

  test('tells where a file is no YAML', () => {
    expect(refusal('name: a\nname: b\n', 'en')).toEqual(['line 2: line 2 is no valid YAML: Map keys must be unique'.slice(8)]);
  });
});
