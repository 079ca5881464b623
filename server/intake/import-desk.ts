import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../base/errors/problem.js';
import type { MoneyUnit } from '../base/money.js';
import type { Month } from '../base/month.js';
import { readWorkspaceRevision } from '../store/revision.js';
import type { Store } from '../store/store.js';
import { ImportRefused } from './findings.js';
import { importFiles } from './import-files.js';
import { type ImportWords, rememberedWords } from './import-words.js';
import { type ImportPreview, previewOutcome, previewRefused } from './import-preview.js';
import { MOST_MEGABYTES, TABLE_EXTENSIONS } from './source-files.js';

/** A file that was sent and waits on disk. */
export interface UploadedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** What someone has said of the files beside what they hold. */
export interface ImportAnswers {
  /** Units by file, or by sheet as `workbook.xlsx/sheet`. */
  readonly units: ReadonlyMap<string, MoneyUnit>;
  readonly asOf: Month | undefined;
}

/** Files that were sent, and what importing them would do, as it was last looked at. */
export interface OpenImport {
  readonly id: string;
  readonly files: readonly UploadedFile[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly preview: ImportPreview | null;
}

interface Previewed {
  readonly answers: ImportAnswers;
  /** The files that were looked into: one may come in while they are. */
  readonly files: readonly UploadedFile[];
  /** The workspace's revision that it was looked at upon. */
  readonly revision: number;
  /** What words meant then: what is written is what was seen. */
  readonly words: ImportWords;
  readonly preview: ImportPreview;
}

interface Entry {
  readonly id: string;
  readonly folder: string;
  readonly createdAt: Date;
  readonly files: Map<string, UploadedFile>;
  touchedAt: Date;
  previewed?: Previewed;
}

const MINUTES_KEPT = 60;
const MOST_FILES = 100;
const MOST_TOTAL_MEGABYTES = 400;
const MOST_OPEN = 20;
/** File systems take 255 bytes; a Chinese character has three. */
const MOST_NAME_BYTES = 240;
const MEGABYTE = 2 ** 20;

/**
 * Imports over the server: files are sent one by one and wait on disk, a preview tells what importing them would do, and only a
 * commit writes. An import that nobody touches for an hour is forgotten. One preview or commit is worked on at a time, so that
 * memory stays bounded.
 */
export class ImportDesk {
  readonly #entries = new Map<string, Entry>();
  readonly #sweeper: NodeJS.Timeout;
  #root: Promise<string> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly now: () => Date = () => new Date(),
    private readonly temporary: string = tmpdir(),
  ) {
    this.#sweeper = setInterval(() => void this.#sweep(), 60_000).unref();
  }

  /**
   * Takes a file: into the open import of an id, else into a new one.
   * @throws Problem where the name, the size or the number of files is beyond what is taken; the file is not kept then
   */
  async receive(id: string | undefined, name: string, content: AsyncIterable<Uint8Array>): Promise<OpenImport> {
    await this.#sweep();
    const entry = id === undefined ? await this.#begin(name) : this.#entry(id);
    try {
      checkName(name);
      if (entry.files.has(name)) throw new Problem('IMPORT_FILE_TWICE', { value: name });
      if (entry.files.size >= MOST_FILES) throw new Problem('IMPORT_TOO_MANY_FILES', { most: MOST_FILES });
      // The place is taken before the first byte, so that two files of one name cannot be written into each other.
      entry.files.set(name, { name, size: 0 });
      try {
        const size = await this.#write(entry, name, content);
        entry.files.set(name, { name, size });
      } catch (error) {
        entry.files.delete(name);
        await rm(join(entry.folder, name), { force: true });
        throw error;
      }
    } catch (error) {
      if (id === undefined) await this.#forget(entry);
      throw error;
    }
    delete entry.previewed;
    return this.#shown(entry);
  }

  /** Looks at what importing the files would do; nothing is written. @throws Problem NO_SUCH_IMPORT, AS_OF_IN_FUTURE, NO_TABLES_FOUND */
  preview(id: string, answers: ImportAnswers): Promise<OpenImport> {
    return this.#inTurn(async () => {
      const entry = this.#entry(id);
      const files = [...entry.files.values()];
      const revision = await readWorkspaceRevision(this.store.db);
      const words = await rememberedWords(this.store.db);
      const preview = await this.#look(entry, answers, words);
      entry.previewed = { answers, files, revision, words, preview };
      return this.#shown(entry);
    });
  }

  /** An open import; undefined where there is none of the id, or no longer. */
  find(id: string): OpenImport | undefined {
    const entry = this.#entries.get(id);
    return entry && !this.#isOver(entry) ? this.#shown(entry) : undefined;
  }

  /**
   * Imports the files as the last preview showed it; gives the batch, null where nothing changed. The files are let go.
   * @throws Problem NO_SUCH_IMPORT, IMPORT_NOT_PREVIEWED, IMPORT_HAS_FINDINGS, UNIT_NOT_NAMED, or IMPORT_OUTDATED where the data
   * or the files have changed since the preview
   */
  commit(id: string, by: string, reason?: string): Promise<number | null> {
    return this.#inTurn(async () => {
      const entry = this.#entry(id);
      if (!entry.previewed) throw new Problem('IMPORT_NOT_PREVIEWED');
      const { answers, files, revision, words, preview } = entry.previewed;
      if (!isDeepStrictEqual(files, [...entry.files.values()])) throw new Problem('IMPORT_OUTDATED');
      if (preview.findings.total) throw new Problem('IMPORT_HAS_FINDINGS', { value: preview.findings.total });
      const [jump] = preview.unitJumps.kept;
      if (jump) throw new Problem('UNIT_NOT_NAMED', { value: jump.file });
      const { batch } = await importFiles(this.store, this.#paths(entry), { ...answers, revision, words, at: this.now(), by, reason });
      await this.#forget(entry);
      return batch;
    });
  }

  /** Lets the files go. @throws Problem NO_SUCH_IMPORT */
  drop(id: string): Promise<void> {
    return this.#inTurn(() => this.#forget(this.#entry(id)));
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    await this.#last.catch(() => undefined);
    if (this.#root) await rm(await this.#root, { recursive: true, force: true });
  }

  async #look(entry: Entry, answers: ImportAnswers, words: ImportWords): Promise<ImportPreview> {
    try {
      const options = { ...answers, words, dryRun: true, at: this.now(), by: '' };
      return previewOutcome(await importFiles(this.store, this.#paths(entry), options));
    } catch (error) {
      if (error instanceof ImportRefused) return previewRefused(error);
      if (error instanceof Problem && error.code === 'NO_TABLES_FOUND')
        throw new Problem('NO_TABLES_FOUND', { value: [...entry.files.keys()].join('、') });
      throw error;
    }
  }

  /** A file sent alone was meant; among others, one that is no table may stand by. */
  #paths({ folder, files }: Entry): string[] {
    const [only] = files.keys();
    return files.size === 1 ? [join(folder, only!)] : [folder];
  }

  async #begin(name: string): Promise<Entry> {
    checkName(name);
    if (this.#entries.size >= MOST_OPEN) throw new Problem('TOO_MANY_IMPORTS', { most: MOST_OPEN, minutes: MINUTES_KEPT });
    const [id, at] = [randomUUID(), this.now()];
    this.#root ??= mkdtemp(join(this.temporary, 'planner-imports-'));
    const entry: Entry = { id, folder: join(await this.#root, id), createdAt: at, touchedAt: at, files: new Map() };
    this.#entries.set(id, entry);
    await mkdir(entry.folder);
    return entry;
  }

  /** Writes what comes, and beyond the limit only counts it, so that the sender gets to read why. */
  async #write(entry: Entry, name: string, content: AsyncIterable<Uint8Array>): Promise<number> {
    const others = [...entry.files.values()].reduce((sum, file) => sum + file.size, 0);
    const most = Math.min(MOST_MEGABYTES, MOST_TOTAL_MEGABYTES - Math.ceil(others / MEGABYTE));
    let size = 0;
    await pipeline(
      content,
      async function* (parts: AsyncIterable<Uint8Array>) {
        for await (const part of parts) {
          size += part.length;
          if (size <= most * MEGABYTE) yield part;
        }
      },
      createWriteStream(join(entry.folder, name)),
    );
    const value = Math.ceil(size / MEGABYTE);
    if (value > MOST_MEGABYTES) throw new Problem('FILE_TOO_LARGE', { value, most: MOST_MEGABYTES });
    if (size > most * MEGABYTE) throw new Problem('IMPORT_TOO_LARGE', { most: MOST_TOTAL_MEGABYTES });
    return size;
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (!entry || this.#isOver(entry)) throw new Problem('NO_SUCH_IMPORT', { minutes: MINUTES_KEPT });
    entry.touchedAt = this.now();
    return entry;
  }

  #expiry = ({ touchedAt }: Entry): Date => new Date(touchedAt.getTime() + MINUTES_KEPT * 60_000);

  #isOver = (entry: Entry): boolean => this.#expiry(entry) <= this.now();

  #shown(entry: Entry): OpenImport {
    const { id, createdAt, files, previewed } = entry;
    return { id, createdAt, files: [...files.values()], expiresAt: this.#expiry(entry), preview: previewed?.preview ?? null };
  }

  async #sweep(): Promise<void> {
    for (const entry of [...this.#entries.values()].filter(this.#isOver)) await this.#forget(entry);
  }

  async #forget(entry: Entry): Promise<void> {
    this.#entries.delete(entry.id);
    await rm(entry.folder, { recursive: true, force: true });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.catch(() => undefined).then(work);
    this.#last = turn;
    return turn;
  }
}

/** The name becomes one of the file system's: it must be plain, and tell a kind of table. */
function checkName(name: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  if (name === '' || /[/\\\u0000-\u001f\u007f]/.test(name) || name.startsWith('.') || Buffer.byteLength(name) > MOST_NAME_BYTES)
    throw new Problem('IMPORT_FILE_NAME', { value: name.slice(0, 60) });
  if (!TABLE_EXTENSIONS.includes(extname(name).toLowerCase()))
    throw new Problem('IMPORT_FILE_KIND', { value: name, allowed: TABLE_EXTENSIONS.join(' ') });
}
