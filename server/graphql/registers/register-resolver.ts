import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Register } from '../../supervision/register/register.js';
import { dropEntry, entriesOf, entryOf, keepEntry } from '../../supervision/register/register-book.js';
import type { RequestContext } from '../context.js';
import { EntryFilter } from '../inputs/entry-filter.js';
import { RemoveEntryInput } from '../inputs/remove-entry-input.js';
import { pageOf } from '../paging.js';
import { toUserErrors } from '../present/user-error.js';
import { checkScope, countiesInScope } from '../scope.js';
import type { UserError } from '../types/user-error.js';
import { filterEntries } from './filter-entries.js';
import { knownOf } from './known.js';
import { presentEntry } from './present-entry.js';
import { typeName, typesOf } from './register-types.js';

/** What a caller says of a change besides the fields. */
interface SaveInput {
  readonly id?: string | null;
  readonly revision?: number | null;
  readonly county?: string | null;
  readonly by?: string | null;
  readonly reason?: string | null;
}

interface Payload {
  readonly entry: object | null;
  readonly userErrors: readonly UserError[];
}

/** The queries and mutations of a register, made from its definition. */
export function registerResolver(register: Register): new () => object {
  const types = typesOf(register);
  const type = typeName(register);
  const { zh, en } = register.label;

  @Resolver()
  class RegisterResolver {
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

    @Mutation(() => types.payload, { name: `save${type}`, description: `Writes an entry of ${en} (${zh}), a new one or a changed one.` })
    async save(@Ctx() context: RequestContext, @Arg('input', () => types.input) input: SaveInput): Promise<Payload> {
      const { id, revision, county, by, reason, ...fields } = input;
      return answer(context, async () => {
        const change = { at: new Date(), by: by?.trim() || null, reason: reason ?? null };
        const known = knownOf(await context.loaders.state());
        const written = { id, revision, county, fields };
        return presentEntry(register, await keepEntry(context.workspace.store.db, register, written, { known, change }));
      });
    }

    @Mutation(() => types.payload, { name: `remove${type}`, description: `Removes an entry of ${en}; what it held stays in the changes.` })
    async remove(@Ctx() context: RequestContext, @Arg('input', () => RemoveEntryInput) input: RemoveEntryInput): Promise<Payload> {
      return answer(context, async () => {
        const change = { at: new Date(), by: input.by?.trim() || null, reason: input.reason ?? null };
        await dropEntry(context.workspace.store.db, register, input, change);
        return null;
      });
    }
  }
  return RegisterResolver;
}

async function answer({ language }: RequestContext, write: () => Promise<object | null>): Promise<Payload> {
  try {
    return { entry: await write(), userErrors: [] };
  } catch (error) {
    const userErrors = toUserErrors(error, language).map((wrong) => ({ ...wrong, field: wrong.field && ['input', ...wrong.field] }));
    return { entry: null, userErrors };
  }
}
