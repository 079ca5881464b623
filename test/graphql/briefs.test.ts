import { describe, expect, test } from 'vitest';
import { briefNumbers } from '../../server/briefs/brief-numbers.js';
import { readDocx } from '../briefs/docx-text.js';
import { serving, type Answer } from './serving.js';

const server = serving();
const options = [{ code: '厂房', mode: 'PROPERTY', start: '2019-01' }];
const base = { asOf: '2018-12', horizon: 2, trials: 500, options };
const scenarios = [
  { ...base, name: '不拨' },
  { ...base, name: '给最缺的五个村', policy: { neediest: { budget: 2_500_000, amount: 500_000, option: '厂房' } } },
];
const numbers = briefNumbers('zh');

const post = (body: unknown, language = 'zh') =>
  fetch(`${server.url}/comparisons/brief.docx?language=${language}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const read = async (answer: Response) => readDocx(Buffer.from(await answer.arrayBuffer()));

describe('the brief of a comparison', () => {
  test('has the numbers of the queries, what they mean in words, where they come from, and lines to sign on', async () => {
    const answer = await post({ scenarios, title: '2020 年资金怎么分' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('2020 年资金怎么分.docx'));
    const { tables, paragraphs } = await read(answer);
    const { data } = await server.ask(
      `query ($scenarios: [ScenarioInput!]!, $scenario: ScenarioInput!, $without: ScenarioInput!) {
        comparison(scenarios: $scenarios) {
          year seed trials dataVersion engineVersion settled scenarios { cost expectedReaching { mean standardError } grants { village { code name township { name } } amount option } }
          differences { expectedReaching { mean standardError } chanceBetter costPerExtraVillage }
        }
        projection(scenario: $scenario) { outcome { reaching { percentile value } } villages { nodes { village { code } chance standardError } } }
        without: projection(scenario: $without) { outcome { reaching { percentile value } } villages { nodes { village { code } chance } } }
      }`,
      { scenarios, scenario: scenarios[1], without: scenarios[0] },
    );
    const { comparison, projection, without } = data;
    const [difference] = comparison.differences;
    const range = ({ outcome: { reaching } }: Answer) => {
      const at = (wanted: number) => reaching.find(({ percentile }: Answer) => percentile === wanted).value;
      return `${numbers.villages(at(5), 0)}–${numbers.villages(at(95), 0)}`;
    };
    const row = ({ cost, expectedReaching }: Answer) => [
      numbers.money(cost),
      numbers.villages(expectedReaching.mean),
      numbers.error(expectedReaching),
    ];
    expect(tables[0]!.slice(1)).toEqual([
      ['不拨(基准)', ...row(comparison.scenarios[0]), range(without), '—', '—', '—', '—'],
      [
        '给最缺的五个村',
        ...row(comparison.scenarios[1]),
        range(projection),
        numbers.change(difference.expectedReaching.mean),
        numbers.error(difference.expectedReaching),
        numbers.chance(difference.chanceBetter),
        numbers.money(difference.costPerExtraVillage),
      ],
    ]);
    const chances = (nodes: Answer[]) => new Map<string, Answer>(nodes.map((node) => [node.village.code, node]));
    const [after, before] = [chances(projection.villages.nodes), chances(without.villages.nodes)];
    const grants = comparison.scenarios[1].grants.toSorted((left: Answer, right: Answer) =>
      left.village.code < right.village.code ? -1 : 1,
    );
    expect(tables[1]!.slice(1)).toEqual([
      ...grants.map(({ village, amount, option }: Answer) => [
        village.name,
        village.township.name,
        option,
        numbers.money(amount),
        numbers.chance(before.get(village.code).chance),
        numbers.chance(after.get(village.code).chance),
        numbers.points(after.get(village.code).standardError),
      ]),
      ['合计', '', '', '250.00', '', '', ''],
    ]);
    const text = paragraphs.join('\n');
    expect(text).toContain('示例数据(合成)');
    expect(text).toContain('下列方案中选哪一个：不拨、给最缺的五个村。比较的是 2020 年');
    expect(text).toContain(`“给最缺的五个村”比“不拨”多 ${numbers.villages(difference.expectedReaching.mean)} 个村`);
    for (const part of [comparison.dataVersion, comparison.engineVersion, '1357', '经办人：', '负责人：', '日期：'])
      expect(text).toContain(part);
    const [, token] = /复算码.+：(\S+)/.exec(text)!;
    const { replay } = (
      await server.ask(
        'query ($token: String!) { replay(token: $token) { villages { nodes { village { code } chance standardError } } } }',
        { token },
      )
    ).data;
    expect(replay.villages.nodes).toEqual(projection.villages.nodes);
  });

  test('in English on demand', async () => {
    const { tables, paragraphs } = await read(await post({ scenarios }, 'en'));
    expect(tables[0]![0]![0]).toBe('Plan');
    expect(paragraphs.join('\n')).toMatch(/Under “给最缺的五个村” [\d.]+ villages are expected to reach in 2020/);
  });

  test('is refused in words where the request is of another form, or the scenarios cannot be compared', async () => {
    const told = async (body: unknown) => {
      const answer = await post(body);
      return [answer.status, ((await answer.json()) as Answer).code];
    };
    expect(await told({ scenarios: [{ horizon: 'two' }, {}] })).toEqual([422, 'BRIEF_INPUT']);
    expect(await told({ scenarios, year: '2020' })).toEqual([422, 'BRIEF_INPUT']);
    expect(await told({ scenarios: [scenarios[0]] })).toEqual([422, 'SCENARIO_COUNT']);
    expect(await told({ scenarios, year: 2040 })).toEqual([422, 'YEAR_NOT_PROJECTED']);
    expect(await told({ scenarios, baseline: 2 })).toEqual([422, 'OUT_OF_RANGE']);
  });
});

describe('the brief of an adopted plan', () => {
  test('has what was frozen: years, villages, provenance; and says so where it was withdrawn', async () => {
    const { data } = await server.ask(
      `mutation ($input: AdoptPlanInput!) { adoptPlan(input: $input) { plan {
        id number dataVersion replayToken cost years { year expectedReaching { mean standardError } chanceAll { mean } expectedIncome reaching { percentile value }
        villages(first: 1000) { nodes { code name township { name } grant target chance standardError } } } } } }`,
      { input: { scenario: scenarios[1], by: '县乡村振兴局', note: '第 3 次常务会议' } },
    );
    const { plan } = data.adoptPlan;
    const answer = await fetch(`${server.url}/plans/${plan.id}/brief.docx`, { headers: { 'accept-language': 'zh-CN' } });
    expect(answer.status).toBe(200);
    const { tables, paragraphs } = await read(answer);
    expect(tables[0]!.slice(1)).toEqual(
      plan.years.map(({ year, expectedReaching, reaching, chanceAll, expectedIncome }: Answer) => {
        const at = (wanted: number) => reaching.find(({ percentile }: Answer) => percentile === wanted).value;
        return [
          String(year),
          numbers.villages(expectedReaching.mean),
          numbers.error(expectedReaching),
          `${numbers.villages(at(5), 0)}–${numbers.villages(at(95), 0)}`,
          numbers.chance(chanceAll.mean),
          numbers.money(expectedIncome),
        ];
      }),
    );
    const funded = plan.years.at(-1).villages.nodes.filter(({ grant }: Answer) => grant > 0);
    expect(tables[1]!.slice(1, -1)).toEqual(
      funded.map(({ name, township, grant, target, chance, standardError }: Answer) => [
        name,
        township.name,
        '厂房',
        numbers.money(grant),
        numbers.money(target),
        numbers.chance(chance),
        numbers.points(standardError),
      ]),
    );
    const text = paragraphs.join('\n');
    for (const part of [`第 ${plan.number} 号方案，县乡村振兴局于`, '说明：第 3 次常务会议', plan.dataVersion, plan.replayToken])
      expect(text).toContain(part);
    await server.ask('mutation ($input: WithdrawPlanInput!) { withdrawPlan(input: $input) { userErrors { code } } }', {
      input: { id: plan.id, reason: '重新论证', by: '县长办' },
    });
    const after = await read(await fetch(`${server.url}/plans/${plan.id}/brief.docx`));
    expect(after.paragraphs.join('\n')).toMatch(/本方案已由县长办于 \d{4}-\d\d-\d\d 撤回，原因：重新论证。/);
  });

  test('is not there where the plan is not', async () => {
    expect((await fetch(`${server.url}/plans/nothing/brief.docx`)).status).toBe(404);
  });
});

describe('the circular of a month', () => {
  const circular = (month: string, query = '') => fetch(`${server.url}/bulletins/${month}/circular.docx?language=zh${query}`);

  test('says what the bulletin says: reports first, then townships, who must act and why, and every village', async () => {
    const answer = await circular('2020-05', '&scope=451026100');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('关于那坡县2020年5月村集体收入情况的通报.docx'));
    const { tables, paragraphs } = await read(answer);
    const { bulletin } = (
      await server.ask(
        `{ bulletin(month: "2020-05", scope: ["451026100"]) { reported missing dueOn dataVersion townships { township { name } received reported villages }
          villages { village { name } colour reported received target chance standardError flags { message } responsible } } }`,
        {},
        'zh',
      )
    ).data;
    const { reported, missing, dueOn, dataVersion, villages, townships } = bulletin;
    expect(paragraphs).toContain('各乡镇党委、政府，县直各有关单位：');
    expect(paragraphs).toContain(`全部 ${villages.length} 个村中，${reported} 个村已报送，${missing} 个村未报送；报送截止日为 ${dueOn}。`);
    expect(paragraphs.some((text) => text.includes('示例数据'))).toBe(true);
    expect(paragraphs.some((text) => text.includes(dataVersion))).toBe(true);
    const [byTownship, toAct, all] = tables;
    expect(byTownship!.slice(1).map(([name, reports, received]) => [name, reports, received])).toEqual(
      townships.map((one: Answer) => [one.township.name, `${one.reported}/${one.villages}`, numbers.money(one.received)]),
    );
    const urgent = villages.filter((row: Answer) => !row.reported || ['RED', 'ORANGE'].includes(row.colour));
    expect(toAct!.slice(1).map((row) => [row[0], row[4], row[5], row[6]])).toEqual(
      urgent.map((row: Answer) => [
        row.village.name,
        `${numbers.chance(row.chance)} (${numbers.points(row.standardError)})`,
        row.flags.map(({ message }: Answer) => message).join('；'),
        row.responsible.join('、'),
      ]),
    );
    expect(all!.slice(1).map(([name]) => name)).toEqual(villages.map(({ village }: Answer) => village.name));
  });

  test('refuses a month that is none, or that is not closed, and a region that is not known', async () => {
    const message = async (answer: Response) => [answer.status, ((await answer.json()) as { message: string }).message];
    expect(await message(await circular('May'))).toEqual([422, '“May”不是月份；请写成 2020-05']);
    expect(await message(await circular('2031-01'))).toEqual([422, expect.stringContaining('2031-01')]);
    expect(await message(await circular('2020-05', '&scope=999999'))).toEqual([422, expect.stringContaining('999999')]);
  });
});
