import { describe, expect, test } from 'vitest';
import { monthOf } from '../../server/base/month.js';
import { commitImport } from '../../server/intake/commit.js';
import { NO_TABLES } from '../../server/intake/tables.js';
import { receipt, STAMP } from '../setup/county.js';
import { serving, type Answer } from './serving.js';

const server = serving();

/** Seen from the end of 2018, so that the receipts of 2019 are all in and those of 2020 in part. */
const scenario = {
  name: '五个村',
  asOf: '2018-12',
  horizon: 3,
  trials: 500,
  options: [{ code: 'shed', mode: 'PROPERTY', start: '2019-01' }],
  policy: { neediest: { budget: 2_500_000, amount: 500_000, option: 'shed' } },
};

const GROUP = '{ villages expected expectedOfKnown reached missed unknown }';
const PLAN = `id number name note adoptedBy adoptedAt demonstration withdrawal { reason by at } asOf seed trials engineVersion dataVersion
  replayToken scenario assumptions { name value } decidedFor cost grants { village { code name } option amount }
  years {
    year expectedReaching { mean standardError } reaching { percentile value } chanceAll { mean } expectedIncome
    score { closedMonths complete all ${GROUP} funded ${GROUP} unfunded ${GROUP} income brier brierClimatology }
    villages(first: 1000) { totalCount nodes { code name township { name } grant target chance standardError expectedIncome income bookedMonths closedMonths result } }
  }`;
const ADOPT = `mutation ($input: AdoptPlanInput!) { change: adoptPlan(input: $input) { plan { ${PLAN} } userErrors { field code message } } }`;
const WITHDRAW =
  'mutation ($input: WithdrawPlanInput!) { change: withdrawPlan(input: $input) { plan { withdrawal { reason by } } userErrors { field code message } } }';
const READ = `query ($id: ID!) { adoptedPlan(id: $id) { ${PLAN} } }`;
const LIST =
  'query ($scope: [ID!], $first: Int) { adoptedPlans(scope: $scope, first: $first) { totalCount pageInfo { hasNextPage } nodes { id number } } }';

const adopt = async (input: object, language?: string): Promise<Answer> => (await server.ask(ADOPT, { input }, language)).data.change;
const adopted = async (more: object = {}): Promise<Answer> => (await adopt({ scenario, by: '县乡村振兴局', ...more })).plan;
const read = async (id: string): Promise<Answer> => (await server.ask(READ, { id })).data.adoptedPlan;

describe('a plan that is adopted', () => {
  test('freezes what the projection says, grants and chances of every year, and is read again as it was', async () => {
    const plan = await adopted({ name: '2019 年方案', note: '第 3 次常务会议' });
    expect(plan).toMatchObject({
      number: 1,
      name: '2019 年方案',
      note: '第 3 次常务会议',
      adoptedBy: '县乡村振兴局',
      demonstration: true,
      withdrawal: null,
      asOf: '2018-12',
      seed: 1357,
      trials: 500,
      decidedFor: 2021,
      cost: 2_500_000,
      scenario,
    });
    const { data } = await server.ask(
      `query ($scenario: ScenarioInput!) { projection(scenario: $scenario) { dataVersion replayToken grants { village { code name } option amount }
        outcome { expectedReaching { mean standardError } reaching { percentile value } chanceAll { mean } income { mean } }
        villages { nodes { village { code name } grant target chance standardError } } } }`,
      { scenario },
    );
    const { projection } = data;
    expect(plan).toMatchObject({ dataVersion: projection.dataVersion, replayToken: projection.replayToken });
    const byVillage = (left: Answer, right: Answer) => (left.village.code < right.village.code ? -1 : 1);
    expect(plan.grants).toEqual(projection.grants.toSorted(byVillage));
    expect(plan.years.map(({ year }: Answer) => year)).toEqual([2019, 2020, 2021]);
    const last = plan.years.at(-1);
    expect(last).toMatchObject({
      expectedReaching: projection.outcome.expectedReaching,
      reaching: projection.outcome.reaching,
      chanceAll: projection.outcome.chanceAll,
    });
    expect(
      last.villages.nodes.map(({ code, name, grant, target, chance, standardError }: Answer) => ({
        village: { code, name },
        grant,
        target,
        chance,
        standardError,
      })),
    ).toEqual(projection.villages.nodes);
    expect(await read(plan.id)).toEqual(plan);
  });

  test('is scored by the receipts: a closed year whole, a running one so far, a year to come not at all', async () => {
    const [closed, running, toCome] = (await adopted()).years;
    expect([closed, running, toCome].map(({ score }: Answer) => [score.closedMonths, score.complete])).toEqual([
      [12, true],
      [5, false],
      [0, false],
    ]);
    const { data } = await server.ask(
      '{ income(groupBy: [VILLAGE], where: { from: "2019-01", to: "2019-12" }, limit: 1000) { total groups { region { code } amount } } }',
    );
    const income = new Map<string, number>(data.income.groups.map(({ region, amount }: Answer) => [region.code, amount]));
    const { nodes } = closed.villages;
    expect(nodes).toHaveLength(130);
    const known = nodes.filter(({ result }: Answer) => result !== 'UNKNOWN');
    for (const village of nodes) {
      expect(village.income).toBeCloseTo(income.get(village.code) ?? 0, 6);
      const silent = !income.has(village.code) && village.expectedIncome > 0;
      expect(village.result).toBe(silent ? 'UNKNOWN' : village.income >= village.target ? 'REACHED' : 'MISSED');
    }
    const squares = known.map(({ chance, result }: Answer) => (chance - (result === 'REACHED' ? 1 : 0)) ** 2);
    const { score } = closed;
    expect(score.income).toBeCloseTo(data.income.total, 4);
    expect(score.brier).toBeCloseTo(squares.reduce((sum: number, square: number) => sum + square, 0) / known.length, 12);
    expect(score.all.unknown).toBe(130 - known.length);
    expect(score.all.reached).toBe(nodes.filter(({ result }: Answer) => result === 'REACHED').length);
    expect(score.all.expected).toBeCloseTo(closed.expectedReaching.mean, 9);
    expect(score.funded.villages).toBe(5);
    expect(running.score).toMatchObject({ brier: null, brierClimatology: null });
    expect(running.score.all.missed).toBe(0);
    expect(toCome.score.all).toMatchObject({ reached: 0, missed: 0, unknown: 130 });
  });

  test('keeps what was frozen when data come in later, and its score follows them', async () => {
    const before = await adopted();
    const [first] = before.years[1].villages.nodes;
    const rows = [receipt(first.code, 2020, 5, 99_999_00, { mode: 'SERVICE', reference: 'late' })];
    await commitImport(server.store, { ...NO_TABLES, receipts: rows }, STAMP, { asOf: monthOf(2020, 5), demonstration: true });
    const after = await read(before.id);
    const frozen = ({ score: _score, villages, ...rest }: Answer) => ({
      ...rest,
      villages: villages.nodes.map(({ income: _income, bookedMonths: _booked, result: _result, ...village }: Answer) => village),
    });
    expect({ ...after, years: after.years.map(frozen) }).toEqual({ ...before, years: before.years.map(frozen) });
    expect(after.years[1].villages.nodes[0].income).toBeCloseTo(first.income + 99_999, 6);
    expect(after.years[1].villages.nodes[0].result).toBe('REACHED');

    const seen = { scenario, by: '县乡村振兴局', dataVersion: before.dataVersion };
    const { plan, userErrors } = await adopt(seen, 'zh-CN');
    expect(plan).toBeNull();
    expect(userErrors).toEqual([
      { field: ['input', 'dataVersion'], code: 'PLAN_DATA_CHANGED', message: expect.stringMatching(/^数据已经变了：看到的数字出自版本 /) },
    ]);
  });

  test('counts receipts net, as the plan assumed', async () => {
    const whole = await adopted();
    const half = await adopted({ scenario: { ...scenario, netRatio: [{ mode: 'PROPERTY', ratio: 0.5 }] } });
    const { data } = await server.ask(
      '{ income(groupBy: [MODE], where: { from: "2019-01", to: "2019-12" }, limit: 10) { groups { mode amount } } }',
    );
    const property = data.income.groups.find(({ mode }: Answer) => mode === 'PROPERTY').amount;
    expect(half.years[0].score.income).toBeCloseTo(whole.years[0].score.income - property / 2, 2);
  });

  test('is withdrawn with a reason, once, and stays with its score', async () => {
    const plan = await adopted();
    const withdraw = async (input: object): Promise<Answer> => (await server.ask(WITHDRAW, { input })).data.change;
    expect(await withdraw({ id: plan.id, by: '财政局', reason: ' ' })).toMatchObject({
      plan: { withdrawal: null },
      userErrors: [{ field: ['input', 'reason'], code: 'FIELD_REQUIRED' }],
    });
    expect(await withdraw({ id: plan.id, by: '财政局', reason: '资金未到位' })).toEqual({
      plan: { withdrawal: { reason: '资金未到位', by: '财政局' } },
      userErrors: [],
    });
    expect(await withdraw({ id: plan.id, by: '别人', reason: '再撤' })).toMatchObject({
      plan: { withdrawal: { reason: '资金未到位' } },
      userErrors: [{ field: ['input', 'id'], code: 'PLAN_WITHDRAWN' }],
    });
    expect(await withdraw({ id: 'none', by: '别人', reason: '无' })).toMatchObject({
      plan: null,
      userErrors: [{ field: ['input', 'id'], code: 'UNKNOWN_PLAN' }],
    });
    const { withdrawal: _withdrawal, ...rest } = await read(plan.id);
    expect(rest).toEqual(Object.fromEntries(Object.entries(plan).filter(([field]) => field !== 'withdrawal')));
  });
});

describe('the list of adopted plans', () => {
  test('has the last one first, in pages, by scope', async () => {
    const { id, number } = await adopted();
    const { data } = await server.ask(LIST, { scope: ['451026'], first: 1 });
    expect(data.adoptedPlans).toEqual({ totalCount: number, pageInfo: { hasNextPage: true }, nodes: [{ id, number }] });
    expect(await server.refusal(LIST, { first: 101 })).toEqual(['PAGE_SIZE ["first"] first = 101 is not between 1 and 100']);
    expect(await server.refusal(LIST, { scope: ['999999'] })).toEqual([expect.stringMatching(/^UNKNOWN_REGION \["scope","0"\]/)]);
    expect((await server.ask(READ, { id: 'none' })).data.adoptedPlan).toBeNull();
  });
});

describe('refusals write nothing', () => {
  test.each([
    ['no money to give', { scenario: { name: '无', trials: 100 } }, ['input', 'scenario', 'policy'], 'PLAN_WITHOUT_GRANTS'],
    ['a year that is not projected', { scenario, year: 2030 }, ['input', 'year'], 'YEAR_NOT_PROJECTED'],
    ['a scenario that is wrong', { scenario: { ...scenario, horizon: 11 } }, ['input', 'scenario', 'horizon'], 'OUT_OF_RANGE'],
    ['nobody who adopts it', { scenario, by: ' ' }, ['input', 'by'], 'FIELD_REQUIRED'],
    ['no name', { scenario: { ...scenario, name: null } }, ['input', 'name'], 'FIELD_REQUIRED'],
    ['too long a name', { scenario, name: '长'.repeat(201) }, ['input', 'name'], 'FIELD_TOO_LONG'],
  ])('%s', async (_, input, field, code) => {
    const count = async (): Promise<number> => (await server.ask(LIST)).data.adoptedPlans.totalCount;
    const before = await count();
    expect(await adopt({ by: '县乡村振兴局', ...input })).toMatchObject({ plan: null, userErrors: [{ field, code }] });
    expect(await count()).toBe(before);
  });
});
