import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver } from 'type-graphql';
import { checkDefault, checkTogether, meaningOf, toWorkspaceDefaults, WORKSPACE_ASSUMPTIONS } from '../../scenario/workspace-defaults.js';
import {
  changeAssumption,
  listAssumptionChanges,
  readWorkspaceAssumptions,
  type AssumptionSetting,
} from '../../store/workspace-assumptions.js';
import type { RequestContext } from '../context.js';
import { ResetWorkspaceAssumptionInput, SetWorkspaceAssumptionInput } from '../inputs/workspace-assumption-input.js';
import { checkFirst } from '../paging.js';
import { toUserErrors } from '../present/user-error.js';
import { toAssumptionChange, toWorkspaceAssumption } from '../present/workspace.js';
import { AssumptionChange, WorkspaceAssumptionPayload, WorkspaceSettings } from '../types/workspace.js';

@Resolver(() => WorkspaceSettings)
export class WorkspaceResolver {
  @Query(() => WorkspaceSettings)
  async workspace(@Ctx() { loaders, language }: RequestContext): Promise<Omit<WorkspaceSettings, 'changes'>> {
    const { revision, assumptions } = await loaders.state();
    return {
      revision,
      assumptions: WORKSPACE_ASSUMPTIONS.map((meaning) => toWorkspaceAssumption(meaning, assumptions.get(meaning.name), language)),
    };
  }

  @FieldResolver(() => [AssumptionChange], { description: 'The latest changes of assumptions, the last one first; `first` at most 1000.' })
  async changes(
    @Ctx() { workspace }: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
  ): Promise<AssumptionChange[]> {
    return (await listAssumptionChanges(workspace.store.db, checkFirst(first ?? 20))).map(toAssumptionChange);
  }

  @Mutation(() => WorkspaceAssumptionPayload, {
    description: 'Sets a default for every scenario that says nothing about it. A scenario that does say something keeps its own.',
  })
  setWorkspaceAssumption(
    @Ctx() context: RequestContext,
    @Arg('input', () => SetWorkspaceAssumptionInput) { name, value }: SetWorkspaceAssumptionInput,
  ): Promise<WorkspaceAssumptionPayload> {
    return change(context, { name, value, at: new Date() });
  }

  @Mutation(() => WorkspaceAssumptionPayload, { description: "Gives a default the product's own value back." })
  resetWorkspaceAssumption(
    @Ctx() context: RequestContext,
    @Arg('input', () => ResetWorkspaceAssumptionInput) { name }: ResetWorkspaceAssumptionInput,
  ): Promise<WorkspaceAssumptionPayload> {
    return change(context, { name, value: null, at: new Date() });
  }
}

async function change({ workspace, language }: RequestContext, setting: AssumptionSetting): Promise<WorkspaceAssumptionPayload> {
  const { db } = workspace.store;
  const { name, value } = setting;
  const now = async () => toWorkspaceAssumption(meaningOf(name), (await readWorkspaceAssumptions(db)).get(name), language);
  let known = false;
  try {
    known = meaningOf(name) !== undefined;
    if (value !== null) checkDefault(name, value);
    await changeAssumption(db, setting, (values) => checkTogether(toWorkspaceDefaults(values)));
    return { assumption: await now(), userErrors: [] };
  } catch (error) {
    const userErrors = toUserErrors(error, language).map((wrong) => ({
      ...wrong,
      field: wrong.field && ['input', ...wrong.field],
    }));
    return { assumption: known ? await now() : null, userErrors };
  }
}
