import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { monthOf } from '../../base/month.js';
import { toYuan } from '../../base/money.js';
import { aggregateIncome } from '../../store/income.js';
import { instrumentIncome } from '../../supervision/instruments/instrument-income.js';
import { entriesOf } from '../../supervision/register/register-book.js';
import { INSTRUMENTS, instruments } from '../../supervision/registers/instrument.js';
import type { RequestContext } from '../context.js';
import { checkScope, countiesInScope } from '../scope.js';
import { InstrumentIncome } from '../types/instrument-income.js';

/** Months of two years, five modes and a few projects for every village there may be. */
const MOST_GROUPS = 1_000_000;

@Resolver(() => InstrumentIncome)
export class InstrumentIncomeResolver {
  @Query(() => [InstrumentIncome], {
    description:
      'What each instrument of the five modes brought in a year and in the one before, by the tags of the register `instruments`. A tag with a project counts its receipts, one without the village’s receipts in the mode that no project brought. Receipts that two instruments name count for both.',
  })
  async instrumentIncome(
    @Ctx() context: RequestContext,
    @Arg('scope', () => [ID], { nullable: true, description: 'Regions; the tags of their counties are read.' }) scope: string[] | null,
    @Arg('year', () => Int) year: number,
  ): Promise<InstrumentIncome[]> {
    const state = await context.loaders.state();
    const counties = countiesInScope(state, checkScope(state, scope)).map(({ code }) => code);
    const { db } = context.workspace.store;
    const tags = await entriesOf(db, instruments, { counties });
    const villages = [...new Set(tags.map(({ values }) => values.village))];
    if (villages.length === 0) return [];
    const { groups } = await aggregateIncome(db, {
      villages,
      from: monthOf(year - 1, 1),
      to: monthOf(year, 12),
      groupBy: ['VILLAGE', 'MODE', 'PROJECT', 'MONTH'],
      limit: MOST_GROUPS,
    });
    const receipts = groups.map(({ region, mode, project, month, amount }) => ({
      village: region!.code,
      mode: mode!,
      project,
      month: month!,
      amount,
    }));
    return instrumentIncome(tags, receipts, year).map(({ villages: tagged, received, yearBefore, ...rest }) => ({
      ...rest,
      label: INSTRUMENTS[rest.instrument].words[context.language],
      villages: tagged.length,
      received: toYuan(received),
      yearBefore: toYuan(yearBefore),
    }));
  }
}
