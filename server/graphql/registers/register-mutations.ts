import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Change } from '../../store/entries.js';
import { inTransaction } from '../../store/transaction.js';
import { EFFECTS } from '../../supervision/effects.js';
import type { Register } from '../../supervision/register/register.js';
import { dropEntry, entryOf, keepEntry } from '../../supervision/register/register-book.js';
import type { RequestContext } from '../context.js';
import { RemoveEntryInput } from '../inputs/remove-entry-input.js';
import { toUserErrors } from '../present/user-error.js';
import type { UserError } from '../types/user-error.js';
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

/** The mutations of a register that people write into directly. */
export function registerMutations(register: Register): new () => object {
  const types = typesOf(register);
  const type = typeName(register);
  const { zh, en } = register.label;
  const effect = EFFECTS[register.name];

  @Resolver()
  class RegisterMutations {
    @Mutation(() => types.payload, { name: `save${type}`, description: `Writes an entry of ${en} (${zh}), a new one or a changed one.` })
    async save(@Ctx() context: RequestContext, @Arg('input', () => types.input) input: SaveInput): Promise<Payload> {
      const { id, revision, county, by: _by, reason: _reason, ...fields } = input;
      return answer(context, async () => {
        const change = changeOf(input);
        const known = knownOf(await context.loaders.state());
        const entry = await inTransaction(context.workspace.store.db, async (db) => {
          const before = id && effect ? await entryOf(db, register, id) : undefined;
          const kept = await keepEntry(db, register, { id, revision, county, fields }, { known, change });
          if (before) await effect!(db, before.values);
          await effect?.(db, kept.values);
          return kept;
        });
        return presentEntry(register, entry);
      });
    }

    @Mutation(() => types.payload, { name: `remove${type}`, description: `Removes an entry of ${en}; what it held stays in the changes.` })
    async remove(@Ctx() context: RequestContext, @Arg('input', () => RemoveEntryInput) input: RemoveEntryInput): Promise<Payload> {
      return answer(context, async () => {
        await inTransaction(context.workspace.store.db, async (db) => {
          const before = effect ? await entryOf(db, register, input.id) : undefined;
          await dropEntry(db, register, input, changeOf(input));
          if (before) await effect!(db, before.values);
        });
        return null;
      });
    }
  }
  return RegisterMutations;
}

/** Who makes a change now, and why. */
export const changeOf = ({ by, reason }: { readonly by?: string | null; readonly reason?: string | null }): Change => ({
  at: new Date(),
  by: by?.trim() || null,
  reason: reason ?? null,
});

async function answer({ language }: RequestContext, write: () => Promise<object | null>): Promise<Payload> {
  try {
    return { entry: await write(), userErrors: [] };
  } catch (error) {
    const userErrors = toUserErrors(error, language).map((wrong) => ({ ...wrong, field: wrong.field && ['input', ...wrong.field] }));
    return { entry: null, userErrors };
  }
}
