import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Problem } from '../../base/errors/problem.js';
import { parseMonth } from '../../base/month.js';
import type { MoneyUnit } from '../../base/money.js';
import { TABLE_KINDS, TABLE_WORDS } from '../../intake/table-kind.js';
import { COUNTER_HEADER, templateColumns } from '../../intake/template.js';
import { undoImport } from '../../intake/undo.js';
import { findImportBatch, readImportBatchPage } from '../../store/import-batches.js';
import type { RequestContext } from '../context.js';
import { IMPORT_REMARK_GROUPS, ImportRemarkGroupEnum, type ImportRemarkGroup } from '../enums.js';
import { CommitImportInput, DropImportInput, PreviewImportInput, UndoImportInput } from '../inputs/import-input.js';
import { checkFirst, pageOf } from '../paging.js';
import { toImportBatch, toImportPreview, toImportRemarks } from '../present/import.js';
import { mend } from '../present/user-error.js';
import {
  DropImportPayload,
  ImportBatchConnection,
  ImportBatchPayload,
  ImportPreview,
  ImportPreviewPayload,
  ImportRemarkConnection,
  ImportTemplate,
} from '../types/import.js';

const MOST_NAME = 100;
const MOST_REASON = 500;

@Resolver(() => ImportPreview)
export class ImportResolver {
  @Query(() => ImportPreview, { nullable: true, description: 'Null once it is committed, dropped or expired.' })
  importPreview(@Ctx() { imports }: RequestContext, @Arg('id', () => ID) id: string): ImportPreview | null {
    const opened = imports.find(id);
    return opened ? toImportPreview(opened) : null;
  }

  @Query(() => ImportBatchConnection, {
    description: 'Every import that was written, from the newest to the oldest; the cursor is its id.',
  })
  async importBatches(
    @Ctx() { workspace }: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<ImportBatchConnection> {
    const most = checkFirst(first ?? 20);
    const before = after === null || after === undefined ? undefined : batchNumber(after);
    if (before === null) throw new Problem('BAD_CURSOR', { value: after! }, ['after']);
    const { batches, total } = await readImportBatchPage(workspace.store.db, { first: most + 1, before });
    const nodes = batches.slice(0, most).map(toImportBatch);
    return {
      totalCount: total,
      nodes,
      pageInfo: { hasNextPage: batches.length > most, endCursor: nodes.at(-1)?.id ?? null },
    };
  }

  @Query(() => [ImportTemplate], { description: 'An empty table of each kind, with what its columns take.' })
  importTemplates(@Ctx() { language }: RequestContext): ImportTemplate[] {
    return TABLE_KINDS.map((table) => ({
      table,
      label: TABLE_WORDS[table][language],
      counterHeader: COUNTER_HEADER,
      columns: templateColumns(table).map(({ note, choices, ...column }) => ({ ...column, note: note[language], choices: [...choices] })),
    }));
  }

  @FieldResolver(() => ImportRemarkConnection, { description: 'Those that stop the import first.' })
  remarks(
    @Root() { opened }: ImportPreview,
    @Ctx() { language }: RequestContext,
    @Arg('groups', () => [ImportRemarkGroupEnum], { nullable: true }) groups: ImportRemarkGroup[] | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): ImportRemarkConnection {
    const page = pageOf(toImportRemarks(opened, groups ?? IMPORT_REMARK_GROUPS, language), ({ id }) => id, first ?? 100, after);
    return { totalCount: page.totalCount, pageInfo: page.pageInfo, nodes: [...page.entries] };
  }

  @Mutation(() => ImportPreviewPayload, { description: 'Looks into the files that were sent; nothing is written.' })
  async previewImport(
    @Ctx() { imports, language }: RequestContext,
    @Arg('input', () => PreviewImportInput) { id, units, asOf }: PreviewImportInput,
  ): Promise<ImportPreviewPayload> {
    const named = (units ?? []).map(({ file, sheet, unit }): [string, MoneyUnit] => [sheet ? `${file}/${sheet}` : file, unit]);
    const answers = { units: new Map(named), asOf: asOf ? parseMonth(asOf) : undefined };
    return mend<ImportPreviewPayload>(
      language,
      async () => ({ preview: toImportPreview(await imports.preview(id, answers)), userErrors: [] }),
      (userErrors) => ({ preview: null, userErrors }),
    );
  }

  @Mutation(() => ImportBatchPayload, { description: 'Writes what the last preview showed, all of it or nothing.' })
  async commitImport(
    @Ctx() { imports, workspace, language }: RequestContext,
    @Arg('input', () => CommitImportInput) { id, by, reason }: CommitImportInput,
  ): Promise<ImportBatchPayload> {
    return mend<ImportBatchPayload>(
      language,
      async () => {
        const batch = await imports.commit(id, checkName(by), checkReason(reason));
        const found = batch === null ? undefined : await findImportBatch(workspace.store.db, batch);
        return { batch: found ? toImportBatch(found) : null, userErrors: [] };
      },
      (userErrors) => ({ batch: null, userErrors }),
    );
  }

  @Mutation(() => DropImportPayload, { description: 'Lets the files go that were sent; nothing was written.' })
  async dropImport(
    @Ctx() { imports, language }: RequestContext,
    @Arg('input', () => DropImportInput) { id }: DropImportInput,
  ): Promise<DropImportPayload> {
    return mend<DropImportPayload>(
      language,
      async () => {
        await imports.drop(id);
        return { id, userErrors: [] };
      },
      (userErrors) => ({ id: null, userErrors }),
    );
  }

  @Mutation(() => ImportBatchPayload, {
    description: 'Takes an import back: its rows go, and what it replaced returns as it was. Refused where a later import builds upon it.',
  })
  async undoImport(
    @Ctx() { workspace, language }: RequestContext,
    @Arg('input', () => UndoImportInput) { batch, by, reason }: UndoImportInput,
  ): Promise<ImportBatchPayload> {
    return mend<ImportBatchPayload>(
      language,
      async () => {
        const number = batchNumber(batch);
        if (number === null) throw new Problem('NO_SUCH_BATCH', { value: batch }, ['batch']);
        await undoImport(workspace.store, number, { at: new Date(), by: checkName(by), reason: checkReason(reason) });
        const found = await findImportBatch(workspace.store.db, number);
        return { batch: found ? toImportBatch(found) : null, userErrors: [] };
      },
      (userErrors) => ({ batch: null, userErrors }),
    );
  }
}

/** The number of a batch as its id writes it; null where it is none. */
const batchNumber = (id: string): number | null => (/^[1-9]\d{0,8}$/.test(id) ? Number(id) : null);

function checkName(by: string | null | undefined): string {
  const name = by?.trim() ?? '';
  if ([...name].length > MOST_NAME) throw new Problem('NAME_TOO_LONG', { value: [...name].length, most: MOST_NAME }, ['by']);
  return name;
}

function checkReason(reason: string | null | undefined): string {
  const text = reason?.trim() ?? '';
  if ([...text].length > MOST_REASON)
    throw new Problem('IMPORT_REASON_TOO_LONG', { value: [...text].length, most: MOST_REASON }, ['reason']);
  return text;
}
