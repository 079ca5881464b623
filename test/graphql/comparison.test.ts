import { describe, expect, test } from 'vitest';
import { contractOperation, serving, type Answer } from './serving.js';

const server = serving();
const TRIALS = 400;
const shed = { code: 'shed', mode: 'PROPERTY' };
const trend = { name: '趋势', trials: TRIALS };
const granted = { name: '每村20万', options: [shed], policy: { flat: { amount: 200_000, option: 'shed' } } };
const plan = { name: '计划', growth: [{ mode: 'INDUSTRY', rate: 0.187 }] };

const compare = async (variables: object): Promise<Answer> => {
  const { data, errors } = await server.ask(contractOperation('Comparison'), variables);
  expect(errors).toBeUndefined();
  return data.comparison;
};

describe('the Comparison of the contract', () => {
  test('each scenario against the baseline, whose seed and trials hold where none are named', async () => {
    const { scenarios, differences } = await compare({ scenarios: [trend, granted, plan] });
    expect(scenarios.map(({ name, cost }: Answer) => [name, cost > 0])).toEqual([
      ['趋势', false],
      ['每村20万', true],
      ['计划', false],
    ]);
    expect(differences.map(({ scenario }: Answer) => scenario)).toEqual([1, 2]);
    for (const { scenario, expectedReaching } of differences) {
      const { mean, standardError, low, high } = expectedReaching;
      expect(mean).toBeCloseTo(scenarios[scenario].expectedReaching.mean - scenarios[0].expectedReaching.mean, 9);
      expect(high - low).toBeCloseTo(2 * 1.959963984540054 * standardError, 9);
    }
    const [first] = differences;
    expect(first.costPerExtraVillage).toBeCloseTo(scenarios[1].cost / first.expectedReaching.mean, 2);
    expect(first.movers).toHaveLength(10);
    const sizes = first.movers.map(({ before, after }: Answer) => Math.abs(after - before));
    expect(sizes).toEqual(sizes.toSorted((left: number, right: number) => right - left));
  });

  test('agrees with the projection of each scenario, number for number, when no more trials are done', async () => {
    const { scenarios } = (
      await server.ask(
        `query ($scenarios: [ScenarioInput!]!) { comparison(scenarios: $scenarios, mostTrials: ${TRIALS}, year: 2021) { trials scenarios { expectedReaching { mean standardError } } } }`,
        { scenarios: [trend, granted] },
      )
    ).data.comparison;
    for (const [position, scenario] of [trend, { ...granted, trials: TRIALS }].entries()) {
      const { projection } = (await server.ask(contractOperation('Projection'), { scenario, year: 2021 })).data;
      const { mean, standardError } = projection.outcome.expectedReaching;
      expect(scenarios[position].expectedReaching.mean).toBeCloseTo(mean, 9);
      expect(scenarios[position].expectedReaching.standardError).toBeCloseTo(standardError, 9);
    }
  });

  test('a scenario against itself', async () => {
    const { differences } = await compare({
      scenarios: [granted, { ...granted, name: 'the same' }].map((each) => ({ ...each, trials: TRIALS })),
    });
    expect(differences).toEqual([
      {
        scenario: 1,
        expectedReaching: { mean: 0, standardError: 0, low: 0, high: 0 },
        chanceBetter: 0,
        chanceEqual: 1,
        costPerExtraVillage: null,
        movers: [],
      },
    ]);
  });
});

describe('beyond the contract', () => {
  const MORE = `query ($scenarios: [ScenarioInput!]!, $baseline: Int, $mostTrials: Int) {
    comparison(scenarios: $scenarios, baseline: $baseline, mostTrials: $mostTrials) {
      year seed trials baseline settled stoppedBecause engineVersion dataVersion
      scenarios { grants { village { code } option amount } }
      differences {
        scenario chanceBetter chanceEqual chanceWorse
        costPerExtraVillage costPerExtraVillageLow costPerExtraVillageHigh
        movers(first: 1) { village { code } standardError }
      }
    }
  }`;

  test('it says why sampling stopped, what it rests on, and how sure the cost of a village is', async () => {
    const { comparison } = (await server.ask(MORE, { scenarios: [granted, trend], baseline: 1 })).data;
    const { projection } = (await server.ask(contractOperation('Projection'), { scenario: trend })).data;
    const { engineVersion, dataVersion } = projection;
    const settled = { settled: true, stoppedBecause: 'RANKING_SETTLED' };
    expect(comparison).toMatchObject({ year: 2022, seed: 1357, trials: TRIALS, baseline: 1, ...settled, engineVersion, dataVersion });
    expect(comparison.scenarios[1].grants).toEqual([]);
    const [difference] = comparison.differences;
    expect(difference.scenario).toBe(0);
    expect(difference.chanceBetter + difference.chanceEqual + difference.chanceWorse).toBeCloseTo(1, 12);
    expect(difference.costPerExtraVillageLow).toBeLessThan(difference.costPerExtraVillage);
    expect(difference.costPerExtraVillageHigh).toBeGreaterThan(difference.costPerExtraVillage);
    expect(difference.movers).toHaveLength(1);
  });

  test('sampling goes on beyond the first trials where the order is not settled, in a memory of its own', async () => {
    // The same money for one village or another.
    const { villages } = (await server.ask(contractOperation('Villages'), { first: 60 })).data;
    const to = (code: string) => ({ trials: 100, options: [shed], policy: { list: [{ village: code, amount: 100_000, option: 'shed' }] } });
    const scenarios = villages.nodes.slice(0, 8).map(({ code }: Answer) => to(code));
    const limited = (await server.ask(MORE, { scenarios, mostTrials: 700 })).data.comparison;
    expect(limited).toMatchObject({ trials: 700, settled: false, stoppedBecause: 'TRIALS_LIMIT' });
    const again = (
      await server.ask(MORE, { scenarios: scenarios.map((scenario: object) => ({ ...scenario, trials: 700 })), mostTrials: 700 })
    ).data.comparison;
    expect(again).toEqual(limited);
  });
});

describe('refusals', () => {
  const asked = (scenarios: readonly object[], more = {}) => server.refusal(contractOperation('Comparison'), { scenarios, ...more });

  test('how many can be compared', async () => {
    expect(await asked([trend])).toEqual(['SCENARIO_COUNT ["scenarios"] a comparison takes 2 to 20 scenarios, here: 1']);
    expect(await server.refusal(contractOperation('Comparison'), { scenarios: [] }, 'zh')).toEqual([
      'SCENARIO_COUNT ["scenarios"] 比较需要 2 到 20 个方案，这里有 0 个',
    ]);
  });

  test('what is wrong with any scenario is told at once, with its position', async () => {
    expect(await asked([trend, { horizon: 11 }, { scope: ['451099'] }])).toEqual([
      'OUT_OF_RANGE ["scenarios","1","horizon"] horizon = 11 is out of range; it must be between 1 and 10',
      expect.stringMatching(/^UNKNOWN_REGION \["scenarios","2","scope","0"\] unknown region code "451099"/),
    ]);
  });

  test('what cannot be compared trial by trial', async () => {
    expect(await asked([trend, { ...plan, seed: 2 }, { ...plan, scope: ['451026101'] }])).toEqual([
      `COMPARED_DRAWS_DIFFER ["scenarios","1","seed"] scenarios[1].seed = 2 differs from the baseline's 1357; a comparison uses the same draws: leave it out or make it equal`,
      expect.stringMatching(
        /^COMPARED_VILLAGES_DIFFER \["scenarios","2","scope"\] the scope of scenario 2 \(计划\) has \d+ villages, which are not the same as the baseline's 130/,
      ),
    ]);
    expect(await asked([trend, { ...plan, asOf: '2019-06' }])).toEqual([
      'COMPARED_YEARS_DIFFER ["scenarios","1","asOf"] scenario 1 (计划) projects 2019, 2020, 2021, the baseline 2020, 2021, 2022; give all scenarios the same asOf and horizon',
    ]);
  });

  test('a baseline that is none of them, trials beyond reason, more than one request may compute', async () => {
    const query =
      'query ($scenarios: [ScenarioInput!]!, $baseline: Int, $mostTrials: Int) { comparison(scenarios: $scenarios, baseline: $baseline, mostTrials: $mostTrials) { trials } }';
    expect(await server.refusal(query, { scenarios: [trend, plan], baseline: -1 })).toEqual([
      'OUT_OF_RANGE ["baseline"] baseline = -1 is out of range; it must be between 0 and 1',
    ]);
    expect(await server.refusal(query, { scenarios: [trend, plan], mostTrials: 10 })).toEqual([
      'OUT_OF_RANGE ["mostTrials"] mostTrials = 10 is out of range; it must be between 100 and 200000',
    ]);
    expect(await server.refusal(query, { scenarios: Array.from({ length: 20 }, () => ({ ...plan, trials: 100_000 })) })).toEqual([
      'COMPARISON_TOO_LARGE ["scenarios"] 20 scenarios × 130 villages × 3 years × 100000 trials are too many, at most 200000000 at a time: take fewer scenarios, or lower trials or horizon',
    ]);
  });
});
