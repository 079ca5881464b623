import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { Register } from '../../supervision/register/register.js';
import { entriesOf, entryOf } from '../../supervision/register/register-book.js';
import type { RequestContext } from '../context.js';
import { EntryFilter } from '../inputs/entry-filter.js';
import { pageOf } from '../paging.js';
import { checkScope, countiesInScope } from '../scope.js';
import { filterEntries } from './filter-entries.js';
import { presentEntry } from './present-entry.js';
import { typesOf } from './register-types.js';

/** The queries of a register, made from its definition. */
export function registerQueries(register: Register): new () => object {
  const types = typesOf(register);
  const { zh, en } = register.label;

  @Resolver()
  class RegisterQueries {
    @Query(() => types.connection, { name: register.plural, description: `${zh}: ${en}, the newest first. The cursor is an entry's id.` })
    async entries(
      @Ctx() { loaders, workspace }: RequestContext,
      @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
      @Arg('where', () => EntryFilter, { nullable: true }) where: EntryFilter | null,
      @Arg('first', () => Int, { nullable: true, defaultValue: 100 }) first: number | null,
      @Arg('after', () => String, { nullable: true }) after: string | null,
    ): Promise<object> {
      const state = await loaders.state();
      const within = checkScope(state, scope);
      const counties = state.counties.length ? countiesInScope(state, within).map(({ code }) => code) : [];
      const kept = await entriesOf(workspace.store.db, register, { counties });
      const nameOf = (code: string) => state.known.regions.get(code) ?? state.known.parks.get(code);
      const page = pageOf(filterEntries(register, kept, { scope: within, where, nameOf }), ({ id }) => id, first ?? 100, after);
      return {
        totalCount: page.totalCount,
        pageInfo: page.pageInfo,
        nodes: page.entries.map((entry) => presentEntry(register, entry)),
      };
    }

    @Query(() => types.entry, { name: register.name, nullable: true, description: `One entry of ${en}; null where there is none.` })
    async entry(@Ctx() { workspace }: RequestContext, @Arg('id', () => ID) id: string): Promise<object | null> {
      const entry = await entryOf(workspace.store.db, register, id);
      return entry ? presentEntry(register, entry) : null;
    }
  }
  return RegisterQueries;
}
