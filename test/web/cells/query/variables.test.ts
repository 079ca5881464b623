import { describe, expect, it } from 'vitest';
import { scenariosIn, withScenarios } from '../../../../web/cells/query/variables.js';
import { placeOf } from '../sample-place.js';

const { notebook } = placeOf(
  { id: 'plan', kind: 'parameters', title: '计划', scenario: { horizon: 2 } },
  { id: 'bare', kind: 'parameters', scenario: {} },
);

describe('variables', () => {
  it('name the scenarios that they follow', () => {
    expect(scenariosIn({ a: '@plan', b: ['@bare', '@plan', { c: '@gone' }], d: '@@plan', e: 'plan@' })).toEqual(['plan', 'bare', 'gone']);
  });

  it('get the scenarios as the API takes them', () => {
    const filled = withScenarios({ a: '@plan', list: ['@bare'], gone: '@gone', text: '@@plan', n: 1 }, notebook, '451026');
    expect(filled).toEqual({
      a: { horizon: 2, scope: ['451026'], growth: [], options: [], name: '计划' },
      list: [{ scope: ['451026'], growth: [], options: [] }],
      gone: '@gone',
      text: '@plan',
      n: 1,
    });
  });
});
