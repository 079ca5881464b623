import { toYuan } from '../../base/money.js';
import type { Field, Value } from '../../supervision/register/field.js';
import type { Entry, Register } from '../../supervision/register/register.js';
import { entryOf } from '../../supervision/register/register-book.js';
import { findRegister } from '../../supervision/registers/all-registers.js';
import type { RequestContext } from '../context.js';
import { toVillage } from '../present/village.js';

/** What GraphQL reads an entry from: places and other entries are looked up when they are asked for. */
export function presentEntry(register: Register, entry: Entry): Record<string, unknown> {
  const fields = Object.entries(register.fields).map(([name, field]) => [name, presentValue(field, entry.values[name] ?? null)]);
  return {
    ...Object.fromEntries(fields),
    id: entry.id,
    revision: entry.revision,
    county: entry.county,
    createdAt: new Date(entry.createdAt),
    updatedAt: new Date(entry.updatedAt),
    updatedBy: entry.updatedBy,
  };
}

type Lookup = (argument: unknown, context: RequestContext) => Promise<unknown>;

function presentValue(field: Field, value: Value): unknown {
  if (value === null) return null;
  switch (field.kind) {
    case 'amount':
      return toYuan(Number(value));
    case 'village':
      return lookup(async ({ loaders }) => {
        const village = await loaders.village.load(String(value));
        return village ? toVillage(village) : null;
      });
    case 'township':
      return lookup(async ({ loaders }) => (await loaders.state()).townships.get(String(value)) ?? null);
    case 'park':
      return lookup(async ({ loaders }) => {
        const name = (await loaders.state()).known.parks.get(String(value));
        return name === undefined ? null : { code: value, name };
      });
    case 'entry': {
      const register = findRegister(field.register)!;
      return lookup(async ({ workspace }) => {
        const entry = await entryOf(workspace.store.db, register, String(value));
        return entry ? presentEntry(register, entry) : null;
      });
    }
    case 'documents':
      return lookup(async ({ loaders }) =>
        (await loaders.document.loadMany(value as readonly string[])).filter((found) => found && !(found instanceof Error)),
      );
    default:
      return value;
  }
}

const lookup =
  (find: (context: RequestContext) => Promise<unknown>): Lookup =>
  (_argument, context) =>
    find(context);
