/** What the names of files with tables end with. */
export const TABLE_ENDINGS: readonly string[] = ['.csv', '.txt', '.tsv', '.xlsx', '.xlsm', '.xls', '.et'];

/** Whether a file is meant: folders hold others, too, and office programs and systems keep hidden ones beside the tables. */
const isTableFile = (name: string): boolean => !/^[.~]/.test(name) && TABLE_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));

/** Files to import, and the names of those that are no tables. */
export interface ChosenFiles {
  readonly files: readonly File[];
  readonly passedOver: readonly string[];
}

/** The tables among some files. */
export function chosenFiles(all: readonly File[]): ChosenFiles {
  const { true: files = [], false: others = [] } = Object.groupBy(all, ({ name }) => String(isTableFile(name)) as 'true' | 'false');
  return { files, passedOver: others.map(({ name }) => name) };
}

/** The files that were dropped, those of dropped folders included. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFiles> {
  // The browser forgets what was dropped after the first pause, so everything is taken up before it.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return chosenFiles((await Promise.all(entries.map(filesIn))).flat());
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const within: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    within.push(...some);
  }
  return (await Promise.all(within.map(filesIn))).flat();
}
