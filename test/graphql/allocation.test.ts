import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contractOperation, serving, type Answer } from './serving.js';

const server = serving();
const options = [
  { code: 'shed', mode: 'PROPERTY', rate: 0.06 },
  { code: 'farm', mode: 'INDUSTRY', rate: 0.08, failure: 0.1, sd: 0.3 },
];
const scenario = { trials: 500, horizon: 2, options };
const input = { budget: 10_000_000, lump: 50_000, max: 500_000, options: ['shed', 'farm'], objective: 'EXPECTED_REACHING' };
const ALLOCATION = contractOperation('Allocation');
const ask = async (more: object = {}, own: object = scenario): Promise<Answer> => {
  const { data, errors } = await server.ask(ALLOCATION, { scenario: own, input: { ...input, ...more } });
  expect(errors).toBeUndefined();
  return data.allocation;
};

describe('the Allocation of the contract', () => {
  test('a proven plan whose grants add up to what is spent, and whose value a projection of its grants has', async () => {
    const allocation = await ask();
    expect(allocation).toMatchObject({ status: 'OPTIMAL', gap: 0 });
    expect(allocation.upperBound).toBe(allocation.value);
    expect(allocation.spent + allocation.unspent).toBe(10_000_000);
    expect(allocation.grants.reduce((sum: number, { amount }: Answer) => sum + amount, 0)).toBe(allocation.spent);
    expect(allocation.grants.length + allocation.notFunded.length).toBe(130);
    expect(allocation.grants.every(({ chance, chanceBefore }: Answer) => chance > chanceBefore)).toBe(true);
    const list = allocation.grants.map(({ village, amount, option }: Answer) => ({ village: village.code, amount, option }));
    const listed = (await server.ask(contractOperation('Projection'), { scenario: { ...scenario, policy: { list } } })).data;
    expect(listed.projection.outcome.expectedReaching.mean).toBeCloseTo(allocation.value, 9);
    const optimal = (await server.ask(contractOperation('Projection'), { scenario: { ...scenario, policy: { optimal: input } } })).data;
    expect(optimal.projection.outcome).toEqual(listed.projection.outcome);
    const { mean, standardError } = allocation.freshValue;
    expect(Math.abs(mean - allocation.value)).toBeLessThan(6 * standardError);
  });

  test('the frontier never falls and passes through the plan', async () => {
    const { frontier, value } = await ask();
    const values = frontier.map((point: Answer) => point.value);
    expect(values).toEqual(values.toSorted((left: number, right: number) => left - right));
    expect(frontier.find(({ budget }: Answer) => budget === 10_000_000).value).toBeCloseTo(value, 9);
  });

  test('an income that flips a village does so: written as a lower target, the village is funded', async () => {
    const { notFunded } = await ask();
    const village = notFunded.find(({ flipIncome }: Answer) => flipIncome !== null);
    expect(village).toBeDefined();
    const target = (await server.ask(contractOperation('Villages'), { first: 200, year: 2021 })).data.villages.nodes.find(
      ({ code }: Answer) => code === village.village.code,
    ).target;
    const overrides = [{ village: village.village.code, year: 2021, amount: target - village.flipIncome }];
    const { grants } = await ask({}, { ...scenario, target: { overrides } });
    expect(grants.map(({ village: funded }: Answer) => funded.code)).toContain(village.village.code);
  });

  test('a better option flips a village just where its gain passes what the money brings elsewhere', async () => {
    // One size of grant, so that what others lose is the value of so much less money without the village.
    const rule = { ...input, min: 200_000, max: 200_000, lump: 200_000, options: ['shed'] };
    const query = `query ($scenario: ScenarioInput!, $input: AllocationInput!) {
      allocation(scenario: $scenario, input: $input) { value notFunded { village { code } flipOption { option rate } } }
    }`;
    const solve = async (more: object): Promise<Answer> => {
      const { data, errors } = await server.ask(query, { scenario, input: { ...rule, ...more } });
      expect(errors).toBeUndefined();
      return data.allocation;
    };
    const flipped = (await solve({})).notFunded.filter(({ flipOption }: Answer) => flipOption !== null);
    expect(flipped.length).toBeGreaterThan(2);
    const chances = `query ($scenario: ScenarioInput!) { projection(scenario: $scenario) { villages { nodes { village { code } chance } } } }`;
    for (const { village, flipOption } of flipped.slice(0, 3)) {
      expect(flipOption.option).toBe('shed');
      const [all, less] = [10_000_000, 9_800_000].map((budget) => solve({ budget, forcedOut: [village.code] }));
      const loss = (await all!).value - (await less!).value;
      const chanceAt = async (rate: number, amount: number) => {
        const better = options.map((option) => (option.code === 'shed' ? { ...option, rate } : option));
        const policy = { list: amount > 0 ? [{ village: village.code, amount, option: 'shed' }] : [] };
        const { data } = await server.ask(chances, { scenario: { ...scenario, scope: [village.code], options: better, policy } });
        return data.projection.villages.nodes[0].chance as number;
      };
      const without = await chanceAt(0.06, 0);
      const gainAt = async (rate: number) => (await chanceAt(rate, 200_000)) - without;
      expect(await gainAt(flipOption.rate)).toBeGreaterThan(loss + 1e-9);
      expect(await gainAt(flipOption.rate - 0.001)).toBeLessThan(loss + 1e-9);
    }
  });

  test('bounds on options hold; where no plan keeps to what is asked, the answer says why', async () => {
    const small = { budget: 300_000, lump: 100_000, max: 200_000 };
    const { grants } = await ask({ ...small, groups: [{ option: 'farm', cap: 100_000 }] }, { ...scenario, trials: 100 });
    const farm = grants.filter(({ option }: Answer) => option === 'farm').reduce((sum: number, { amount }: Answer) => sum + amount, 0);
    expect(farm).toBeLessThanOrEqual(100_000);
    const impossible = await ask({ objective: 'LEAST_BUDGET', budget: null, chance: 1, villageCount: 130 });
    expect(impossible).toMatchObject({ status: 'INFEASIBLE', grants: [], spent: 0 });
    expect(impossible.bindingConstraints.map(({ code }: Answer) => code)).toEqual(['TOO_FEW_CAN_REACH']);
    const groups = [{ township: '451026205', floor: 8_000_000 }];
    const { bindingConstraints } = await ask({ ...small, budget: 9_000_000, groups }, { ...scenario, trials: 100 });
    expect(bindingConstraints.map(({ message }: Answer) => message)).toEqual([
      expect.stringMatching(/^the floor of 8,000,000 yuan on township "百南乡" cannot be met/),
    ]);
  });
});

test('the worked example keeps the plan that its allocation finds', async () => {
  const { cells } = parse(readFileSync('scenarios/napo/ten-million.notebook.yaml', 'utf8')) as Answer;
  const cellNamed = (id: string) => cells.find((cell: Answer) => cell.id === id);
  const { rule, year } = cellNamed('best');
  const variables = { scenario: { ...cellNamed('base').scenario, scope: ['451026'] }, input: rule, year };
  const { grants } = (await server.ask(ALLOCATION, variables)).data.allocation;
  expect(grants.map(({ village, amount, option }: Answer) => ({ village: village.code, amount, option }))).toEqual(
    cellNamed('plan').scenario.policy.list,
  );
});

test('bad input is told in both languages, everything at once', async () => {
  const bad = { ...input, budget: 10_000, min: 200_000, max: 100_000, options: ['shad'] };
  expect(await server.refusal(ALLOCATION, { scenario, input: bad })).toEqual([
    'MIN_ABOVE_MAX ["input","min"] min = 200000 is above max = 100000; lower min or raise max',
    'BUDGET_BELOW_SMALLEST_GRANT ["input","budget"] budget = 10000 is less than the smallest grant of 200000; raise the budget, or lower lump or min',
    expect.stringMatching(/^UNKNOWN_OPTION \["input","options","0"\] /),
  ]);
  expect(await server.refusal(ALLOCATION, { scenario, input: { ...input, budget: null } }, 'zh')).toEqual([
    'BUDGET_MISSING ["input","budget"] 目标 EXPECTED_REACHING 需要预算（budget），单位元；只有 LEAST_BUDGET 可以不写',
  ]);
  const allocation = { scenario: { ...scenario, policy: { optimal: { ...input, options: [] } } } };
  expect(await server.refusal(contractOperation('Projection'), allocation)).toEqual([
    'NO_OPTION_OFFERED ["scenario","policy","optimal","options"] no option is offered; name at least one in options',
  ]);
});
