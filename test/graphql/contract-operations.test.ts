import { describe, expect, test } from 'vitest';
import { MODES } from '../../server/base/vocabulary.js';
import { contractOperation, serving, type Answer } from './serving.js';

const server = serving();
const ask = async (name: string, variables: object = {}): Promise<Answer> => {
  const { data, errors } = await server.ask(contractOperation(name), variables);
  expect(errors).toBeUndefined();
  return data;
};

describe('the operations of the contract, over HTTP, on the demonstration county', () => {
  test('Counties', async () => {
    const { counties } = await ask('Counties');
    expect(counties).toHaveLength(1);
    const [county] = counties;
    expect(county).toMatchObject({ code: '451026', name: '那坡县', asOf: '2020-05', villageCount: 130, demonstration: true });
    expect(county.townships).toHaveLength(9);
    expect(county.townships.reduce((sum: number, township: { villageCount: number }) => sum + township.villageCount, 0)).toBe(130);
    expect(county.parks.map(({ code }: { code: string }) => code)).toEqual(['NAPO-COCOON', 'NAPO-LIVESTOCK', 'NAPO-MANGO']);
  });

  test('Villages: pages join up to the whole, in order of code', async () => {
    const codes: string[] = [];
    let after: string | null = null;
    do {
      const { villages } = await ask('Villages', { first: 40, after });
      expect(villages.totalCount).toBe(130);
      codes.push(...villages.nodes.map(({ code }: { code: string }) => code));
      after = villages.pageInfo.hasNextPage ? villages.pageInfo.endCursor : null;
    } while (after !== null);
    expect(codes).toHaveLength(130);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test('Villages: filters are joined by and; search is literal; a target without a year is of the last projected one', async () => {
    const all = await ask('Villages', { first: 200 });
    const eligible = all.villages.nodes.filter((village: { eligible: boolean }) => village.eligible);
    const only = await ask('Villages', { first: 200, where: { eligible: true } });
    expect(only.villages.nodes).toEqual(eligible);
    const one = all.villages.nodes[3];
    const found = await ask('Villages', { first: 5, where: { search: one.name, townships: [one.township.code] } });
    expect(found.villages.nodes).toContainEqual(one);
    expect((await ask('Villages', { first: 5, where: { search: '%' } })).villages.totalCount).toBe(0);
    const inYear = await ask('Villages', { first: 200, year: 2022 });
    expect(inYear.villages.nodes).toEqual(all.villages.nodes);
    expect(new Set(all.villages.nodes.map(({ target }: { target: number }) => target))).toEqual(new Set([50_000, 100_000]));
  });

  test('Income: months sum to years, modes to the total', async () => {
    const months = await ask('Income', { groupBy: ['YEAR', 'MONTH'] });
    const years = await ask('Income', { groupBy: ['YEAR'] });
    const modes = await ask('Income', { groupBy: ['MODE'] });
    for (const { year, amount } of years.income.groups) {
      const own = months.income.groups.filter((group: { year: number }) => group.year === year);
      expect(own.reduce((sum: number, group: { amount: number }) => sum + group.amount, 0)).toBeCloseTo(amount, 2);
    }
    expect(modes.income.groups.map(({ mode }: { mode: string }) => mode)).toEqual(MODES);
    expect(modes.income.groups.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0)).toBeCloseTo(modes.income.total, 2);
    expect(months.income.groups[0]).toMatchObject({ region: null, mode: null, year: 2017, month: '2017-01' });
  });

  test('Income: a limit truncates, and the total does not change', async () => {
    const all = await ask('Income', { groupBy: ['VILLAGE'], where: { from: '2019-01', to: '2019-12' } });
    const some = await ask('Income', { groupBy: ['VILLAGE'], where: { from: '2019-01', to: '2019-12' }, limit: 3 });
    expect(all.income.truncated).toBe(false);
    expect(some.income).toEqual({ total: all.income.total, truncated: true, groups: all.income.groups.slice(0, 3) });
  });

  test('ModelFit', async () => {
    const { modelFit } = await ask('ModelFit');
    const [fit] = modelFit;
    expect(fit).toMatchObject({ county: { code: '451026' }, asOf: '2020-05', completeYears: 3, closedMonths: 5 });
    expect(fit.modes.map(({ mode }: { mode: string }) => mode)).toEqual(MODES);
    expect(fit.streams.nodes).toHaveLength(fit.streams.totalCount);
    const [earlier] = (await ask('ModelFit', { asOf: '2019-12' })).modelFit;
    expect(earlier).toMatchObject({ asOf: '2019-12', completeYears: 3, closedMonths: 0, shareSd: null });
    const [township] = (await ask('ModelFit', { scope: ['451026101'] })).modelFit;
    expect(township.countySd).toBe(fit.countySd);
    expect(township.streams.nodes.every((stream: { village: { code: string } }) => stream.village.code.startsWith('451026101'))).toBe(true);
  });

  test('Projection', async () => {
    const scenario = { trials: 500, growth: [{ mode: 'INDUSTRY', rate: 0.187, weight: 0.5 }] };
    const { projection } = await ask('Projection', { scenario });
    expect(projection).toMatchObject({ seed: 1357, trials: 500, asOf: '2020-05', years: [2020, 2021, 2022] });
    expect(projection.outcome.villageCount).toBe(130);
    expect(projection.villages.totalCount).toBe(130);
    expect(projection.villages.nodes).toHaveLength(130);
    const expected = projection.villages.nodes.reduce((sum: number, { chance }: { chance: number }) => sum + chance, 0);
    expect(projection.outcome.expectedReaching.mean).toBeCloseTo(expected, 9);
    const probability = projection.outcome.reachingDistribution.reduce(
      (sum: number, entry: { probability: number }) => sum + entry.probability,
      0,
    );
    expect(probability).toBeCloseTo(1, 12);
    expect(await ask('Projection', { scenario, year: 2022 })).toEqual({ projection });
    expect((await ask('Projection', { scenario, year: 2020 })).projection.outcome).not.toEqual(projection.outcome);
  });
});

describe('beyond the contract', () => {
  const PROJECTED = `query ($scenario: ScenarioInput!, $year: Int, $where: VillageFilter) {
    projection(scenario: $scenario) {
      grants(year: $year) { village { code eligible } option amount }
      warnings { code message }
      villages(year: $year, first: 3, where: $where) { totalCount pageInfo { hasNextPage endCursor } nodes { village { code } grant } }
    }
  }`;
  const cocoon = { code: 'cocoon', mode: 'INDUSTRY', industry: 'SERICULTURE', park: 'NAPO-COCOON', start: '2020-03' };

  test('grants are told one by one, and what to know before relying on the numbers', async () => {
    const scenario = {
      trials: 100,
      options: [cocoon],
      growth: [{ mode: 'SERVICE', rate: 0.1, year: 2030 }],
      policy: { neediest: { budget: 1_100_000, amount: 500_000, option: 'cocoon' } },
    };
    const { data } = await server.ask(PROJECTED, { scenario, year: 2020, where: { eligible: true } });
    const { grants, warnings, villages } = data.projection;
    expect(grants).toHaveLength(2);
    expect(
      grants.every((grant: { amount: number; village: { eligible: boolean } }) => grant.amount === 500_000 && grant.village.eligible),
    ).toBe(true);
    expect(warnings.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining(['START_IS_PAST', 'PLAN_NOT_USED']));
    expect(villages.nodes).toHaveLength(3);
    expect(villages.pageInfo).toEqual({ hasNextPage: true, endCursor: villages.nodes[2].village.code });
  });

  test('one village by its code; none where there is none', async () => {
    const query = `query ($code: ID!) { village(code: $code) { code township { code villageCount } target(year: 2020) } }`;
    const { data } = await server.ask(query, { code: '451026100001' });
    expect(data).toEqual({ village: { code: '451026100001', township: { code: '451026100', villageCount: 29 }, target: 50_000 } });
    expect((await server.ask(query, { code: '451026100999' })).data).toEqual({ village: null });
  });

  test('worked scenarios are served and every one can be projected', async () => {
    const { data } = await server.ask('{ scenarios { id name source spec } scenario(id: "trend") { name } notebook(id: "none") { id } }');
    const { scenarios, ...rest } = data;
    expect(rest).toEqual({ scenario: { name: '趋势' }, notebook: null });
    expect(scenarios.map(({ id }: { id: string }) => id)).toEqual(['grant', 'neediest', 'plan', 'trend']);
    for (const { spec } of scenarios)
      expect((await server.ask(contractOperation('Projection'), { scenario: { ...spec, trials: 100 } })).errors).toBeUndefined();
  });

  test('defaults are told with their meaning', async () => {
    const { data } = await server.ask('{ assumptionDefaults { name value least most named zh en } }');
    const defaults = data.assumptionDefaults;
    expect(defaults).toContainEqual(expect.objectContaining({ name: 'target.default', value: 50_000, named: false }));
    expect(defaults).toContainEqual(expect.objectContaining({ name: 'growth.RESOURCE.rate', value: 0.274 }));
    expect(defaults.filter(({ named }: { named: boolean }) => named)).toHaveLength(11);
    for (const { value, least, most } of defaults) expect(value >= least && value <= most).toBe(true);
  });
});
