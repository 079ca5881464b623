import type { CountyRecord } from '../../base/county.js';
import { Problem } from '../../base/errors/problem.js';
import { formatMonth, type Month } from '../../base/month.js';
import { toYuan } from '../../base/money.js';
import type { SupervisionDefaults } from '../../scenario/supervision-defaults.js';
import type { EntryOf } from '../register/register.js';
import type { milestones } from '../registers/milestone.js';
import type { payments } from '../registers/payment.js';
import type { reporters } from '../registers/reporter.js';
import type { reports } from '../registers/report.js';
import { responsibleFor } from '../reporting/responsible-for.js';
import { dayAfter, daysBetween, lastDayOf } from './days.js';
import type { Pace } from './expected-by-now.js';
import { figuresOf, type VillageFigures } from './figures.js';

export type Colour = 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED';

/** What a month's bulletin is made from. Money in yuan; what registers hold stays in fen until it is shown. */
export interface BulletinSources {
  readonly record: CountyRecord;
  readonly month: Month;
  readonly defaults: SupervisionDefaults;
  readonly inScope: (village: string) => boolean;
  /** Target of the year, yuan. */
  readonly targetOf: (village: string) => number;
  readonly paces: ReadonlyMap<string, Pace>;
  /** Chance of the target as of the month, and as of the month before; without a complete year there is none. */
  readonly chances: ReadonlyMap<string, ChanceOfTarget>;
  readonly chancesBefore: ReadonlyMap<string, ChanceOfTarget>;
  readonly reports: readonly EntryOf<typeof reports>[];
  readonly reporters: readonly EntryOf<typeof reporters>[];
  readonly payments: readonly EntryOf<typeof payments>[];
  readonly milestones: readonly EntryOf<typeof milestones>[];
}

export interface ChanceOfTarget {
  readonly chance: number;
  readonly standardError: number;
}

/** One village in a month's bulletin. */
export interface BulletinRow {
  readonly village: string;
  readonly target: number;
  readonly inMonth: number;
  /** This year up to the month. */
  readonly received: number;
  readonly expectedByNow: number | null;
  /** What a village on its way to the target has by now, at its own season. */
  readonly pace: number;
  /** Up to the same month of the year before. */
  readonly sameMonthLastYear: number | null;
  readonly chance: ChanceOfTarget | null;
  readonly chanceLastMonth: ChanceOfTarget | null;
  readonly colour: Colour;
  /** Place by the share of the target that has come in, 1 the highest; equal shares have equal places. */
  readonly rank: number;
  readonly reported: boolean;
  /** Days after the due day on which the report came, 0 in time; null where none came or nobody wrote down when. */
  readonly lateDays: number | null;
  /** Data quality first, then income. */
  readonly flags: readonly Problem[];
  /** Who has to see to it, by name. */
  readonly responsible: readonly string[];
}

export interface Bulletin {
  readonly month: Month;
  /** The day by which reports were due. */
  readonly dueOn: string;
  readonly reported: number;
  readonly missing: number;
  /** The most urgent first. */
  readonly rows: readonly BulletinRow[];
}

const TIMES_USUAL = 10;
const MOST_REPEATS = 3;
const POINTS_FALLEN = 10;
const DATA_FLAGS: ReadonlySet<string> = new Set([
  'REPORT_MISSING',
  'SOURCES_DIFFER',
  'FIGURE_JUMPS',
  'FIGURE_REPEATS',
  'REPORT_LATE',
  'CORRECTED_DOWN',
]);

/** A month's bulletin (按月通报): data quality before income, the most urgent villages first, with whoever must act. */
export function toBulletin(sources: BulletinSources): Bulletin {
  const { record, month, defaults, inScope } = sources;
  const figures = figuresOf(record, month);
  const dueOn = dayAfter(month, defaults.dueDay);
  const own = <E extends { values: { village: string | null } }>(entries: readonly E[]) =>
    Map.groupBy(entries, ({ values }) => values.village);
  const byVillage = {
    reports: own(sources.reports.filter(({ values }) => values.month <= formatMonth(month))),
    payments: own(sources.payments),
    milestones: Map.groupBy(sources.milestones, ({ values }) => values.project),
    projects: Map.groupBy(record.projects, ({ village }) => village),
  };
  const unranked = record.villages
    .filter(({ code }) => inScope(code))
    .map(({ code, township }) => {
      const village = figures.get(code)!;
      const ownReports = byVillage.reports.get(code) ?? [];
      const ofMonth = ownReports.filter(({ values }) => values.month === formatMonth(month));
      const reportedOn = ofMonth.map(({ values }) => values.reportedOn).sort()[0];
      const lateDays = reportedOn === undefined ? null : Math.max(0, daysBetween(dueOn, reportedOn));
      const reported = ofMonth.length > 0 || village.booked;
      const pace = sources.paces.get(code);
      const chance = sources.chances.get(code) ?? null;
      const chanceLastMonth = sources.chancesBefore.get(code) ?? null;
      const target = sources.targetOf(code);
      const flags = [
        ...reportFlags({ month, dueOn, reported, lateDays, ownReports, ofMonth }, village),
        ...figureFlags(village),
        ...incomeFlags(village, pace?.expected ?? null, defaults),
        ...(chance && chanceLastMonth && chanceLastMonth.chance - chance.chance >= POINTS_FALLEN / 100
          ? [new Problem('CHANCE_FELL', { points: Math.round((chanceLastMonth.chance - chance.chance) * 100) })]
          : []),
        ...paymentFlags(byVillage.payments.get(code) ?? [], month),
        ...(byVillage.projects.get(code) ?? []).flatMap((project) =>
          milestoneFlags(byVillage.milestones.get(project.code) ?? [], project.name, month),
        ),
      ];
      return {
        village: code,
        target,
        inMonth: village.inMonth,
        received: village.thisYear,
        expectedByNow: pace?.expected ?? null,
        pace: target * (pace?.share ?? 1),
        sameMonthLastYear: village.lastYear,
        chance,
        chanceLastMonth,
        colour: colourOf(chance?.chance ?? reachedShare(village.thisYear, target * (pace?.share ?? 1)), defaults),
        reported,
        lateDays,
        flags: flags.toSorted((left, right) => Number(DATA_FLAGS.has(right.code)) - Number(DATA_FLAGS.has(left.code))),
        responsible: responsibleFor(code, township, sources.reporters),
      };
    });
  const shares = unranked.map(({ received, target }) => reachedShare(received, target)).sort((left, right) => right - left);
  const rows = unranked.map((row) => ({ ...row, rank: shares.indexOf(reachedShare(row.received, row.target)) + 1 }));
  const reported = rows.filter((row) => row.reported).length;
  return { month, dueOn, reported, missing: rows.length - reported, rows: rows.toSorted(byUrgency) };
}

/** Share of an amount that has come in; an amount of nothing is reached. */
const reachedShare = (received: number, amount: number): number => (amount > 0 ? received / amount : 1);

export function colourOf(chance: number, { green, yellow, orange }: SupervisionDefaults): Colour {
  if (chance >= green) return 'GREEN';
  if (chance >= yellow) return 'YELLOW';
  return chance >= orange ? 'ORANGE' : 'RED';
}

/** What cannot be trusted comes first, then the least chance; where chances are equal, who has least of the target. */
function byUrgency(left: BulletinRow, right: BulletinRow): number {
  const doubts = (row: BulletinRow) => row.flags.filter(({ code }) => DATA_FLAGS.has(code)).length;
  const colours: readonly Colour[] = ['RED', 'ORANGE', 'YELLOW', 'GREEN'];
  return (
    Number(left.colour === 'GREEN') - Number(right.colour === 'GREEN') ||
    doubts(right) - doubts(left) ||
    colours.indexOf(left.colour) - colours.indexOf(right.colour) ||
    (left.chance?.chance ?? 0) - (right.chance?.chance ?? 0) ||
    right.rank - left.rank ||
    (left.village < right.village ? -1 : 1)
  );
}

type Report = EntryOf<typeof reports>;

function reportFlags(
  of: {
    readonly month: Month;
    readonly dueOn: string;
    readonly reported: boolean;
    readonly lateDays: number | null;
    readonly ownReports: readonly Report[];
    readonly ofMonth: readonly Report[];
  },
  village: VillageFigures,
): Problem[] {
  const { month, dueOn, reported, lateDays, ownReports, ofMonth } = of;
  const flags: Problem[] = [];
  const shown = formatMonth(month);
  if (!reported) {
    const months = [
      ...ownReports.map(({ values }) => values.month),
      ...(village.lastMonth === undefined ? [] : [formatMonth(village.lastMonth)]),
    ];
    flags.push(new Problem('REPORT_MISSING', { month: shown, last: months.sort().at(-1) }));
  }
  const figures = ofMonth.filter(({ values }) => values.amount !== null);
  if (!figures.some(({ values }) => values.confirmed) && new Set(figures.map(({ values }) => values.amount)).size > 1) {
    const words = figures.map(({ values }) => `${values.source} ${toYuan(values.amount!)}`).join('、');
    flags.push(new Problem('SOURCES_DIFFER', { month: shown, figures: words }));
  }
  if (lateDays) flags.push(new Problem('REPORT_LATE', { month: shown, days: lateDays, due: dueOn }));
  return flags;
}

function figureFlags({ inMonth, timesUsual, repeats, takenBack }: VillageFigures): Problem[] {
  const flags: Problem[] = [];
  if (timesUsual !== undefined && timesUsual >= TIMES_USUAL) {
    flags.push(new Problem('FIGURE_JUMPS', { value: Math.round(inMonth), times: Math.round(timesUsual) }));
  }
  if (repeats >= MOST_REPEATS) flags.push(new Problem('FIGURE_REPEATS', { months: repeats, value: inMonth }));
  if (takenBack > 0) flags.push(new Problem('CORRECTED_DOWN', { value: takenBack }));
  return flags;
}

function incomeFlags({ thisYear }: VillageFigures, expected: number | null, { behind }: SupervisionDefaults): Problem[] {
  if (thisYear <= 0) return [new Problem('NOTHING_THIS_YEAR')];
  if (expected === null || thisYear >= behind * expected) return [];
  const share = Math.round((thisYear / expected) * 100);
  return [new Problem('BEHIND_PACE', { value: Math.round(thisYear), expected: Math.round(expected), share })];
}

/** Payments that were due by the end of the month and had not come in by then. */
function paymentFlags(entries: readonly EntryOf<typeof payments>[], month: Month): Problem[] {
  const end = lastDayOf(month);
  return entries
    .filter(({ values }) => values.dueOn <= end && (values.receivedOn === null || values.receivedOn > end))
    .map(({ values }) => {
      const days = daysBetween(values.dueOn, end);
      return new Problem('PAYMENT_OVERDUE', { payer: values.payer, value: toYuan(values.amount), due: values.dueOn, days });
    });
}

/** Milestones that were due by the end of the month and had not been reached by then. */
function milestoneFlags(entries: readonly EntryOf<typeof milestones>[], project: string, month: Month): Problem[] {
  const end = lastDayOf(month);
  return entries
    .filter(({ values }) => values.dueOn <= end && (values.doneOn === null || values.doneOn > end))
    .map(({ values }) => {
      const days = daysBetween(values.dueOn, end);
      return new Problem('MILESTONE_OVERDUE', { project, name: values.name, due: values.dueOn, days });
    });
}
