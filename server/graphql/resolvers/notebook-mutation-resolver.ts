import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Problem, type Language } from '../../base/errors/problem.js';
import type { NotebookRecord, SaveOutcome } from '../../store/notebooks.js';
import type { RequestContext } from '../context.js';
import {
  CreateNotebookInput,
  NameNotebookVersionInput,
  NotebookIdInput,
  RestoreNotebookVersionInput,
  SaveNotebookInput,
} from '../inputs/notebook-inputs.js';
import { toNotebook, toNotebookVersion } from '../present/notebook.js';
import { toUserErrors } from '../present/user-error.js';
import { DeleteNotebookPayload, NotebookPayload, NotebookVersionPayload, SaveNotebookPayload } from '../types/notebook.js';
import type { UserError } from '../types/user-error.js';

@Resolver()
export class NotebookMutationResolver {
  @Mutation(() => NotebookPayload, { description: 'Creates a notebook: a copy, one from YAML or from a spec, or a blank one.' })
  createNotebook(
    @Ctx() context: RequestContext,
    @Arg('input', () => CreateNotebookInput) input: CreateNotebookInput,
  ): Promise<NotebookPayload> {
    return notebookPayload(context, () => context.notebooks.create(input, context.language));
  }

  @Mutation(() => SaveNotebookPayload, {
    description:
      'Saves a notebook as its next revision. Where it has been changed since the revision that the change is based on, nothing is written and the other state comes back as `conflict`. Sent again, a save that went through is not done twice.',
  })
  saveNotebook(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveNotebookInput) input: SaveNotebookInput,
  ): Promise<SaveNotebookPayload> {
    return savePayload(context, input.revision, () => context.notebooks.save(input));
  }

  @Mutation(() => SaveNotebookPayload, {
    description: 'Brings a kept version back as the next revision; what was there stays a version, so that it can be brought back too.',
  })
  restoreNotebookVersion(
    @Ctx() context: RequestContext,
    @Arg('input', () => RestoreNotebookVersionInput) { id, version, revision, editor }: RestoreNotebookVersionInput,
  ): Promise<SaveNotebookPayload> {
    return savePayload(context, revision, () => context.notebooks.restoreVersion(id, version, revision, editor));
  }

  @Mutation(() => NotebookVersionPayload, { description: 'Gives a kept version a name, which keeps it for ever, or takes it away.' })
  async nameNotebookVersion(
    @Ctx() { notebooks, language }: RequestContext,
    @Arg('input', () => NameNotebookVersionInput) { id, revision, name }: NameNotebookVersionInput,
  ): Promise<NotebookVersionPayload> {
    try {
      return { version: toNotebookVersion(await notebooks.nameVersion(id, revision, name)), userErrors: [] };
    } catch (error) {
      return { version: null, userErrors: inputErrors(error, language) };
    }
  }

  @Mutation(() => NotebookPayload, { description: 'Moves a notebook to the bin; one that is there already stays there.' })
  moveNotebookToBin(
    @Ctx() context: RequestContext,
    @Arg('input', () => NotebookIdInput) { id }: NotebookIdInput,
  ): Promise<NotebookPayload> {
    return notebookPayload(context, () => context.notebooks.setInBin(id, true));
  }

  @Mutation(() => NotebookPayload, { description: 'Takes a notebook out of the bin, as it was.' })
  restoreNotebookFromBin(
    @Ctx() context: RequestContext,
    @Arg('input', () => NotebookIdInput) { id }: NotebookIdInput,
  ): Promise<NotebookPayload> {
    return notebookPayload(context, () => context.notebooks.setInBin(id, false));
  }

  @Mutation(() => DeleteNotebookPayload, { description: 'Deletes a notebook with all its versions; only one that is in the bin.' })
  async deleteNotebookForGood(
    @Ctx() { notebooks, language }: RequestContext,
    @Arg('input', () => NotebookIdInput) { id }: NotebookIdInput,
  ): Promise<DeleteNotebookPayload> {
    try {
      await notebooks.deleteForGood(id);
      return { deletedId: id, userErrors: [] };
    } catch (error) {
      return { deletedId: null, userErrors: inputErrors(error, language) };
    }
  }
}

const inputErrors = (error: unknown, language: Language): UserError[] =>
  toUserErrors(error, language).map((wrong) => ({ ...wrong, field: wrong.field && ['input', ...wrong.field] }));

async function notebookPayload({ language }: RequestContext, change: () => Promise<NotebookRecord>): Promise<NotebookPayload> {
  try {
    return { notebook: toNotebook(await change()), userErrors: [] };
  } catch (error) {
    return { notebook: null, userErrors: inputErrors(error, language) };
  }
}

/** @param revision the revision that the change is based on */
async function savePayload(
  { language }: RequestContext,
  revision: number,
  save: () => Promise<Extract<SaveOutcome, { outcome: 'saved' | 'conflict' }>>,
): Promise<SaveNotebookPayload> {
  try {
    const saved = await save();
    const notebook = toNotebook(saved.notebook);
    if (saved.outcome === 'saved') return { notebook, savedRevision: saved.savedRevision, conflict: null, userErrors: [] };
    const { editor } = notebook;
    const problem = new Problem('NOTEBOOK_CONFLICT', { value: revision, revision: notebook.revision, editor: editor ?? undefined }, [
      'revision',
    ]);
    return { notebook: null, savedRevision: null, conflict: notebook, userErrors: inputErrors(problem, language) };
  } catch (error) {
    return { notebook: null, savedRevision: null, conflict: null, userErrors: inputErrors(error, language) };
  }
}
