import { beforeAll, describe, expect, test } from 'vitest';
import { fillDemonstrationRegisters } from '../../server/supervision/demonstration/fill-registers.js';
import { serving, type Answer } from './serving.js';

const server = serving();
beforeAll(() => fillDemonstrationRegisters(server.store));

describe('duties and parks at a glance', () => {
  test('the calendar tells of every duty whether its records kept it', async () => {
    const { dutyCalendar } = (
      await server.ask(
        `{ dutyCalendar(year: 2020) { year asOf owners { owner due done overdue withEvidence }
          duties { duty { id owner cadence } periods { first last dueOn state withEvidence records { id heldOn duty { id } } } } } }`,
      )
    ).data;
    expect(dutyCalendar.asOf).toBe('2020-05');
    const periods = dutyCalendar.duties.flatMap((row: Answer) => row.periods.map((period: Answer) => ({ ...period, duty: row.duty })));
    for (const { first, dueOn, state, records, duty } of periods) {
      for (const record of records) {
        expect(record.duty.id).toBe(duty.id);
        expect(record.heldOn >= `${first}-01` && record.heldOn <= dueOn).toBe(true);
      }
      expect(state).toBe(records.length ? 'DONE' : dueOn < '2020-05-31' ? 'OVERDUE' : first > '2020-05' ? 'AHEAD' : 'OPEN');
    }
    const overdue = periods.filter(({ state }: Answer) => state === 'OVERDUE').length;
    expect(overdue).toBeGreaterThan(0);
    expect(dutyCalendar.owners.reduce((sum: number, owner: Answer) => sum + owner.overdue, 0)).toBe(overdue);
    const refused = await server.ask('{ dutyCalendar(year: 2020, scope: ["999999"]) { year } }', {}, 'zh');
    expect(refused.errors![0]!.message).toMatch(/999999/);
  });

  test('what the appraisals go by adds up to the calendar and the register', async () => {
    const { unitSummaries, dutyCalendar, appraisals } = (
      await server.ask(
        `{ unitSummaries(year: 2019) { unit township { code } due done overdue withEvidence appraisals { id kind score } }
          dutyCalendar(year: 2019) { owners { owner due done overdue withEvidence } }
          appraisals(first: 1000) { nodes { id year unit } } }`,
      )
    ).data;
    const units = new Map(unitSummaries.map(({ unit, ...rest }: Answer) => [unit, rest]));
    for (const { owner, ...counts } of dutyCalendar.owners) expect(units.get(owner)).toMatchObject(counts);
    const told = unitSummaries.flatMap(({ appraisals: own }: Answer) => own.map(({ id }: Answer) => id));
    expect(told.toSorted()).toEqual(
      appraisals.nodes
        .filter(({ year }: Answer) => year === 2019)
        .map(({ id }: Answer) => id)
        .toSorted(),
    );
    expect(unitSummaries.filter(({ township }: Answer) => township !== null)).toHaveLength(9);
  });

  test('what the instruments of a mode brought is no more than the mode itself', async () => {
    const { instrumentIncome, income } = (
      await server.ask(
        `{ instrumentIncome(year: 2019) { instrument label mode villages projects received yearBefore }
          income(groupBy: [MODE], where: { from: "2019-01", to: "2019-12" }) { groups { mode amount } } }`,
        {},
        'zh',
      )
    ).data;
    expect(new Set(instrumentIncome.map(({ mode }: Answer) => mode)).size).toBe(5);
    expect(instrumentIncome.find(({ instrument }: Answer) => instrument === 'ROAD_CARE').label).toBe('公路养护');
    for (const { mode, amount } of income.groups) {
      const own = instrumentIncome.filter((one: Answer) => one.mode === mode).reduce((sum: number, one: Answer) => sum + one.received, 0);
      expect(own).toBeGreaterThan(0);
      expect(own).toBeLessThanOrEqual(amount);
    }
  });

  test('a park is told with its stakes, what is owed and overdue, and its villages', async () => {
    const { data } = await server.ask(
      `{ parkOverviews { park { code name } asOf villages { code } stakes capital promisedYearly income due received overdue overduePayments
          longestOverdueDays contracts gaps { subject gap } overdueMilestones { what dueOn } openActions overdueActions { what owner dueOn } }
        payments(first: 1000) { nodes { park { code } village { code } amount received dueOn } }
        stakes(first: 1000) { nodes { park { code } capital } }
        income(groupBy: [PARK], where: { from: "2019-06", to: "2020-05" }) { groups { park { code } amount } } }`,
    );
    expect(data.parkOverviews).toHaveLength(3);
    for (const { park, ...overview } of data.parkOverviews) {
      const own = (nodes: Answer[]) => nodes.filter((node) => node.park?.code === park.code);
      const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
      const due = own(data.payments.nodes).filter(({ dueOn }) => dueOn <= '2020-05-31');
      expect(overview.due).toBeCloseTo(sum(due.map(({ amount }) => amount)), 2);
      expect(overview.overdue).toBeCloseTo(sum(due.map(({ amount, received }) => Math.max(0, amount - (received ?? 0)))), 2);
      expect(overview.capital).toBeCloseTo(sum(own(data.stakes.nodes).map(({ capital }) => capital)), 2);
      expect(overview.stakes).toBe(own(data.stakes.nodes).length);
      expect(overview.income).toBeCloseTo(sum(own(data.income.groups).map(({ amount }) => amount)), 2);
      expect(overview.villages.length).toBeGreaterThan(0);
      expect(overview.longestOverdueDays === null).toBe(overview.overduePayments === 0);
    }
    const before = (await server.ask('{ parkOverviews(asOf: "2015-01") { due overdue income } }')).data.parkOverviews;
    expect(before).toEqual([0, 1, 2].map(() => ({ due: 0, overdue: 0, income: 0 })));
  });
});
