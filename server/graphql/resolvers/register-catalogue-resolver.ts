import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Problem, type Language } from '../../base/errors/problem.js';
import { listEntryChanges } from '../../store/entries.js';
import { REGISTER_GROUPS, type Register } from '../../supervision/register/register.js';
import { findRegister, REGISTERS } from '../../supervision/registers/all-registers.js';
import type { RequestContext } from '../context.js';
import { checkFirst } from '../paging.js';
import { presentChange } from '../registers/present-change.js';
import { typeName } from '../registers/register-types.js';
import { checkScope, countiesInScope } from '../scope.js';
import { EntryChangeConnection, RegisterDescription } from '../types/register.js';

@Resolver()
export class RegisterCatalogueResolver {
  @Query(() => [RegisterDescription], {
    description: 'Every register, with its fields: what a page or a program needs to show and edit it.',
  })
  registers(@Ctx() { language }: RequestContext): RegisterDescription[] {
    return REGISTERS.map((register) => describe(register, language));
  }

  @Query(() => EntryChangeConnection, {
    description: 'The audit trail of the registers: who changed what, when and why, the newest first. The cursor is a change’s number.',
  })
  async entryChanges(
    @Ctx() { loaders, workspace, language }: RequestContext,
    @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
    @Arg('register', () => String, { nullable: true }) register: string | null,
    @Arg('entry', () => ID, { nullable: true }) entry: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<EntryChangeConnection> {
    const state = await loaders.state();
    const within = checkScope(state, scope);
    if (register && !findRegister(register)) {
      throw new Problem('UNKNOWN_REGISTER', { value: register, known: REGISTERS.map(({ name }) => name).join(', ') }, ['register']);
    }
    if (after && !/^\d{1,9}$/.test(after)) throw new Problem('BAD_CURSOR', { value: after }, ['after']);
    const size = checkFirst(first ?? 100);
    const rows = await listEntryChanges(workspace.store.db, {
      ...(within ? { counties: countiesInScope(state, within).map(({ code }) => code) } : {}),
      ...(register ? { register } : {}),
      ...(entry ? { entry } : {}),
      ...(after ? { before: Number(after) } : {}),
      first: size,
    });
    const page = rows.slice(0, size);
    const nameOf = (code: string) => state.known.regions.get(code) ?? state.known.parks.get(code);
    const last = page.at(-1);
    return {
      pageInfo: { hasNextPage: rows.length > size, endCursor: last ? String(last.number) : null },
      nodes: page.map((row) => presentChange(row, findRegister(row.register), { language, nameOf })),
    };
  }
}

const describe = (register: Register, language: Language): RegisterDescription => ({
  name: register.name,
  plural: register.plural,
  typeName: typeName(register),
  ruledBy: register.ruledBy ?? null,
  group: register.group,
  groupLabel: REGISTER_GROUPS[register.group][language],
  label: register.label[language],
  purpose: register.purpose[language],
  title: register.title,
  order: register.order ?? null,
  fields: Object.entries(register.fields).map(([name, field]) => ({
    name,
    kind: field.kind,
    label: field.label[language],
    note: 'note' in field && field.note ? field.note[language] : null,
    required: field.required,
    choices: field.kind === 'choice' ? Object.entries(field.choices).map(([code, words]) => ({ code, label: words[language] })) : [],
    register: field.kind === 'entry' ? field.register : null,
  })),
});
