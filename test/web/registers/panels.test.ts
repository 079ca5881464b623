import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it, test } from 'vitest';
import { createFormat } from '../../../web/i18n/format.js';
import { zhCn } from '../../../web/i18n/zh-cn.js';
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
import { appraisalTable, lastMonthOf, unitSummaries } from '../../../web/registers/appraisals/appraisals.js';
import { appraisalWords } from '../../../web/registers/appraisals/words.js';
import {
  measuresOf,
  modelVillages,
  pairLines,
  roster,
  villagePair,
  type PairAnswer,
} from '../../../web/registers/demonstration/village-pair.js';
import { pairWords } from '../../../web/registers/demonstration/words.js';
import { instrumentIncome, instrumentTable } from '../../../web/registers/instruments/instruments.js';
import { instrumentWords } from '../../../web/registers/instruments/words.js';
import { jointProperties, propertyTable, sharedProperties, unpaidOf } from '../../../web/registers/property/property.js';
import { propertyWords } from '../../../web/registers/property/words.js';
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
  unitSummaries: unitSummaries('451026', 2020, '2020-05'),
  roster: roster('451026'),
  instrumentIncome: instrumentIncome('451026', 2020),
  jointProperties: jointProperties('451026'),
  villagePair: villagePair(['451026100201', '451026100202'], 2020),
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

describe('the appraisals at a glance', () => {
  it('has a line for each unit, with what its villages come to for a township', () => {
    const township = { code: '451026101', name: '城厢镇' };
    const unit = { due: 4, done: 3, overdue: 1, withEvidence: 2 };
    const table = appraisalTable(
      {
        unitSummaries: [
          { unit: '县财政局', township: null, ...unit, appraisals: [] },
          { unit: '城厢镇党委、政府', township, ...unit, appraisals: [{ kind: 'POVERTY_RELIEF', score: 88, finding: '台账齐全' }] },
        ],
        bulletin: { month: '2020-05', townships: [{ township, villages: 29, received: 700_000, target: 1_450_000, green: 20, red: 3 }] },
      },
      2020,
      appraisalWords['zh-CN'],
      '那坡县',
    );
    expect(table.rows).toEqual([
      ['县财政局', null, 4, 3, 1, 2, null, null, null, null, null, null, null, null, null],
      ['城厢镇党委、政府', '城厢镇', 4, 3, 1, 2, null, 88, null, 29, 700_000, 1_450_000, 20, 3, '台账齐全'],
    ]);
    expect(table.columns).toHaveLength(15);
    expect([lastMonthOf(2020, '2020-05'), lastMonthOf(2019, '2020-05')]).toEqual(['2020-05', '2019-12']);
  });
});

describe('a model village beside another', () => {
  const villageOf = (code: string, name: string) => ({ code, name, eligible: code === '1', township: { code: 't', name: '百都乡' } });
  const [model, other] = [villageOf('1', '坡芽村'), villageOf('2', '弄化村')];
  const scores = {
    partyLead: 9,
    plan: 8,
    stableIncome: 9,
    operation: 8,
    supervision: 7,
    economicEffect: 9,
    demonstrationEffect: 8,
    sustainability: 8,
  };
  const answer: PairAnswer = {
    villages: {
      nodes: [model, other].map((village) => ({
        ...village,
        target: 50_000,
        criteria: [
          { key: 'a', met: true },
          { key: 'b', met: village === model },
        ],
      })),
    },
    income: {
      groups: [
        { region: model, year: 2018, mode: 'INDUSTRY', amount: 40_000 },
        { region: model, year: 2019, mode: 'INDUSTRY', amount: 50_000 },
        { region: model, year: 2019, mode: 'TOURISM', amount: 10_000 },
        { region: model, year: 2020, mode: 'INDUSTRY', amount: 22_000 },
        { region: other, year: 2019, mode: 'INDUSTRY', amount: 20_000 },
      ],
    },
    projection: {
      villages: { nodes: [{ village: model, chance: 0.84, standardError: 0.0037, grantDependence: 0.31 }] },
    },
    projects: { nodes: [{ village: model, capital: 500_000 }] },
    modelScores: { nodes: [{ village: model, year: 2019, ...scores }] },
    modelMeasures: {
      nodes: [
        { id: 'a', village: model, doneOn: '2019-03-01', what: '办桑园', effect: '年增 2 万' },
        { id: 'b', village: model, doneOn: '2020-02-01', what: '联营旅游', effect: null },
      ],
    },
  };
  const voice = { words: pairWords['zh-CN'], common: zhCn, format: createFormat('zh-CN', 'wan') };

  it('tells the same of both, and says so where nothing is known', () => {
    expect(pairLines(answer, ['1', '2'], '2020-05', voice).map(({ label, values }) => [label, ...values])).toEqual([
      ['乡镇', '百都乡', '百都乡'],
      ['六项条件', '2 / 2 项符合，可申请扶持', '1 / 2 项符合'],
      ['2020 年目标', '5 万元', '5 万元'],
      ['2020 年达标的可能', '84%（误差 ±0.7 个百分点）', '—'],
      ['2019 年到账收入', '6 万元', '2 万元'],
      ['其中产业，2019 年', '5 万元', '2 万元'],
      ['其中旅游，2019 年', '1 万元', '0 万元'],
      ['2018 到 2019 年增长', '+50.0%', '—'],
      ['2020 年到 5 月已到账', '2.2 万元', '0 万元'],
      ['收入里靠扶持项目的份额', '31%', '—'],
      ['项目', '1 个，投入 50 万元', '0 个，投入 0 万元'],
      ['示范社评分，2019 年（满分 80）', '66', '—'],
      ...Object.entries(scores).map(([criterion, score]) => [voice.words.criteria[criterion as keyof typeof scores], String(score), '—']),
    ]);
    expect(measuresOf(answer, '1').map(({ what }) => what)).toEqual(['联营旅游', '办桑园']);
  });

  it('begins with the villages of the roster that still stand on it', () => {
    const all = {
      villages: { nodes: [model, other] },
      modelCooperatives: {
        nodes: [
          { village: other, state: 'WITHDRAWN' },
          { village: model, state: 'NAMED' },
          { village: model, state: 'CANDIDATE' },
        ],
      },
    };
    expect(modelVillages(all)).toEqual([model]);
  });
});

test('income by instrument is a table of money beside that of the year before', () => {
  const one = { label: '公路养护', mode: 'SERVICE', villages: 12, projects: 1, received: 30_000, yearBefore: 90_000 };
  const about = { year: 2020, asOf: '2020-05', county: '那坡县', modes: zhCn.modes };
  const table = instrumentTable([one], about, instrumentWords['zh-CN']);
  expect(table.title).toBe('那坡县 2020 各举措收入');
  expect(table.columns.map(({ title }) => title)).toEqual(['模式', '举措', '村数', '项目数', '2020 年到账', '2019 年到账']);
  expect(table.rows).toEqual([['服务', '公路养护', 12, 1, 30_000, 90_000]]);
});

test('jointly bought property is divided by what villages paid, and tells where that is not the price', () => {
  const shop = { id: 'a', name: '门面', address: null, boughtOn: '2019-11-08', price: 800_000, tenant: null, yearlyRent: 40_000 };
  const share = (village: string, paid: number) => ({ property: { id: 'a' }, village: { code: village, name: village }, paid });
  const nodes = [share('甲', 200_000), share('乙', 300_000), share('甲', 100_000), { ...share('丙', 1), property: { id: 'b' } }];
  const [property] = sharedProperties({ jointProperties: { nodes: [shop] }, propertyShares: { nodes } });
  expect(property!.shares.map(({ village, paid, share: part, rent }) => [village, paid, part, rent])).toEqual([
    ['乙', 300_000, 0.5, 20_000],
    ['甲', 300_000, 0.5, 20_000],
  ]);
  expect([property!.paid, unpaidOf(property!)]).toEqual([600_000, 200_000]);
  expect(propertyTable([property!], propertyWords['zh-CN'], '那坡县').rows[0]).toEqual(['门面', '乙', 300_000, 0.5, 20_000]);
  const [bare] = sharedProperties({ jointProperties: { nodes: [{ ...shop, yearlyRent: null }] }, propertyShares: { nodes: [] } });
  expect(bare).toMatchObject({ paid: 0, shares: [] });
});
