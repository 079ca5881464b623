import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Problem, type Language } from '../../base/errors/problem.js';
import { COLUMNS } from '../../intake/columns.js';
import { readHeader } from '../../intake/header.js';
import { importWordKey, type ImportWordKind, NO_TABLE } from '../../intake/import-words.js';
import { TABLE_WORDS, type TableKind } from '../../intake/table-kind.js';
import { readImportWords, removeImportWord, saveImportWord, type ImportWordRow } from '../../store/import-words.js';
import type { RequestContext } from '../context.js';
import { ForgetImportWordInput, RememberImportWordInput } from '../inputs/import-word-input.js';
import { mend } from '../present/user-error.js';
import { ForgetImportWordPayload, ImportWord, ImportWordPayload } from '../types/import-word.js';

const MOST_WRITTEN = 100;
const MOST_NAME = 100;

@Resolver(() => ImportWord)
export class ImportWordResolver {
  @Query(() => [ImportWord], { description: 'What people have said that words of their files mean, the latest first.' })
  async importWords(@Ctx() context: RequestContext): Promise<ImportWord[]> {
    const rows = await readImportWords(context.workspace.store.db);
    return Promise.all(rows.map((row) => toImportWord(row, context)));
  }

  @Mutation(() => ImportWordPayload, {
    description:
      'Remembers what a word of a file means, for this import and all later ones; a word that meant something else means this from now on.',
  })
  async rememberImportWord(
    @Ctx() context: RequestContext,
    @Arg('input', () => RememberImportWordInput) input: RememberImportWordInput,
  ): Promise<ImportWordPayload> {
    return mend<ImportWordPayload>(
      context.language,
      async () => {
        const { kind, by } = input;
        const written = checkText(input.written, 'written', MOST_WRITTEN);
        const meaning = meaningOf(input, context.language);
        const row = await saveImportWord(context.workspace.store.db, {
          kind,
          key: importWordKey(kind, written, input.table ?? undefined),
          written,
          meaning: kind === 'COLUMN' ? `${input.table}.${meaning}` : meaning,
          said_at: new Date().toISOString(),
          said_by: by?.trim() ? checkText(by, 'by', MOST_NAME) : null,
        });
        return { word: await toImportWord(row, context), userErrors: [] };
      },
      (userErrors) => ({ word: null, userErrors }),
    );
  }

  @Mutation(() => ForgetImportWordPayload, { description: 'Forgets what a word means; what was imported by it stays.' })
  async forgetImportWord(
    @Ctx() { workspace, language }: RequestContext,
    @Arg('input', () => ForgetImportWordInput) { id }: ForgetImportWordInput,
  ): Promise<ForgetImportWordPayload> {
    return mend<ForgetImportWordPayload>(
      language,
      async () => {
        if (!(await removeImportWord(workspace.store.db, id))) throw new Problem('NO_SUCH_IMPORT_WORD', { value: id }, ['id']);
        return { id, userErrors: [] };
      },
      (userErrors) => ({ id: null, userErrors }),
    );
  }
}

function checkText(text: string, field: string, most: number): string {
  const trimmed = text.trim();
  const value = [...trimmed].length;
  if (value < 1 || value > most) throw new Problem('WORD_LENGTH', { value, most }, [field]);
  return trimmed;
}

/** @throws Problem what is missing or unknown */
function meaningOf({ kind, village, table, column }: RememberImportWordInput, language: Language): string {
  switch (kind) {
    case 'VILLAGE': {
      const code = /^(?:.*[(（])?(\d{12})[)）]?$/.exec(village?.trim() ?? '')?.[1];
      if (code === undefined) throw new Problem('BAD_CODE', { value: village ?? '', digits: 12 }, ['village']);
      return code;
    }
    case 'COLUMN': {
      if (!table) throw new Problem('WORD_NEEDS_TABLE', {}, ['table']);
      const header = column?.trim() ?? '';
      const [name] = readHeader([header], table).columns.keys();
      const known = COLUMNS[table].map((own) => (language === 'zh' ? own.zh : own.name));
      if (name === undefined) throw new Problem('NO_SUCH_COLUMN', { value: header, columns: known }, ['column']);
      return name;
    }
    case 'SHEET':
      return table ?? NO_TABLE;
  }
}

async function toImportWord({ id, kind, written, meaning, said_at, said_by }: ImportWordRow, context: RequestContext): Promise<ImportWord> {
  const word = { id, kind: kind as ImportWordKind, written, saidAt: new Date(said_at), saidBy: said_by };
  if (kind === 'VILLAGE') {
    const village = await context.loaders.village.load(meaning);
    const township = village && (await context.loaders.state()).townships.get(village.township)?.name;
    return { ...word, table: null, meaning: village ? `${township ?? ''}/${village.name}(${meaning})` : meaning };
  }
  if (kind === 'SHEET') {
    const table = meaning === NO_TABLE ? null : (meaning as TableKind);
    const none = { zh: '不导入', en: 'not imported' };
    return { ...word, table, meaning: (table ? TABLE_WORDS[table] : none)[context.language] };
  }
  const [table, name] = meaning.split('.') as [TableKind, string];
  return { ...word, table, meaning: COLUMNS[table].find((column) => column.name === name)?.zh ?? name };
}
