import { type Language, Problem } from '../base/errors/problem.js';
import { ImportRefused } from '../intake/findings.js';
import { importFiles } from '../intake/import-files.js';
import { batchesText, undoneText } from '../intake/report/batch-text.js';
import { outcomeText } from '../intake/report/outcome-text.js';
import { refusalText } from '../intake/report/refusal-text.js';
import { undoImport } from '../intake/undo.js';
import { listImportBatches } from '../store/import-batches.js';
import { openStore, type Store, type StorePlace } from '../store/store.js';
import { type ImportRequest, languageOf, readImportArguments } from './import-arguments.js';

/** What the command takes from its surroundings. */
export interface ImportSurroundings {
  readonly where: StorePlace;
  readonly at: Date;
  /** Who imports. */
  readonly by: string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

const USAGE: Readonly<Record<Language, string>> = {
  zh: `用法：
  npm run import -- <文件夹或文件 …> [--dry-run] [--unit yuan|wan] [--as-of 2020-05] [--language zh|en]
      导入 xlsx、xls、et 或 CSV：villages（村）、receipts（收入）、targets（目标）、parks（园区）、projects（项目）
      --dry-run   只看会改什么，不写入
      --unit      金额的单位：yuan 元，wan 万元（优先于表头）
      --as-of     截至月份：之后的数据不读
  npm run import -- --batches        列出全部导入批次
  npm run import -- --undo 批次      撤销一个批次`,
  en: `Usage:
  npm run import -- <folder or files …> [--dry-run] [--unit yuan|wan] [--as-of 2020-05] [--language zh|en]
      imports xlsx, xls, et or CSV: villages, receipts, targets, parks, projects
      --dry-run   tell what would change, write nothing
      --unit      what a bare amount means: yuan, or wan for 10,000 yuan (wins over the header)
      --as-of     the last closed month: nothing after it is read
  npm run import -- --batches        list all imports
  npm run import -- --undo BATCH     take an import back`,
};

/** Runs the import command. Gives the exit code: 0 done, 1 refused, 2 wrong usage. */
export async function runImport(args: readonly string[], surroundings: ImportSurroundings): Promise<number> {
  const language = languageOf(args);
  const { print, printError } = surroundings;
  let request: ImportRequest;
  try {
    request = readImportArguments(args);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    printError(`${error.text(language)}\n\n${USAGE[language]}`);
    return 2;
  }
  if (request.task === 'help') {
    print(USAGE[language]);
    return 0;
  }
  let store: Store;
  try {
    store = await openStore(surroundings.where);
  } catch (error) {
    printError(new Problem('DATABASE_UNREACHABLE', { reason: error instanceof Error ? error.message : String(error) }).text(language));
    return 1;
  }
  try {
    print(await carryOut(store, request, surroundings, language));
    return 0;
  } catch (error) {
    if (error instanceof ImportRefused) printError(refusalText(error.findings, language));
    else if (error instanceof Problem) printError(error.text(language));
    else throw error;
    return 1;
  } finally {
    await store.close();
  }
}

async function carryOut(
  store: Store,
  request: Exclude<ImportRequest, { task: 'help' }>,
  { at, by }: ImportSurroundings,
  language: Language,
): Promise<string> {
  switch (request.task) {
    case 'batches':
      return batchesText(await listImportBatches(store.db), language);
    case 'undo':
      return undoneText(await undoImport(store, request.batch, { at, by }), language);
    case 'import':
      return outcomeText(await importFiles(store, request.paths, { ...request, at, by }), language);
  }
}
