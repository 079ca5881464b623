import { describe, expect, test } from 'vitest';
import { raiseRevision } from '../../server/store/revision.js';
import { contractOperation, serving } from './serving.js';

const server = serving();
const PROJECTION = 'query ($scenario: ScenarioInput!) { projection(scenario: $scenario) { seed } }';

describe('unknown codes', () => {
  test('of regions, with what is loaded', async () => {
    expect(await server.refusal(contractOperation('Villages'), { first: 1, scope: ['451027'] }, 'zh-CN')).toEqual([
      'UNKNOWN_REGION ["scope","0"] 没有区划代码“451027”，已载入的县：那坡县 (451026)；是否要写：那坡县 (451026)？',
    ]);
    expect(await server.refusal(contractOperation('ModelFit'), { scope: ['45102'] })).toEqual([
      'UNKNOWN_REGION ["scope","0"] unknown region code "45102"; counties loaded: 那坡县 (451026); did you mean 百色市 (4510), 那坡县 (451026), 广西壮族自治区 (45)?',
    ]);
  });

  test('of villages, townships and parks, all at once', async () => {
    const where = { villages: ['镇玉'], townships: ['451026109'], parks: ['NAPO-MANGOO'] };
    const refusal = await server.refusal(contractOperation('Income'), { groupBy: [], where });
    expect(refusal[0]).toBe('UNKNOWN_VILLAGE ["where","villages","0"] unknown village "镇玉"; did you mean 镇玉社区 (451026100001)?');
    expect(refusal[1]).toMatch(
      /^UNKNOWN_REGION \["where","townships","0"\] unknown region code "451026109"; counties loaded: 那坡县 \(451026\); did you mean /,
    );
    expect(refusal[2]).toBe('UNKNOWN_PARK ["where","parks","0"] unknown park "NAPO-MANGOO"; did you mean 兴边富民芒果产业园 (NAPO-MANGO)?');
  });
});

describe('scenarios', () => {
  test('everything wrong becomes an error of its own, in both languages', async () => {
    const scenario = { horizon: 11, trials: 200_001, policy: { flat: { amount: 1, option: 'cocoon' } } };
    expect(await server.refusal(PROJECTION, { scenario })).toEqual([
      'OUT_OF_RANGE ["scenario","horizon"] horizon = 11 is out of range; it must be between 1 and 10',
      'TOO_MANY_TRIALS ["scenario","trials"] 200001 trials are too many; at most 200000 at a time',
      'UNKNOWN_OPTION ["scenario","policy","flat","option"] the scenario has no option "cocoon", describe it in options first',
    ]);
    expect(await server.refusal(PROJECTION, { scenario }, 'zh')).toEqual([
      'OUT_OF_RANGE ["scenario","horizon"] horizon = 11 超出范围；应在 1 到 10 之间',
      'TOO_MANY_TRIALS ["scenario","trials"] 模拟次数 200001 太多；一次最多 200000 次',
      'UNKNOWN_OPTION ["scenario","policy","flat","option"] 方案里没有投向“cocoon”，请在 options 里先写明它',
    ]);
  });

  test('months and money are checked where they stand', async () => {
    expect(await server.refusal(PROJECTION, { scenario: { asOf: '2020-5' } })).toEqual([
      'BAD_YEAR_MONTH ["scenario","asOf"] "2020-5" is no month; write 2020-05',
    ]);
    expect(await server.refusal(PROJECTION, { scenario: { target: { default: '50000' } } }, 'zh')).toEqual([
      'NOT_A_JSON_NUMBER ["scenario","target","default"] "50000" 不是数；Yuan 应为 JSON 数字',
    ]);
    expect(await server.refusal('{ modelFit(asOf: "May") { asOf } }')).toEqual(['BAD_YEAR_MONTH [] "May" is no month; write 2020-05']);
  });

  test('a month that is not closed yet, one without a complete year, a year that is not projected', async () => {
    expect(await server.refusal(PROJECTION, { scenario: { asOf: '2020-06' } })).toEqual([
      'AS_OF_TOO_LATE ["scenario","asOf"] asOf = 2020-06 is later than 2020-05, the last closed month of 那坡县',
    ]);
    expect(await server.refusal('{ modelFit(asOf: "2017-06") { asOf } }', {}, 'zh')).toEqual([
      'NO_COMPLETE_YEAR [] 那坡县 到 2017-06 为止没有一个完整年度（12 个月都有数据），无法预测；请导入更早的收入',
    ]);
    expect(await server.refusal('{ projection(scenario: { trials: 100 }) { outcome(year: 2025) { villageCount } } }')).toEqual([
      'YEAR_NOT_PROJECTED ["year"] the year 2025 is not projected; use one of 2020, 2021, 2022',
    ]);
  });

  test('exactly one policy: @oneOf', async () => {
    const flat = { amount: 1, option: 'a' };
    const said = (value: string) =>
      `BAD_USER_INPUT ["scenario","policy"] Variable "$scenario" got invalid value ${value} at "scenario.policy"; Exactly one key must be specified for OneOf type "GrantPolicyInput".`;
    expect(await server.refusal(PROJECTION, { scenario: { policy: {} } })).toEqual([said('{}')]);
    expect(await server.refusal(PROJECTION, { scenario: { policy: { flat, list: [] } } })).toEqual([
      said('{ flat: { amount: 1, option: "a" }, list: [] }'),
    ]);
    expect(await server.refusal('{ projection(scenario: { policy: {} }) { seed } }')).toEqual([
      'GRAPHQL_VALIDATION_FAILED [] OneOf Input Object "GrantPolicyInput" must specify exactly one key.',
    ]);
  });

  test('more work than one request may cause', async () => {
    expect(await server.refusal(PROJECTION, { scenario: { trials: 200_000, horizon: 10 } })).toEqual([
      'TOO_MUCH_WORK ["scenario","trials"] 130 villages × 10 years × 200000 trials are too many; a synchronous projection takes at most 200000000 in all: lower trials or horizon, or use startProjection',
    ]);
  });
});

describe('more villages than are projected at once', () => {
  const province = serving();

  test('are refused, naming what takes them', async () => {
    const { db } = province.store;
    const batch = (await db.selectFrom('villages').select('batch').executeTakeFirstOrThrow()).batch;
    const unjudged = { criterion_1: null, criterion_2: null, criterion_3: null, criterion_4: null, criterion_5: null, criterion_6: null };
    const villages = Array.from({ length: 4_871 }, (_, i) => ({
      code: `4510261${10_000 + i}`,
      county: '451026',
      township: '451026100',
      name: `村${i}`,
      batch,
      ...unjudged,
    }));
    for (let i = 0; i < villages.length; i += 500) {
      await db
        .insertInto('villages')
        .values(villages.slice(i, i + 500))
        .execute();
    }
    await raiseRevision(db);
    expect(await province.refusal(PROJECTION, { scenario: {} }, 'zh')).toEqual([
      'TOO_MANY_VILLAGES ["scenario","scope"] 范围内有 5001 个村，同步计算最多 5000 个；请缩小 scope，或改用 startProjection',
    ]);
    expect(await province.refusal('{ modelFit { asOf } }')).toEqual([
      'TOO_MANY_VILLAGES ["scope"] the scope has 5001 villages, a synchronous projection takes at most 5000; narrow scope, or use startProjection',
    ]);
  });
});

describe('pages, limits and ranges', () => {
  test.each([
    ['{ villages(first: 0) { totalCount } }', 'PAGE_SIZE ["first"] first = 0 is not between 1 and 1000'],
    ['{ villages(first: 1001) { totalCount } }', 'PAGE_SIZE ["first"] first = 1001 is not between 1 and 1000'],
    [
      '{ villages(first: 1, after: "x") { totalCount } }',
      'BAD_CURSOR ["after"] after = "x" is not a cursor of this list; use endCursor of the page before',
    ],
    [
      '{ modelFit { streams(after: "x") { totalCount } } }',
      'BAD_CURSOR ["after"] after = "x" is not a cursor of this list; use endCursor of the page before',
    ],
    ['{ income(groupBy: [], limit: 0) { total } }', 'BAD_LIMIT ["limit"] limit = 0 is not between 1 and 100000'],
    [
      '{ income(groupBy: [], where: { from: "2020-02", to: "2020-01" }) { total } }',
      'BAD_RANGE ["where","from"] the range 2020-02 to 2020-01 is reversed; from must not be later than to',
    ],
  ])('%s', async (query, message) => {
    expect(await server.refusal(query)).toEqual([message]);
  });
});
