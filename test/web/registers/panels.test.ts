import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../web/i18n/format.js';
import { tableCsv } from '../../../web/downloads/table-csv.js';
import { dutyCalendar, ownerTable, periodTable, stretches, type DutyPeriod } from '../../../web/registers/duties/duty-calendar.js';
import { dutyWords } from '../../../web/registers/duties/words.js';
import { PANELS, panelWords } from '../../../web/registers/panels.js';
import { dependence, mostDependent, moverTable, parkOverviews, troubleEffect } from '../../../web/registers/parks/parks.js';
import {
  criteriaOf,
  eligibility,
  eligibilityTable,
  funderAccounts,
  funderTable,
  judgmentsOf,
  type Judgment,
} from '../../../web/registers/funding/funding.js';
import { fundingWords } from '../../../web/registers/funding/words.js';
import type { Register } from '../../../web/registers/operations.js';
import { parkWords } from '../../../web/registers/parks/words.js';

const fundingText = fundingWords['zh-CN'];
import {
  chosen,
  confirmReport,
  reporting,
  reportingTable,
  reportingYear,
  settleMonth,
  type Report,
  type VillageReporting,
} from '../../../web/registers/reporting/reporting.js';
import { reportingWords } from '../../../web/registers/reporting/words.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const SIGNED = { by: '陈某', reason: '' };
const requests = {
  reporting: reporting('451026', '2020-05'),
  reportingYear: reportingYear('451026', 2020),
  confirmReport: confirmReport({ id: 'r', revision: 1 }, SIGNED),
  closeMonth: settleMonth('closeMonth', { county: '451026', month: '2020-05' }, SIGNED),
  reopenMonth: settleMonth('reopenMonth', { county: '451026', month: '2020-05' }, SIGNED),
  dutyCalendar: dutyCalendar('451026', 2020, null),
  parkOverviews: parkOverviews('451026'),
  dependence: dependence('451026'),
  troubleEffect: troubleEffect('451026', { park: 'NAPO-COCOON', start: '2021-05', late: 0.2 }, 2020),
  funderAccounts: funderAccounts('451026'),
  eligibility: eligibility('451026100'),
};

describe('overviews', () => {
  it.each(Object.entries(requests))('%s is valid in the published schema', (_name, { query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  it('are named so that no register can be called the same', () => {
    expect(PANELS.every((name) => name.includes('-'))).toBe(true);
    expect(Object.keys(panelWords.en)).toEqual([...PANELS]);
  });
});

const period = (first: string, last: string, more: Partial<DutyPeriod> = {}): DutyPeriod => ({
  first,
  last,
  dueOn: `${last}-30`,
  state: 'OVERDUE',
  withEvidence: 0,
  records: [],
  ...more,
});

describe('the calendar of duties', () => {
  it('fills twelve months, also where a duty begins late or ends early', () => {
    const lengths = (...periods: DutyPeriod[]) => stretches(periods).map(({ months, period }) => [months, period !== undefined]);
    expect(lengths(period('2020-04', '2020-06'), period('2020-07', '2020-09'))).toEqual([
      [3, false],
      [3, true],
      [3, true],
      [3, false],
    ]);
    expect(lengths(period('2020-01', '2020-12'))).toEqual([[12, true]]);
    expect(lengths()).toEqual([[12, false]]);
  });

  it('is taken away with a row for each period and one for each owner', () => {
    const records = [{ id: 'r', heldOn: '2020-03-12', topic: '研究蚕房', documents: [] }];
    const calendar = {
      year: 2020,
      asOf: '2020-05',
      duties: [
        {
          duty: { id: 'd', owner: '城厢镇', what: '研究', cadence: 'QUARTERLY' },
          periods: [period('2020-01', '2020-03', { state: 'DONE', records, withEvidence: 1 })],
        },
      ],
      owners: [{ owner: '城厢镇', due: 1, done: 1, overdue: 0, withEvidence: 1 }],
    };
    const words = dutyWords['zh-CN'];
    const rows = tableCsv(periodTable(calendar, words, '那坡县'), createFormat('zh-CN', 'wan'))
      .trim()
      .split('\r\n');
    expect(rows[1]).toBe('城厢镇,研究,2020-01,2020-03,2020-03-30,已做,1,1,2020-03-12 研究蚕房');
    expect(ownerTable(calendar, words, '那坡县').rows).toEqual([['城厢镇', 1, 1, 0, 1]]);
  });
});

describe('monthly reporting', () => {
  const report = (source: string, amount: number): Report => ({
    id: source,
    revision: 1,
    source,
    amount,
    reportedOn: '2020-06-08',
    reportedBy: '黄某',
    confirmed: null,
    documents: [],
  });
  const row = (name: string, more: Partial<VillageReporting>): VillageReporting => ({
    village: { code: name, name, township: { name: '城厢镇' } },
    state: 'MISSING',
    reportedOn: null,
    lateDays: 25,
    figure: 'NONE',
    amount: null,
    reports: [],
    booked: null,
    bookedDifference: null,
    responsible: ['甲', '乙'],
    ...more,
  });
  const differing = row('永乐村', {
    state: 'LATE',
    lateDays: 3,
    figure: 'DIFFERING',
    reports: [report('农经站', 1000), report('组织部', 1200)],
  });
  const villages = [row('永平村', { lateDays: 2 }), differing, row('永宁村', { lateDays: 25 })];

  it('lists who is missing, the longest overdue first, and whose sources differ', () => {
    const names = (choice: Parameters<typeof chosen>[1]) => chosen(villages, choice).map(({ village }) => village.name);
    expect(names('ALL')).toEqual(['永平村', '永乐村', '永宁村']);
    expect(names('MISSING')).toEqual(['永宁村', '永平村']);
    expect(names('LATE')).toEqual(['永乐村']);
    expect(names('DIFFERING')).toEqual(['永乐村']);
  });

  it('is taken away with a row for each source, so that two stand side by side', () => {
    const counts = { villages: 3, onTime: 0, late: 1, pending: 0, missing: 2, differing: 1, withEvidence: 0 };
    const told = { month: '2020-05', on: '2020-06-30', dueOn: '2020-06-05', counts, closing: null, villages };
    const { rows } = reportingTable(told, villages, reportingWords['zh-CN'], '那坡县');
    expect(rows.map((cells) => cells.slice(1, 8))).toEqual([
      ['永平村', '未报', 2, null, null, null, null],
      ['永乐村', '迟报', 3, '农经站', '2020-06-08', '黄某', 1000],
      ['永乐村', '迟报', 3, '组织部', '2020-06-08', '黄某', 1200],
      ['永宁村', '未报', 25, null, null, null, null],
    ]);
  });
});

describe('a park', () => {
  const node = (name: string, share: number) => ({
    village: { code: name, name },
    parkDependence: { concentration: 0, shares: share ? [{ park: { code: 'P', name: '' }, share }] : [] },
  });

  it('names the villages that hang on it most', () => {
    const answer = {
      projection: { years: [2020], outcome: node('县', 0.2), villages: { nodes: [node('甲', 0.1), node('乙', 0), node('丙', 0.7)] } },
    };
    expect(mostDependent(answer, 'P', 2).map(({ village, share }) => [village.name, share])).toEqual([
      ['丙', 0.7],
      ['甲', 0.1],
    ]);
    expect(mostDependent(answer, 'Q', 2)).toEqual([]);
  });

  it('in trouble lists only the villages whose chance moves, with the error of the change', () => {
    const movers = [
      { village: { code: '1', name: '甲' }, before: 0.5, after: 0.4, standardError: 0.01 },
      { village: { code: '2', name: '乙' }, before: 0.5, after: 0.5, standardError: 0 },
    ];
    const expectedReaching = { mean: -0.1, standardError: 0.01, low: -0.12, high: -0.08 };
    const effect = { comparison: { year: 2020, trials: 1000, seed: 1, differences: [{ expectedReaching, movers }] } };
    const { rows } = moverTable(effect, '蚕园', parkWords['zh-CN']);
    expect(rows).toHaveLength(1);
    expect(rows[0]![3]).toBeCloseTo(-0.1, 12);
    expect(rows[0]![4]).toBe(0.01);
  });
});

describe('the six conditions', () => {
  const village = { code: 'v', name: '旧村' };
  const judgment = (id: string, met: boolean): Judgment => ({
    id,
    village,
    criterion: 'assets',
    met,
    judgedOn: '2020-05-01',
    judgedBy: '组织部',
    grounds: '查看',
    documents: [],
  });
  const criteria = [
    { key: 'assets', met: true },
    { key: 'will', met: null },
  ];
  const answer = {
    villages: { nodes: [{ ...village, eligible: false, criteria }] },
    judgments: { nodes: [judgment('new', true), judgment('old', false)] },
  };

  it('are taken away with the latest judgment of each, and say where nobody has judged', () => {
    expect(judgmentsOf(answer, 'v', 'assets').map(({ id }) => id)).toEqual(['new', 'old']);
    const choices = [{ code: 'assets', label: '有基础' }];
    const register = { fields: [{ name: 'criterion', choices }] } as unknown as Register;
    const named = criteriaOf(answer, register);
    expect(named).toEqual([
      { key: 'assets', label: '有基础' },
      { key: 'will', label: 'will' },
    ]);
    expect(eligibilityTable(answer, named, fundingText, '平孟镇').rows).toEqual([
      ['旧村', '不符合', '符合', '2020-05-01 组织部 查看', '未评定', ''],
    ]);
  });
});

it('the ledger is taken away with levels by name, empty where nothing is booked', () => {
  const account = { allotted: 100, committed: 60, committedProjects: 1, inApproval: 0, paid: 50, returned: 10, left: 60, bookings: 3 };
  const accounts = [
    { ...account, funder: '甲', level: 'COUNTY' },
    { ...account, funder: '乙', level: null },
  ];
  expect(funderTable(accounts, fundingText, '那坡县').rows.map((row) => [row[0], row[1], row.at(-1)])).toEqual([
    ['甲', '县级', 60],
    ['乙', null, 60],
  ]);
});
