import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { formatMonth, parseMonth } from '../../base/month.js';
import { lastDayOf } from '../../supervision/bulletin/days.js';
import { dutyCalendar, dutySummaries } from '../../supervision/duties/duty-calendar.js';
import { entriesOf } from '../../supervision/register/register-book.js';
import { duties } from '../../supervision/registers/duty.js';
import { dutyRecords } from '../../supervision/registers/duty-record.js';
import type { RequestContext } from '../context.js';
import { presentEntry } from '../registers/present-entry.js';
import { YearMonth } from '../scalars.js';
import { checkScope, countiesInScope, lastClosedMonth } from '../scope.js';
import { DutyCalendar } from '../types/duty-calendar.js';

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
    const state = await context.loaders.state();
    const counties = countiesInScope(state, checkScope(state, scope));
    const month = asOf ? parseMonth(asOf)! : lastClosedMonth(counties);
    const { db } = context.workspace.store;
    const within = { counties: counties.map(({ code }) => code) };
    const rows = dutyCalendar(await entriesOf(db, duties, within), await entriesOf(db, dutyRecords, within), {
      year,
      today: lastDayOf(month),
    });
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
}
