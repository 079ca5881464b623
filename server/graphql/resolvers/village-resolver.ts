import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { regionAt } from '../../base/region.js';
import { findVillages } from '../../store/villages.js';
import type { RequestContext } from '../context.js';
import { VillageFilter } from '../inputs/village-filter.js';
import { checkVillagePage } from '../paging.js';
import { lastProjectedYear } from '../projected-years.js';
import { toVillage } from '../present/village.js';
import { Yuan } from '../scalars.js';
import { checkScope, checkVillageFilter } from '../scope.js';
import { Township } from '../types/county.js';
import { Village, VillageConnection } from '../types/village.js';

@Resolver(() => Village)
export class VillageResolver {
  @Query(() => VillageConnection, { description: 'Villages in ascending order of code.' })
  async villages(
    @Ctx() { loaders, workspace }: RequestContext,
    @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('where', () => VillageFilter, { nullable: true }) where: VillageFilter | null,
  ): Promise<VillageConnection> {
    const page = checkVillagePage(first, after);
    const state = await loaders.state();
    const within = checkScope(state, scope);
    checkVillageFilter(state, where);
    const found = await findVillages(workspace.store.db, { scope: within, ...definedFields(where), ...page });
    return {
      totalCount: found.totalCount,
      pageInfo: { hasNextPage: found.hasNextPage, endCursor: found.rows.at(-1)?.code ?? null },
      nodes: found.rows.map(toVillage),
    };
  }

  @Query(() => Village, { nullable: true, description: 'Null where no village has the code.' })
  async village(@Ctx() { loaders }: RequestContext, @Arg('code', () => ID) code: string): Promise<Village | null> {
    const record = await loaders.village.load(code);
    return record ? toVillage(record) : null;
  }

  @FieldResolver(() => Township)
  async township(@Root() { township }: Village, @Ctx() { loaders }: RequestContext): Promise<Township> {
    return (await loaders.state()).townships.get(township)!;
  }

  @FieldResolver(() => Yuan, {
    description:
      "The village's own target of the year, or its latest earlier one, else the workspace's default. `year` left out: the last projected year.",
  })
  async target(
    @Root() { code }: Village,
    @Ctx() { loaders }: RequestContext,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
  ): Promise<number> {
    const targets = await loaders.targets.load(code);
    const { counties, defaults } = await loaders.state();
    const county = counties.find((summary) => summary.code === regionAt(code, 'COUNTY'));
    const asOf = county?.asOf ?? undefined;
    const wanted = year ?? (asOf === undefined ? Number.POSITIVE_INFINITY : lastProjectedYear(asOf, defaults));
    return targets.findLast((target) => target.year <= wanted)?.amount ?? defaults.target;
  }
}

/** The fields of a filter that say something: an input's null means the same as leaving it out. */
function definedFields(where: VillageFilter | null): { [Name in keyof VillageFilter]?: NonNullable<VillageFilter[Name]> } {
  return Object.fromEntries(Object.entries(where ?? {}).filter(([, value]) => value !== null && value !== undefined));
}
