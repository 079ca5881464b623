import { describe, expect, test } from 'vitest';
import { contractOperation, serving, type Answer } from './serving.js';

const server = serving();
const VILLAGE = '451026100201';
const bulletin = async (variables: object, language = 'zh'): Promise<Answer> =>
  (await server.ask(contractOperation('Bulletin'), variables, language)).data.bulletin;

describe('the monthly bulletin', () => {
  test('tells every village of the county, those in doubt first, and who has reported', async () => {
    const { month, reported, missing, villages } = await bulletin({ month: '2020-05' });
    expect(month).toBe('2020-05');
    expect(reported + missing).toBe(130);
    expect(villages).toHaveLength(130);
    expect(villages[0].flags[0].message).toMatch(/^2020-05 没有上报/);
    expect(villages.at(-1).colour).toBe('GREEN');
    const ranks = villages.map(({ rank }: { rank: number }) => rank).sort((left: number, right: number) => left - right);
    expect(ranks[0]).toBe(1);
  });

  test('agrees with the receipts and with the projection as of the month', async () => {
    const {
      bulletin: told,
      projection,
      income,
    } = (
      await server.ask(`{
        bulletin(scope: ["451026100"], month: "2020-05") { villages { village { code } received chance standardError } townships { received villages } }
        projection(scenario: { scope: ["451026100"], asOf: "2020-05", horizon: 1 }) { villages(year: 2020) { nodes { village { code } chance standardError } } }
        income(scope: ["451026100"], where: { from: "2020-01", to: "2020-05" }, groupBy: [VILLAGE]) { total groups { region { code } amount } }
      }`)
    ).data;
    const chances = new Map(projection.villages.nodes.map((node: Answer) => [node.village.code, [node.chance, node.standardError]]));
    const received = new Map(income.groups.map((group: Answer) => [group.region.code, group.amount]));
    for (const row of told.villages) {
      expect([row.chance, row.standardError]).toEqual(chances.get(row.village.code));
      expect(row.received).toBe(received.get(row.village.code) ?? 0);
    }
    expect(told.townships).toEqual([{ received: income.total, villages: told.villages.length }]);
  });

  test('counts a report that says nothing came in, and its lateness by the due day of the workspace', async () => {
    const silent = (await bulletin({ month: '2020-05' })).villages.find(({ flags }: Answer) => flags[0]?.code === 'REPORT_MISSING').village
      .code;
    const save = 'mutation ($input: SaveReportInput!) { saveReport(input: $input) { userErrors { message } } }';
    const input = { village: silent, month: '2020-05', source: '乡镇', amount: 0, reportedOn: '2020-06-09', reportedBy: '黄某' };
    expect((await server.ask(save, { input })).data.saveReport.userErrors).toEqual([]);
    const rowNow = async () => (await bulletin({ month: '2020-05' })).villages.find(({ village }: Answer) => village.code === silent);
    expect(await rowNow()).toMatchObject({
      lateDays: 4,
      flags: expect.arrayContaining([expect.objectContaining({ code: 'REPORT_LATE' })]),
    });
    await server.ask('mutation { setWorkspaceAssumption(input: { name: "reporting.dueDay", value: 10 }) { userErrors { message } } }');
    expect((await rowNow()).lateDays).toBe(0);
    expect(
      (await server.ask('mutation { setWorkspaceAssumption(input: { name: "bulletin.green", value: 0.4 }) { userErrors { code } } }')).data
        .setWorkspaceAssumption.userErrors,
    ).toEqual([{ code: 'COLOURS_REVERSED' }]);
  });

  test('has no chance before the first complete year, a certain one in December, and refuses a month not closed', async () => {
    const chances = async (month: string) =>
      new Set<number | null>((await bulletin({ month, scope: [VILLAGE] })).villages.map(({ chance }: Answer) => chance));
    expect(await chances('2017-06')).toEqual(new Set([null]));
    expect([...(await chances('2019-12'))].every((chance) => chance === 0 || chance === 1)).toBe(true);
    expect(await server.refusal('{ bulletin(month: "2020-06") { month } }', {}, 'zh')).toEqual([
      expect.stringMatching(/^AS_OF_TOO_LATE \["month"\] .*2020-05/),
    ]);
    expect(await server.refusal('{ bulletin(month: "2020-05", scope: ["999999"]) { month } }')).toEqual([
      expect.stringMatching(/^UNKNOWN_REGION/),
    ]);
  });
});
