import { describe, expect, test } from 'vitest';
import { formatMonth } from '../../../server/base/month.js';
import { dutyCalendar, dutySummaries } from '../../../server/supervision/duties/duty-calendar.js';
import { unitSummaries } from '../../../server/supervision/duties/unit-summary.js';
import type { EntryOf } from '../../../server/supervision/register/register.js';
import type { appraisals } from '../../../server/supervision/registers/appraisal.js';
import type { duties } from '../../../server/supervision/registers/duty.js';
import type { dutyRecords } from '../../../server/supervision/registers/duty-record.js';

type Duty = EntryOf<typeof duties>;
type DutyRecord = EntryOf<typeof dutyRecords>;

const entry = { county: '451026', revision: 1, createdAt: '', updatedAt: '', updatedBy: null };

const duty = (id: string, cadence: string, since: string, until: string | null = null): Duty => ({
  ...entry,
  id,
  register: 'duty',
  values: {
    body: 'TOWNSHIP',
    owner: id,
    what: '研究村级集体经济工作',
    cadence: cadence as Duty['values']['cadence'],
    since,
    until,
    township: null,
    village: null,
  },
});

const held = (of: string, heldOn: string, documents: readonly string[] = []): DutyRecord => ({
  ...entry,
  id: `${of} ${heldOn}`,
  register: 'dutyRecord',
  values: { duty: of, heldOn, topic: '', minutes: null, village: null, documents },
});

const states = (duties: readonly Duty[], records: readonly DutyRecord[], today: string) =>
  dutyCalendar(duties, records, { year: 2020, today }).map(({ periods }) => periods.map(({ state }) => state));

describe('the calendar of duties', () => {
  test('has a period for each month, quarter, half year or year', () => {
    const rows = dutyCalendar(
      ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'].map((cadence) => duty(cadence, cadence, '2019-01')),
      [],
      { year: 2020, today: '2020-05-31' },
    );
    expect(rows.map(({ periods }) => periods.length)).toEqual([12, 4, 2, 1]);
    expect(rows[1]!.periods.map(({ first, last, dueOn }) => `${formatMonth(first)} ${formatMonth(last)} ${dueOn}`)).toEqual([
      '2020-01 2020-03 2020-03-31',
      '2020-04 2020-06 2020-06-30',
      '2020-07 2020-09 2020-09-30',
      '2020-10 2020-12 2020-12-31',
    ]);
    expect(rows[0]!.periods[1]!.dueOn).toBe('2020-02-29');
  });

  test('tells what is done, open, ahead and overdue; the last day still counts', () => {
    const quarterly = [duty('a', 'QUARTERLY', '2020-01')];
    expect(states(quarterly, [held('a', '2020-03-31')], '2020-06-30')).toEqual([['DONE', 'OPEN', 'AHEAD', 'AHEAD']]);
    expect(states(quarterly, [held('a', '2020-04-01')], '2020-07-01')).toEqual([['OVERDUE', 'DONE', 'OPEN', 'AHEAD']]);
    expect(states(quarterly, [held('b', '2020-02-01')], '2020-04-01')).toEqual([['OVERDUE', 'OPEN', 'AHEAD', 'AHEAD']]);
  });

  test('has only the periods in which the duty holds; one that held in none of the year is left out', () => {
    expect(states([duty('a', 'QUARTERLY', '2020-05', '2020-07')], [], '2020-12-31')).toEqual([['OVERDUE', 'OVERDUE']]);
    expect(states([duty('a', 'MONTHLY', '2021-01')], [], '2020-12-31')).toEqual([]);
    expect(states([duty('a', 'YEARLY', '2018-01', '2019-12')], [], '2020-12-31')).toEqual([]);
  });

  test('is summed up by owner: every period that is over is done or overdue', () => {
    const rows = dutyCalendar(
      [duty('a', 'MONTHLY', '2020-01'), duty('b', 'MONTHLY', '2020-01')],
      [held('a', '2020-01-05', ['document']), held('a', '2020-01-20'), held('b', '2020-01-05'), held('b', '2020-02-01')],
      { year: 2020, today: '2020-03-01' },
    );
    expect(dutySummaries(rows)).toEqual([
      { owner: 'a', due: 2, done: 1, overdue: 1, withEvidence: 1 },
      { owner: 'b', due: 2, done: 2, overdue: 0, withEvidence: 0 },
    ]);
  });
});

describe('what a year’s appraisals go by', () => {
  const appraisal = (unit: string, kind: string, year: number, township: string | null): EntryOf<typeof appraisals> => ({
    ...entry,
    id: `${unit} ${kind} ${year}`,
    register: 'appraisal',
    values: { kind: kind as 'REVITALISATION', year, unit, township, score: 80, finding: null, documents: [] },
  });

  test('has every unit once: those of the county first, then by township; appraisals of the year in the order of their kinds', () => {
    const own = duty('县委、县政府', 'HALF_YEARLY', '2020-01');
    const rows = dutyCalendar([own], [held('县委、县政府', '2020-03-01', ['minutes'])], { year: 2020, today: '2020-08-01' });
    const all = [
      appraisal('百都乡党委、政府', 'REVITALISATION', 2020, '451026203'),
      appraisal('百都乡党委、政府', 'PARTY_BUILDING', 2020, '451026203'),
      appraisal('城厢镇党委、政府', 'POVERTY_RELIEF', 2020, '451026100'),
      appraisal('平孟镇党委、政府', 'POVERTY_RELIEF', 2019, '451026101'),
    ];
    expect(
      unitSummaries(rows, all, 2020).map(({ unit, due, done, appraisals: found }) => [
        unit,
        due,
        done,
        found.map(({ values }) => values.kind),
      ]),
    ).toEqual([
      ['县委、县政府', 1, 1, []],
      ['城厢镇党委、政府', 0, 0, ['POVERTY_RELIEF']],
      ['百都乡党委、政府', 0, 0, ['PARTY_BUILDING', 'REVITALISATION']],
    ]);
  });
});
