import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { toYuan } from '../../base/money.js';
import { formatMonth, parseMonth } from '../../base/month.js';
import { aggregateIncome } from '../../store/income.js';
import { findProjects } from '../../store/projects.js';
import { lastDayOf } from '../../supervision/bulletin/days.js';
import { parkOverview } from '../../supervision/parks/park-overview.js';
import { entriesOf } from '../../supervision/register/register-book.js';
import { milestones } from '../../supervision/registers/milestone.js';
import { parkContracts } from '../../supervision/registers/park-contract.js';
import { payments } from '../../supervision/registers/payment.js';
import { stakes } from '../../supervision/registers/stake.js';
import { supportActions } from '../../supervision/registers/support-action.js';
import type { RequestContext } from '../context.js';
import { toVillage } from '../present/village.js';
import { YearMonth } from '../scalars.js';
import { checkScope, countiesInScope, lastClosedMonth } from '../scope.js';
import { ParkOverview } from '../types/park-overview.js';
import { Village } from '../types/village.js';

@Resolver(() => ParkOverview)
export class ParkOverviewResolver {
  @Query(() => [ParkOverview], {
    description: 'Every park as its villages depend on it: stakes, what is owed and overdue, what contracts lack, milestones and support.',
  })
  async parkOverviews(
    @Ctx() context: RequestContext,
    @Arg('scope', () => [ID], { nullable: true, description: 'Regions; the parks of their counties are told.' }) scope: string[] | null,
    @Arg('asOf', () => YearMonth, { nullable: true, description: 'As it stands at the end of this month; null: the last closed one.' })
    asOf: string | null,
  ): Promise<ParkOverview[]> {
    const state = await context.loaders.state();
    const counties = countiesInScope(state, checkScope(state, scope));
    const month = asOf ? parseMonth(asOf)! : lastClosedMonth(counties);
    const { db } = context.workspace.store;
    const within = { counties: counties.map(({ code }) => code) };
    const [ownStakes, contracts, ownPayments, ownMilestones, actions] = await Promise.all([
      entriesOf(db, stakes, within),
      entriesOf(db, parkContracts, within),
      entriesOf(db, payments, within),
      entriesOf(db, milestones, within),
      entriesOf(db, supportActions, within),
    ]);
    const overviews = counties
      .flatMap(({ parks }) => parks)
      .map(async (park): Promise<ParkOverview> => {
        const projects = new Set((await findProjects(db, { parks: [park.code] })).map(({ code }) => code));
        const { groups } = await aggregateIncome(db, {
          scope: within.counties,
          parks: [park.code],
          from: month - 11,
          to: month,
          groupBy: ['VILLAGE'],
          limit: MOST_VILLAGES,
        });
        const income = new Map(groups.map(({ region, amount }) => [region!.code, amount]));
        const of = <Own extends { readonly values: { readonly park: string | null } }>(entries: readonly Own[]) =>
          entries.filter(({ values }) => values.park === park.code);
        const entries = {
          stakes: of(ownStakes),
          contracts: of(contracts),
          payments: of(ownPayments),
          milestones: ownMilestones.filter(({ values }) => projects.has(values.project)),
          supportActions: of(actions),
        };
        const { villages, overdueMilestones, overdueActions, ...overview } = parkOverview(entries, income, lastDayOf(month));
        return {
          ...overview,
          park,
          asOf: formatMonth(month),
          villageCodes: villages,
          capital: toYuan(overview.capital),
          promisedYearly: toYuan(overview.promisedYearly),
          income: toYuan([...income.values()].reduce((sum, amount) => sum + amount, 0)),
          due: toYuan(overview.due),
          received: toYuan(overview.received),
          overdue: toYuan(overview.overdue),
          gaps: [...overview.gaps],
          overdueMilestones: overdueMilestones.map(({ name, dueOn }) => ({ what: name, owner: null, dueOn })),
          overdueActions: [...overdueActions],
        };
      });
    return Promise.all(overviews);
  }

  @FieldResolver(() => [Village])
  async villages(@Root() { villageCodes }: ParkOverview, @Ctx() { loaders }: RequestContext): Promise<Village[]> {
    const found = await Promise.all(villageCodes.map((code) => loaders.village.load(code)));
    return found.flatMap((village) => (village ? [toVillage(village)] : []));
  }
}

const MOST_VILLAGES = 100_000;
