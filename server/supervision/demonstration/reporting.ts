import { formatMonth, monthOf } from '../../base/month.js';
import { between, happens, nobody } from './chance.js';
import { dayOf, LAST_MONTH, YEAR, type CountyFacts } from './county-facts.js';
import type { WrittenValues } from './generated-register.js';

const FIRST_MONTH = monthOf(YEAR - 1, 12);

/** Half a year of monthly reports: most in time, some late, some not there; here and there two sources that differ. */
export function reportsOf({ villages, received }: CountyFacts): WrittenValues[] {
  const rows: WrittenValues[] = [];
  for (const { code, name } of villages) {
    for (let month = FIRST_MONTH; month <= LAST_MONTH; month++) {
      const amount = received(code, month);
      // A village that received nothing should say so, and mostly does.
      if (amount === undefined && happens(0.2, 'no nil report', code, month)) continue;
      const late = happens(0.08, 'late', code, month) ? between(1, 18, 'days late', code, month) : 0;
      const reportedOn = late > 0 ? dayOf(month + 1, 5 + late) : dayOf(month + 1, between(1, 5, 'day', code, month));
      const report = { village: code, month: formatMonth(month), amount: amount ?? 0, reportedOn, reportedBy: nobody(code) };
      rows.push({ ...report, source: '乡镇农经站', confirmed: month < LAST_MONTH });
      if (month === LAST_MONTH && amount !== undefined && amount > 0 && happens(0.05, 'second source', code)) {
        rows.push({ ...report, source: '县委组织部', amount: Math.round(amount * 1.12), confirmed: false, reportedBy: nobody(name) });
      }
    }
  }
  return rows;
}

/** Every month before the last is closed, with the villages that had not reported it. */
export const closingsOf = ({ villages }: CountyFacts, reports: readonly WrittenValues[]): WrittenValues[] =>
  Array.from({ length: LAST_MONTH - FIRST_MONTH }, (_, index) => {
    const month = formatMonth(FIRST_MONTH + index);
    const reported = new Set(reports.filter((report) => report['month'] === month).map((report) => report['village']));
    return { month, state: 'CLOSED', missing: villages.length - reported.size };
  });

/** The leader in charge of every township and the reporter of every village. */
export const reportersOf = ({ county, villages }: CountyFacts): WrittenValues[] => [
  ...county.townships.map(({ code }) => ({ township: code, role: 'TOWNSHIP_LEADER', person: nobody(code), since: '2019-03-01' })),
  ...villages.map(({ code, township }) => ({ township, village: code, role: 'INFORMANT', person: nobody(code), since: '2019-03-01' })),
];

/** When the projects of 2019 were to be delivered, and which of them were not. */
export function milestonesOf({ projects }: CountyFacts): WrittenValues[] {
  return projects.flatMap((project) => {
    const delivered = project.start <= LAST_MONTH && happens(0.85, 'delivered', project.code);
    const month = Math.min(project.start, LAST_MONTH);
    return [
      {
        project: project.code,
        kind: 'DELIVERY',
        name: '交付使用',
        dueOn: project.start <= LAST_MONTH + 1 ? '2020-05-31' : dayOf(project.start, 28),
        doneOn: delivered ? dayOf(month, between(3, 27, 'delivered on', project.code)) : null,
        remark: delivered ? null : '设备未到位，正在催办',
      },
    ];
  });
}

/** What is owed by contract this year: half of a year's promised return at midyear's eve, most of it paid. */
export const paymentsOf = ({ projects, county }: CountyFacts): WrittenValues[] =>
  projects
    .filter(({ stage, start }) => stage === 'COMMITTED' && start <= LAST_MONTH - 3)
    .map(({ code, village, park, capital, terms }) => {
      const payer = county.parks.find((one) => one.code === park)?.payer ?? '项目经营主体';
      const paid = happens(0.7, 'paid', code);
      const amount = Math.round((capital * (terms.rate ?? 0.06)) / 2);
      return {
        village,
        payer,
        park,
        project: code,
        amount,
        dueOn: '2020-04-30',
        received: paid ? amount : null,
        receivedOn: paid ? dayOf(LAST_MONTH - 1, between(10, 30, 'paid on', code)) : null,
        remark: paid ? null : '已发催收函',
      };
    });
