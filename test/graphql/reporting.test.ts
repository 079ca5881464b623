import { beforeAll, describe, expect, test } from 'vitest';
import { fillDemonstrationRegisters } from '../../server/supervision/demonstration/fill-registers.js';
import { serving, type Answer } from './serving.js';

const server = serving();
beforeAll(() => fillDemonstrationRegisters(server.store));

const COUNTS = 'villages onTime late pending missing differing withEvidence';
const MAY = `{ reporting(month: "2020-05") { county on dueOn counts { ${COUNTS} } closing { state }
  villages { village { code } state lateDays reportedOn figure amount withEvidence responsible
    reports { id revision source amount confirmed reportedBy } booked { amount importedBy } bookedDifference }
  townships { township { name } counts { ${COUNTS} } } } }`;

describe('reporting', () => {
  test('tells of every village who reported when, and its counts are those of its villages and townships', async () => {
    const { reporting, income } = (
      await server.ask(
        `${MAY.slice(0, -1)} income(where: { from: "2020-05", to: "2020-05" }, groupBy: [VILLAGE]) { groups { region { code } amount } } }`,
      )
    ).data;
    expect(reporting).toMatchObject({ county: '451026', on: '2020-06-30', dueOn: '2020-06-05', closing: null });
    const { villages, counts, townships } = reporting;
    const count = (state: string) => villages.filter((one: Answer) => one.state === state).length;
    expect(counts).toMatchObject({
      villages: villages.length,
      onTime: count('ON_TIME'),
      late: count('LATE'),
      missing: count('MISSING'),
      pending: 0,
      differing: villages.filter(({ figure }: Answer) => figure === 'DIFFERING').length,
    });
    for (const kind of COUNTS.split(' ')) {
      expect(townships.reduce((sum: number, one: Answer) => sum + one.counts[kind], 0)).toBe(counts[kind]);
    }
    expect(Math.min(counts.onTime, counts.late, counts.missing, counts.differing)).toBeGreaterThan(0);
    const booked = new Map(income.groups.map((group: Answer) => [group.region.code, group.amount]));
    for (const one of villages) {
      expect(one.booked?.amount ?? 0).toBe(booked.get(one.village.code) ?? 0);
      expect(one.responsible).toHaveLength(2);
      expect(one.reports.length === 0).toBe(one.reportedOn === null);
      expect(one.state === 'LATE' || one.state === 'MISSING').toBe(one.lateDays > 0);
    }
  });

  test('lists only the missing, or those whose sources differ, with the same counts', async () => {
    const all = (await server.ask(MAY)).data.reporting;
    const { late, unsettled } = (
      await server.ask(`{ late: reporting(month: "2020-05", states: [LATE, MISSING]) { counts { villages } villages { state } }
        unsettled: reporting(month: "2020-05", figures: [DIFFERING]) { villages { amount reports { amount } } } }`)
    ).data;
    expect(late.counts.villages).toBe(all.counts.villages);
    expect(late.villages).toHaveLength(all.counts.late + all.counts.missing);
    expect(unsettled.villages).toHaveLength(all.counts.differing);
    for (const { amount, reports } of unsettled.villages) {
      expect(amount).toBeNull();
      expect(new Set(reports.map((report: Answer) => report.amount)).size).toBeGreaterThan(1);
    }
    expect(await server.refusal('{ reporting(month: "2020-05", on: "2020-02-30") { on } }')).toEqual([
      'NOT_A_DAY ["on"] "2020-02-30" is no day; write 2020-05-31',
    ]);
    expect(await server.refusal('{ reporting(county: "999999", month: "2020-05") { on } }')).toEqual([
      expect.stringMatching(/^COUNTY_NOT_NAMED \["county"\] .*451026/),
    ]);
  });

  test('goes from differing sources to a confirmed figure, a closed month, and one that was opened again', async () => {
    const run = async (name: string, type: string, input: object, shown: string) =>
      (
        await server.ask(
          `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { field code message } } }`,
          { input },
          'zh',
        )
      ).data[name];
    const month = (name: string, input: object) =>
      run(name, 'CloseMonthInput', { month: '2020-05', ...input }, 'closing { state missing updatedBy }');
    expect((await month('closeMonth', { by: ' ' })).userErrors).toEqual([
      { field: ['input', 'by'], code: 'SIGNATURE_NEEDED', message: '要写明是谁办理的' },
    ]);
    expect((await month('closeMonth', { by: '县农经站' })).userErrors[0]).toMatchObject({
      code: 'FIGURES_UNSETTLED',
      field: ['input', 'month'],
    });
    const differing = (await server.ask(MAY)).data.reporting.villages.filter(({ figure }: Answer) => figure === 'DIFFERING');
    for (const { reports } of differing) {
      const { id, revision } = reports[0];
      const { reports: kept, userErrors } = await run(
        'confirmReport',
        'ConfirmReportInput',
        { id, revision, by: '陈某', reason: '与银行流水一致' },
        'reports { id confirmed }',
      );
      expect(userErrors).toEqual([]);
      expect(kept.filter(({ confirmed }: Answer) => confirmed)).toEqual([{ id, confirmed: true }]);
    }
    const { counts } = (await server.ask(MAY)).data.reporting;
    expect(counts.differing).toBe(0);
    expect((await month('closeMonth', { by: '县农经站' })).closing).toEqual({
      state: 'CLOSED',
      missing: counts.missing,
      updatedBy: '县农经站',
    });
    expect(
      (await run('confirmReport', 'ConfirmReportInput', { id: differing[0].reports[1].id, by: '陈某' }, 'reports { id }')).userErrors[0],
    ).toMatchObject({
      code: 'MONTH_CLOSED',
    });
    expect((await month('reopenMonth', { by: '陈某' })).userErrors[0]).toMatchObject({
      code: 'REOPENING_UNEXPLAINED',
      field: ['input', 'reason'],
    });
    expect((await month('reopenMonth', { by: '陈某', reason: '漏报一笔' })).closing).toMatchObject({ state: 'REOPENED' });
    const { entryChanges, reportingYear } = (
      await server.ask(
        `{ entryChanges(register: "monthClosing", first: 2) { nodes { action by reason fields { field before after } } }
          reportingYear(year: 2020) { month counts { missing } closing { state } } }`,
        {},
        'zh',
      )
    ).data;
    expect(entryChanges.nodes[0]).toMatchObject({ action: 'CHANGED', by: '陈某', reason: '漏报一笔' });
    expect(reportingYear.map(({ month: own, closing }: Answer) => [own, closing?.state ?? null])).toEqual([
      ['2020-01', 'CLOSED'],
      ['2020-02', 'CLOSED'],
      ['2020-03', 'CLOSED'],
      ['2020-04', 'CLOSED'],
      ['2020-05', 'REOPENED'],
      ['2020-06', null],
    ]);
  });
});
