import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { formatMonth, parseMonth } from '../../base/month.js';
import { lastDayOf } from '../../supervision/bulletin/days.js';
import { dutyCalendar, dutySummaries } from '../../supervision/duties/duty-calendar.js';
import { unitSummaries } from '../../supervision/duties/unit-summary.js';
import { entriesOf } from '../../supervision/register/register-book.js';
import { appraisals } from '../../supervision/registers/appraisal.js';
import { duties } from '../../supervision/registers/duty.js';
import { dutyRecords } from '../../supervision/registers/duty-record.js';
import type { RequestContext } from '../context.js';
import { presentEntry } from '../registers/present-entry.js';
import { YearMonth } from '../scalars.js';
import { checkScope, countiesInScope, lastClosedMonth } from '../scope.js';
import { DutyCalendar, UnitSummary } from '../types/duty-calendar.js';

@Resolver(() => DutyCalendar)
export class DutyCalendarResolver {
  @Query(() => DutyCalendar, {
    description: 'The duties of a year as a calendar: each period in which one is to be done, what was done, and what is overdue.',
  })
  async dutyCalendar(
    @Ctx() context: RequestContext,
    @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
    @Arg('year', () => Int) year: number,
    @Arg('asOf', () => YearMonth, { nullable: true, description: 'As it stands at the end of this month; null: the last closed one.' })
    asOf: string | null,
  ): Promise<DutyCalendar> {
    const { rows, month } = await readCalendar(context, scope, year, asOf);
    return {
      year,
      asOf: formatMonth(month),
      duties: rows.map(({ duty, periods }) => ({
        duty: presentEntry(duties, duty),
        periods: periods.map(({ first, last, records, ...period }) => ({
          ...period,
          first: formatMonth(first),
          last: formatMonth(last),
          records: records.map((record) => presentEntry(dutyRecords, record)),
        })),
      })),
      owners: dutySummaries(rows),
    };
  }

  @Query(() => [UnitSummary], {
    description:
      'What the three appraisals of a year have to go by, unit by unit: how it kept its duties, and what was said of it. Units of the county come first, then township by township.',
  })
  async unitSummaries(
    @Ctx() context: RequestContext,
    @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
    @Arg('year', () => Int) year: number,
    @Arg('asOf', () => YearMonth, {
      nullable: true,
      description: 'Duties as they stand at the end of this month; null: the last closed one.',
    })
    asOf: string | null,
  ): Promise<UnitSummary[]> {
    const { rows, counties } = await readCalendar(context, scope, year, asOf);
    const { townships } = await context.loaders.state();
    const all = await entriesOf(context.workspace.store.db, appraisals, { counties });
    return unitSummaries(rows, all, year).map(({ township, appraisals: own, ...summary }) => ({
      ...summary,
      township: township === null ? null : (townships.get(township) ?? null),
      appraisals: own.map((entry) => presentEntry(appraisals, entry)),
    }));
  }
}

/** The calendar of a scope's counties, as it stands at the end of a month. */
async function readCalendar(context: RequestContext, scope: string[] | null, year: number, asOf: string | null) {
  const state = await context.loaders.state();
  const found = countiesInScope(state, checkScope(state, scope));
  const month = asOf ? parseMonth(asOf)! : lastClosedMonth(found);
  const { db } = context.workspace.store;
  const counties = found.map(({ code }) => code);
  const [all, records] = await Promise.all([entriesOf(db, duties, { counties }), entriesOf(db, dutyRecords, { counties })]);
  return { rows: dutyCalendar(all, records, { year, today: lastDayOf(month) }), month, counties };
}
