import { describe, expect, test } from 'vitest';
import { serving, type Answer } from './serving.js';

const server = serving();

const VILLAGE = '451026100001';
const QUERY = `query ($scenario: ScenarioInput!, $village: ID!) {
  runningYear(scenario: $scenario, village: $village) {
    village { code name township { code } } year target seed trials engineVersion dataVersion
    months {
      month chance standardError change { mean standardError } ownPart { mean } commonPart { mean }
      receipts { mode industry park project amount receivedSoFar expectedShare expectedSoFar }
      expectedReaching { mean standardError }
    }
  }
}`;
const PROJECTION = `query ($scenario: ScenarioInput!) {
  projection(scenario: $scenario) {
    dataVersion engineVersion outcome(year: 2020) { expectedReaching { mean standardError } }
    villages(year: 2020, where: { codes: ["${VILLAGE}"] }) { nodes { target chance standardError } }
  }
}`;
const ask = async (scenario: object): Promise<Answer> => (await server.ask(QUERY, { scenario, village: VILLAGE })).data.runningYear;

describe('runningYear', () => {
  test('runs from December to the last closed month and ends where the projection stands', async () => {
    const scenario = { trials: 200 };
    const { months, ...about } = await ask(scenario);
    const { projection } = (await server.ask(PROJECTION, { scenario })).data;
    const [own] = projection.villages.nodes;
    expect(months.map(({ month }: Answer) => month)).toEqual(['2019-12', '2020-01', '2020-02', '2020-03', '2020-04', '2020-05']);
    expect(about).toMatchObject({ village: { code: VILLAGE }, year: 2020, target: own.target, seed: 1357, trials: 200 });
    expect([about.dataVersion, about.engineVersion]).toEqual([projection.dataVersion, projection.engineVersion]);
    const last = months.at(-1);
    expect([last.chance, last.standardError]).toEqual([own.chance, own.standardError]);
    expect(last.expectedReaching).toEqual(projection.outcome.expectedReaching);
    expect(months[0]).toMatchObject({ change: null, ownPart: null, commonPart: null, receipts: [] });
    for (const { change, ownPart, commonPart } of months.slice(1)) expect(ownPart.mean + commonPart.mean).toBeCloseTo(change.mean, 12);
  });

  test('names the receipts of each month, which sum to the income of the year so far', async () => {
    const { months } = await ask({ trials: 100 });
    const received = months.flatMap(({ receipts }: Answer) => receipts).reduce((sum: number, { amount }: Answer) => sum + amount, 0);
    const { data } = await server.ask(`{ income(groupBy: [], where: { villages: ["${VILLAGE}"], from: "2020-01" }) { total } }`);
    expect(received).toBeCloseTo(data.income.total, 2);
  });

  test('of an earlier as-of month ends there; in a closed year there is one month and nothing moved', async () => {
    expect((await ask({ trials: 100, asOf: '2020-02' })).months).toHaveLength(3);
    const { months, year } = await ask({ trials: 100, asOf: '2019-12' });
    expect([year, months.length, months[0].change]).toEqual([2020, 1, null]);
  });

  test('refuses a village that is not known, one outside the scope, and too much work', async () => {
    const refusal = (scenario: object, village = VILLAGE) => server.refusal(QUERY, { scenario, village });
    expect(await refusal({}, '451026100999')).toEqual([
      expect.stringMatching(/^UNKNOWN_VILLAGE \["village"\] unknown village "451026100999"; did you mean /),
    ]);
    expect(await refusal({ scope: ['451026101'] })).toEqual([expect.stringMatching(/^VILLAGE_NOT_IN_SCOPE \["village"\] /)]);
    expect(await refusal({ trials: 20 })).toEqual([expect.stringMatching(/^OUT_OF_RANGE \["scenario","trials"\] /)]);
    expect(await refusal({ trials: 200_000, horizon: 1, asOf: '2019-11' })).toEqual([
      expect.stringMatching(/^TOO_MUCH_WORK \["scenario","trials"\] 130 villages × 12 years/),
    ]);
  });
});
