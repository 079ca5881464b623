import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Problem } from '../../base/errors/problem.js';
import { formatMonth, type Month, monthOf, parseMonth } from '../../base/month.js';
import { toYuan } from '../../base/money.js';
import { readBooked } from '../../store/booked-receipts.js';
import type { CountySummary } from '../../store/counties.js';
import { lastDayOf } from '../../supervision/bulletin/days.js';
import { isDay } from '../../supervision/register/read-values.js';
import { entriesOf } from '../../supervision/register/register-book.js';
import { monthClosings } from '../../supervision/registers/month-closing.js';
import { reporters } from '../../supervision/registers/reporter.js';
import { reports } from '../../supervision/registers/report.js';
import { closeMonth, type MonthClosing, reopenMonth } from '../../supervision/reporting/close-month.js';
import { confirmReport } from '../../supervision/reporting/confirm-report.js';
import {
  type FigureState,
  type MonthReporting,
  monthReporting,
  reportingCounts,
  type ReportingState,
  type VillageReporting as Row,
} from '../../supervision/reporting/reporting.js';
import { responsibleFor } from '../../supervision/reporting/responsible-for.js';
import type { RequestContext } from '../context.js';
import { FigureStateEnum, ReportingStateEnum } from '../enums.js';
import { CloseMonthInput, ConfirmReportInput } from '../inputs/reporting-input.js';
import { mend } from '../present/user-error.js';
import { toVillage } from '../present/village.js';
import { knownOf } from '../registers/known.js';
import { presentEntry } from '../registers/present-entry.js';
import { changeOf } from '../registers/register-mutations.js';
import { YearMonth } from '../scalars.js';
import { theCounty } from '../scope.js';
import { ConfirmReportPayload, MonthClosingPayload, Reporting, ReportingMonth, type VillageReporting } from '../types/reporting.js';

@Resolver(() => Reporting)
export class ReportingResolver {
  @Query(() => Reporting, {
    description: 'Who reported a month, when, with which figures and evidence; who is late, who is missing, and where sources differ.',
  })
  async reporting(
    @Ctx() context: RequestContext,
    @Arg('county', () => ID, { nullable: true, description: 'Left out where only one is loaded.' }) county: string | null,
    @Arg('month', () => YearMonth) month: string,
    @Arg('states', () => [ReportingStateEnum], { nullable: true, description: 'Narrows the villages; the counts stay those of all.' })
    states: ReportingState[] | null,
    @Arg('figures', () => [FigureStateEnum], { nullable: true, description: 'The same by what the sources say.' })
    figures: FigureState[] | null,
    @Arg('on', () => String, { nullable: true, description: 'As it stood on a day, 2020-06-30; null: as it stands now.' })
    on: string | null,
  ): Promise<Reporting> {
    const state = await context.loaders.state();
    const summary = theCounty(state, county);
    const { record } = await context.workspace.county(summary);
    const { db } = context.workspace.store;
    const within = { counties: [summary.code] };
    const day = theDay(summary, on);
    const at = parseMonth(month)!;
    const booked = new Map((await readBooked(db, summary.code, at)).map((one) => [one.village, one]));
    const sources = { villages: record.villages.map(({ code }) => code), reports: await entriesOf(db, reports, within), booked };
    const reporting = monthReporting(sources, { month: at, dueDay: state.defaults.supervision.dueDay, on: day });
    const people = await entriesOf(db, reporters, within);
    const villages = new Map(record.villages.map((village) => [village.code, village]));
    const shown = ({ state: own, figure }: Row) => (!states || states.includes(own)) && (!figures || figures.includes(figure));
    const township = ({ village }: Row) => villages.get(village)!.township;
    return {
      county: summary.code,
      on: day,
      ...toMonth(reporting, await entriesOf(db, monthClosings, within)),
      villages: reporting.villages.filter(shown).map((row): VillageReporting => {
        const village = villages.get(row.village)!;
        return { ...toRow(row), village: toVillage(village), responsible: responsibleFor(village.code, village.township, people) };
      }),
      townships: [...Map.groupBy(reporting.villages, township)]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([code, own]) => ({ township: state.townships.get(code)!, counts: reportingCounts(own) })),
    };
  }

  @Query(() => [ReportingMonth], {
    description: 'The months of a year up to the one after the last that was booked: how they were reported, and which are closed.',
  })
  async reportingYear(
    @Ctx() context: RequestContext,
    @Arg('county', () => ID, { nullable: true, description: 'Left out where only one is loaded.' }) county: string | null,
    @Arg('year', () => Int) year: number,
    @Arg('on', () => String, { nullable: true, description: 'As it stood on a day; null: as it stands now.' }) on: string | null,
  ): Promise<ReportingMonth[]> {
    const state = await context.loaders.state();
    const summary = theCounty(state, county);
    const { record } = await context.workspace.county(summary);
    const { db } = context.workspace.store;
    const within = { counties: [summary.code] };
    const sources = {
      villages: record.villages.map(({ code }) => code),
      reports: await entriesOf(db, reports, within),
      booked: new Map(),
    };
    const closings = await entriesOf(db, monthClosings, within);
    const terms = { dueDay: state.defaults.supervision.dueDay, on: theDay(summary, on) };
    const last = Math.min(12, (summary.asOf ?? monthOf(year, 1) - 1) + 1 - monthOf(year, 1) + 1);
    return Array.from({ length: Math.max(0, last) }, (_, index) =>
      toMonth(monthReporting(sources, { month: monthOf(year, 1) + index, ...terms }), closings),
    );
  }

  @Mutation(() => ConfirmReportPayload, {
    description: 'Says which of several sources gives the figure of a village and month; the others stay beside it, unconfirmed.',
  })
  async confirmReport(
    @Ctx() context: RequestContext,
    @Arg('input', () => ConfirmReportInput) { id, revision, ...signed }: ConfirmReportInput,
  ): Promise<ConfirmReportPayload> {
    const terms = { known: knownOf(await context.loaders.state()), change: changeOf(signed) };
    return mend<ConfirmReportPayload>(
      context.language,
      async () => {
        const kept = await confirmReport(context.workspace.store.db, { id, revision: revision ?? null }, terms);
        return { reports: kept.map((report) => presentEntry(reports, report)), userErrors: [] };
      },
      (userErrors) => ({ reports: [], userErrors }),
    );
  }

  @Mutation(() => MonthClosingPayload, {
    description: 'Closes a month: its reports and receipts do not change any more, until it is opened again.',
  })
  async closeMonth(
    @Ctx() context: RequestContext,
    @Arg('input', () => CloseMonthInput) input: CloseMonthInput,
  ): Promise<MonthClosingPayload> {
    const { dueDay } = (await context.loaders.state()).defaults.supervision;
    return settle(context, input, (place, terms) => closeMonth(context.workspace.store.db, place, { ...terms, dueDay }));
  }

  @Mutation(() => MonthClosingPayload, {
    description: 'Opens a closed month again; who did it, when and why stays in the audit trail.',
  })
  async reopenMonth(
    @Ctx() context: RequestContext,
    @Arg('input', () => CloseMonthInput) input: CloseMonthInput,
  ): Promise<MonthClosingPayload> {
    return settle(context, input, (place, terms) => reopenMonth(context.workspace.store.db, place, terms));
  }
}

/** Time stands still for a demonstration county: a month after its last, when that one's reports were in. */
function theDay({ demonstration, asOf }: CountySummary, on: string | null | undefined): string {
  if (on !== null && on !== undefined) {
    if (!isDay(on)) throw new Problem('NOT_A_DAY', { value: on }, ['on']);
    return on;
  }
  return demonstration && asOf !== null ? lastDayOf(asOf + 1) : chineseDay(new Date());
}

const EIGHT_HOURS = 8 * 3_600_000;

/** The day that it is in China. */
const chineseDay = (at: Date): string => new Date(at.getTime() + EIGHT_HOURS).toISOString().slice(0, 10);

function toMonth({ month, dueOn, villages }: MonthReporting, closings: readonly MonthClosing[]): ReportingMonth {
  const closing = closings.find(({ values }) => values.month === formatMonth(month));
  return {
    month: formatMonth(month),
    dueOn,
    counts: reportingCounts(villages),
    closing: closing ? presentEntry(monthClosings, closing) : null,
  };
}

const toRow = ({ reports: own, amount, booked, bookedDifference, ...row }: Row): Omit<VillageReporting, 'village' | 'responsible'> => ({
  ...row,
  reports: own.map((report) => presentEntry(reports, report)),
  amount: amount === null ? null : toYuan(amount),
  booked: booked && { amount: toYuan(booked.amount), importedAt: new Date(booked.importedAt), importedBy: booked.importedBy || null },
  bookedDifference: bookedDifference === null ? null : toYuan(bookedDifference),
});

type Terms = Parameters<typeof reopenMonth>[2];

async function settle(
  context: RequestContext,
  { county, month, ...signed }: CloseMonthInput,
  write: (place: { readonly county: string; readonly month: Month }, terms: Terms) => Promise<MonthClosing>,
): Promise<MonthClosingPayload> {
  const state = await context.loaders.state();
  return mend<MonthClosingPayload>(
    context.language,
    async () => {
      const place = { county: theCounty(state, county).code, month: parseMonth(month)! };
      const closing = await write(place, { known: knownOf(state), change: changeOf(signed) });
      return { closing: presentEntry(monthClosings, closing), userErrors: [] };
    },
    (userErrors) => ({ closing: null, userErrors }),
  );
}
