import { describe, expect, test } from 'vitest';
import { contractOperation, serving, type Answer } from './serving.js';

const server = serving();
const shed = { code: 'shed', mode: 'PROPERTY' };
const scenario = { trials: 500, options: [shed] };
const village = '451026100001';

const curve = async (variables: object): Promise<Answer> => {
  const { data, errors } = await server.ask(contractOperation('ResponseCurve'), {
    scenario,
    village,
    option: 'shed',
    chance: 0.5,
    at: [],
    ...variables,
  });
  expect(errors).toBeUndefined();
  return data.responseCurve;
};

/** The chance of the village when the grant is projected. */
async function projected(amount: number, year?: number): Promise<number> {
  const policy = { list: [{ village, amount, option: 'shed' }] };
  const { data } = await server.ask(contractOperation('Projection'), { scenario: { ...scenario, policy }, year });
  return data.projection.villages.nodes.find((node: Answer) => node.village.code === village).chance;
}

describe('the ResponseCurve of the contract', () => {
  test('its chances are those of projections with that grant', async () => {
    for (const year of [2020, 2022]) {
      const grants = [0, 123_456.78, 500_000];
      const { chancesAt } = await curve({ year, at: grants });
      expect(chancesAt).toEqual(await Promise.all(grants.map((grant) => projected(grant, year))));
    }
  });

  test('201 points from 0 to a round sum, never falling, the first without a grant', async () => {
    const { grants, chances } = await curve({});
    expect([grants.length, chances.length, grants[0], chances[0]]).toEqual([201, 201, 0, await projected(0)]);
    expect(grants.at(-1)).toBeGreaterThanOrEqual(1_000_000);
    expect(chances).toEqual(chances.toSorted((left: number, right: number) => left - right));
  });

  test('the grant for a chance, or the reason why there is none', async () => {
    const [start] = (await curve({})).chances;
    const wanted = (start + 1) / 2;
    const enough = await curve({ chance: wanted });
    expect(enough.unreachableReason).toBeNull();
    expect(await projected(enough.grantFor)).toBeGreaterThanOrEqual(wanted);
    const never = await curve({ chance: 1 });
    expect(never.grantFor).toBeNull();
    expect(never.unreachableReason).toMatch(/^no grant gives a chance of 100%: in \d+(\.\d)?% of the trials no money arrives/);
    expect((await curve({ chance: 0 })).grantFor).toBe(0);
  });

  test('the grant comes on top of what the policy gives', async () => {
    const policy = { list: [{ village, amount: 300_000, option: 'shed' }] };
    const { chances, chancesAt } = await curve({ scenario: { ...scenario, policy }, at: [200_000] });
    expect(chances[0]).toBe(await projected(300_000));
    expect(chancesAt).toEqual([await projected(500_000)]);
  });
});

describe('beyond the contract', () => {
  const MORE = `query ($scenario: ScenarioInput!, $village: ID!, $points: Int, $most: Yuan) {
    responseCurve(scenario: $scenario, village: $village, option: "shed", points: $points, most: $most) {
      grants chances standardErrors bestChance withoutMoney
      unreachableReason
      ...Asked
    }
  }
  fragment Asked on ResponseCurve { half: grantFor(chance: 0.5) sure: grantFor(chance: 1) why: unreachableReason(chance: 0.01) }`;

  test('points as wanted, with their errors; the reason is of the highest chance asked for beside it, or of its own', async () => {
    const { responseCurve } = (await server.ask(MORE, { scenario, village, points: 3, most: 500_000 })).data;
    expect(responseCurve.grants).toEqual([0, 250_000, 500_000]);
    expect(responseCurve.standardErrors.every((error: number) => error > 0 && error < 0.03)).toBe(true);
    expect(responseCurve.bestChance + responseCurve.withoutMoney).toBeGreaterThan(0.9);
    expect([responseCurve.sure, responseCurve.why]).toEqual([null, null]);
    expect(responseCurve.unreachableReason).toMatch(/^no grant gives a chance of 100%/);
  });
});

describe('refusals', () => {
  const refused = (variables: object, language = 'en') =>
    server.refusal(contractOperation('ResponseCurve'), { scenario, village, option: 'shed', chance: 0.5, at: [], ...variables }, language);

  test('unknown villages and options, a village out of scope, a year that is not projected', async () => {
    expect(await refused({ option: 'shedd' })).toEqual([
      'UNKNOWN_OPTION ["option"] the scenario has no option "shedd", describe it in options first; did you mean shed?',
    ]);
    expect(await refused({ village: '镇玉' })).toEqual([
      expect.stringMatching(/^UNKNOWN_VILLAGE \["village".*did you mean 镇玉社区 \(451026100001\)\?$/),
    ]);
    expect(await refused({ scenario: { ...scenario, scope: ['451026101'] } })).toEqual([
      'VILLAGE_NOT_IN_SCOPE ["village"] village 镇玉社区 (451026100001) lies outside the scenario\'s scope',
    ]);
    expect(await refused({ year: 2025 }, 'zh')).toEqual(['YEAR_NOT_PROJECTED ["year"] 年份 2025 不在预测年份内；可用：2020, 2021, 2022']);
  });

  test('chances that are none, negative grants, points beyond reason', async () => {
    expect(await refused({ chance: 1.5 })).toContain('OUT_OF_RANGE ["chance"] chance = 1.5 is out of range; it must be between 0 and 1');
    expect(await refused({ at: [0, -1] })).toEqual([
      'OUT_OF_RANGE ["grants","1"] grants[1] = -1 is out of range; it must be between 0 and 999999999999.99',
    ]);
    const query =
      'query ($scenario: ScenarioInput!) { responseCurve(scenario: $scenario, village: "451026100001", option: "shed", points: 1) { grants } }';
    expect(await server.refusal(query, { scenario })).toEqual([
      'OUT_OF_RANGE ["points"] points = 1 is out of range; it must be between 2 and 2001',
    ]);
  });
});

test('what the workspace sets holds for curves and comparisons as for projections', async () => {
  const change = async (name: string, value: number) =>
    server.ask('mutation ($input: SetWorkspaceAssumptionInput!) { setWorkspaceAssumption(input: $input) { userErrors { code } } }', {
      input: { name, value },
    });
  const before = (await curve({})).chances[0];
  await change('netRatio', 0.8);
  const after = (await curve({})).chances[0];
  expect(after).toBeLessThan(before);
  expect(after).toBe(await projected(0));
  const { projection } = (await server.ask(contractOperation('Projection'), { scenario })).data;
  const { comparison } = (await server.ask(contractOperation('Comparison'), { scenarios: [scenario, scenario] })).data;
  expect(comparison.scenarios[1].expectedReaching.mean).toBeCloseTo(projection.outcome.expectedReaching.mean, 9);
  await change('netRatio', 1);
});
