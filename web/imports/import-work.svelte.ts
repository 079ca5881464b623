import type { Request, Send } from '../api/client.js';
import type { Shelf } from '../notebook/saved.js';
import type { ChosenFiles } from './chosen-files.js';
import { FAULTS } from './faults.js';
import {
  commitImport,
  dropImport,
  forgetImportWord,
  importBatches,
  importRemarks,
  importTemplates,
  importWords,
  knownVillages,
  openImport,
  previewImport,
  rememberImportWord,
  undoImport,
  type BatchPage,
  type ImportBatch,
  type ImportPreview,
  type ImportSheet,
  type ImportUnit,
  type ImportWord,
  type NamedUnit,
  type Remark,
  type RemarkPage,
  type RemarkGroup,
  type SaidWord,
  type Template,
} from './operations.js';
import { sendFile } from './send-file.js';

const PAGE = 100;
const MOST_PER_PAGE = 1000;
const BY = 'imports/by';

/** What is going on: files are sent, looked into, or written. */
export type ImportStep = 'sending' | 'reading' | 'writing';

/** A file that was not taken, and why; undefined where the server could not be reached. */
export interface RefusedFile {
  readonly name: string;
  readonly refusal: string | undefined;
}

/** The import that a reader is at: from the files to the batch that can be taken back. */
export class ImportWork {
  step = $state<ImportStep | undefined>();
  startedAt = $state(0);
  sent = $state({ bytes: 0, of: 0, files: 0, ofFiles: 0 });
  preview = $state.raw<ImportPreview | undefined>();
  refused = $state.raw<readonly RefusedFile[]>([]);
  passedOver = $state.raw<readonly string[]>([]);
  /** What the server said to the last step. */
  refusal = $state('');
  failure = $state.raw<unknown>();
  /** The import of the address is over. */
  expired = $state(false);
  group = $state<RemarkGroup>('FINDING');
  remarks = $state.raw<readonly Remark[]>([]);
  readable = $state(0);
  hasMore = $state(false);
  asOf = $state('');
  by = $state('');
  /** The batch that was just written; null where nothing had changed. */
  done = $state.raw<ImportBatch | null | undefined>();
  batches = $state.raw<readonly ImportBatch[]>([]);
  batchCount = $state(0);
  hasEarlier = $state(false);
  templates = $state.raw<readonly Template[]>([]);
  /** What was said of words, the latest first. */
  words = $state.raw<readonly ImportWord[]>([]);
  /** 城厢镇/永平村(451026100201), once somebody has asked for them. */
  villages = $state.raw<readonly string[]>([]);
  #cursor: string | null = null;
  #earlier: string | null = null;

  constructor(
    private readonly send: Send,
    private readonly shelf: Pick<Shelf, 'getItem' | 'setItem'>,
    private readonly language: () => string,
    /** Puts the open import into the address, so that a reload comes back to it. */
    private readonly goTo: (id: string | undefined) => void,
  ) {
    this.by = shelf.getItem(BY) ?? '';
  }

  /** Opens the page, with the import that its address names. */
  async open(id: string | undefined): Promise<void> {
    await this.#attempt(async () => {
      const [kept, { importBatches: page }, { importTemplates: templates }, { importWords: words }] = await Promise.all([
        id === undefined ? undefined : this.#ask(openImport(id)),
        this.#ask(importBatches(null)),
        this.#ask(importTemplates()),
        this.#ask(importWords()),
      ]);
      this.#show(page, []);
      this.templates = templates;
      this.words = words;
      if (kept?.importPreview?.previewed) await this.#look(kept.importPreview);
      else if (kept?.importPreview) await this.#read(kept.importPreview.id, []);
      else if (id !== undefined) {
        this.expired = true;
        this.goTo(undefined);
      }
    });
  }

  /** Sends files, beside those that were sent already, and looks into them. */
  async take({ files, passedOver }: ChosenFiles): Promise<void> {
    if (this.step) return;
    this.#forget();
    this.passedOver = passedOver;
    if (files.length === 0) return;
    const of = files.reduce((sum, file) => sum + file.size, 0);
    const refused: RefusedFile[] = [];
    let id = this.preview?.id;
    await this.#attempt(async () => {
      await this.#during('sending', async () => {
        let before = 0;
        for (const [index, file] of files.entries()) {
          this.sent = { bytes: before, of, files: index, ofFiles: files.length };
          const onprogress = (bytes: number) => (this.sent = { ...this.sent, bytes: before + bytes });
          const answer = await sendFile(file, { into: id, language: this.language(), onprogress });
          if ('id' in answer) id = answer.id;
          else refused.push({ name: file.name, refusal: answer.refusal });
          before += file.size;
        }
      });
      this.refused = refused;
      if (id === undefined || refused.length === files.length) return;
      await this.#read(id, this.#units());
    });
  }

  /** Says what the amounts of a sheet mean, and looks again. */
  name({ file, sheet }: ImportSheet, unit: ImportUnit): Promise<void> {
    const others = this.#units().filter((one) => one.file !== file || one.sheet !== sheet);
    return this.again([...others, { file, sheet, unit }]);
  }

  /** Looks into the files again. */
  again(units: readonly NamedUnit[] = this.#units()): Promise<void> {
    const id = this.preview?.id;
    if (id === undefined || this.step) return Promise.resolve();
    return this.#attempt(() => this.#read(id, units));
  }

  /** Says what a word of the files means, for this import and all later ones, and looks again. */
  async remember(word: SaidWord): Promise<void> {
    if (this.step) return;
    this.shelf.setItem(BY, this.by);
    await this.#attempt(async () => {
      const { said } = await this.#ask(rememberImportWord(word, this.by.trim()));
      this.refusal = said.userErrors.map(({ message }) => message).join(' ');
      if (!said.word) return;
      await this.#recall();
      if (this.preview) await this.#read(this.preview.id, this.#units());
    });
  }

  /** Loads the villages that a word may mean. */
  async loadVillages(): Promise<void> {
    if (this.villages.length > 0) return;
    await this.#attempt(async () => {
      const { nodes } = (await this.#ask(knownVillages())).villages;
      this.villages = nodes.map(({ code, name, township }) => `${township.name}/${name}(${code})`);
    });
  }

  /** Forgets what was said of a word, and looks again. */
  async forget(id: string): Promise<void> {
    if (this.step) return;
    await this.#attempt(async () => {
      await this.#ask(forgetImportWord(id));
      await this.#recall();
      if (this.preview) await this.#read(this.preview.id, this.#units());
    });
  }

  async #recall(): Promise<void> {
    this.words = (await this.#ask(importWords())).importWords;
  }

  choose(group: RemarkGroup): Promise<void> {
    this.group = group;
    return this.#attempt(() => this.#load(null));
  }

  more(): Promise<void> {
    return this.#attempt(() => this.#load(this.#cursor));
  }

  /** Everything that someone must look at. */
  async everyFault(): Promise<readonly Remark[]> {
    const found: Remark[] = [];
    for (let after: string | null = null; ;) {
      const { importPreview }: { importPreview: { remarks: RemarkPage } | null } = await this.#ask(
        importRemarks(this.preview!.id, FAULTS, MOST_PER_PAGE, after),
      );
      if (!importPreview) return found;
      found.push(...importPreview.remarks.nodes);
      if (!importPreview.remarks.pageInfo.hasNextPage) return found;
      after = importPreview.remarks.pageInfo.endCursor;
    }
  }

  async commit(reason: string): Promise<void> {
    const id = this.preview?.id;
    if (id === undefined || this.step) return;
    this.shelf.setItem(BY, this.by);
    await this.#attempt(async () => {
      const signed = { by: this.by.trim(), reason: reason.trim() };
      const { done } = await this.#during('writing', () => this.#ask(commitImport(id, signed)));
      if (done.userErrors.length > 0) {
        this.refusal = done.userErrors.map(({ message }) => message).join(' ');
        return;
      }
      this.preview = undefined;
      this.goTo(undefined);
      this.done = done.batch;
      await this.#reload();
    });
  }

  async drop(): Promise<void> {
    const id = this.preview?.id;
    if (id === undefined) return;
    await this.#attempt(async () => {
      await this.#ask(dropImport(id));
      this.preview = undefined;
      this.goTo(undefined);
      this.#forget();
    });
  }

  /** Takes a batch back; what speaks against it comes back in words. */
  async undo(batch: string, reason: string): Promise<string | undefined> {
    this.shelf.setItem(BY, this.by);
    const { done } = await this.#ask(undoImport(batch, { by: this.by.trim(), reason: reason.trim() }));
    if (done.userErrors.length > 0) return done.userErrors.map(({ message }) => message).join(' ');
    if (this.done?.id === batch) this.done = undefined;
    await this.#reload();
    return undefined;
  }

  earlier(): Promise<void> {
    return this.#attempt(async () => {
      const { importBatches: page } = await this.#ask(importBatches(this.#earlier));
      this.#show(page, this.batches);
    });
  }

  async #reload(): Promise<void> {
    const { importBatches: page } = await this.#ask(importBatches(null));
    this.#show(page, []);
  }

  #show({ nodes, totalCount, pageInfo }: BatchPage, before: readonly ImportBatch[]): void {
    this.batches = [...before, ...nodes];
    this.batchCount = totalCount;
    this.hasEarlier = pageInfo.hasNextPage;
    this.#earlier = pageInfo.endCursor;
  }

  /** The units that were named so far. */
  #units(): NamedUnit[] {
    return (this.preview?.sheets ?? []).flatMap(({ file, sheet, unit, unitNamed }) => (unitNamed && unit ? [{ file, sheet, unit }] : []));
  }

  async #read(id: string, units: readonly NamedUnit[]): Promise<void> {
    this.goTo(id);
    const { previewImport: answer } = await this.#during('reading', () => this.#ask(previewImport(id, units, this.asOf || null)));
    this.refusal = answer.userErrors.map(({ message }) => message).join(' ');
    if (answer.preview) await this.#look(answer.preview);
    else {
      const { importPreview } = await this.#ask(openImport(id));
      this.preview = importPreview ?? undefined;
      if (!importPreview) this.goTo(undefined);
    }
  }

  /** Shows a preview, first what stops the import, else what it changes. */
  async #look(preview: ImportPreview): Promise<void> {
    this.preview = preview;
    this.group = preview.remarkCounts.find(({ count }) => count > 0)?.group ?? 'FINDING';
    await this.#load(null);
  }

  async #load(after: string | null): Promise<void> {
    const { group, preview } = this;
    if (!preview) return;
    const { importPreview } = await this.#ask(importRemarks(preview.id, [group], PAGE, after));
    if (group !== this.group) return;
    const page = importPreview?.remarks;
    this.remarks = [...(after === null ? [] : this.remarks), ...(page?.nodes ?? [])];
    this.readable = page?.totalCount ?? 0;
    this.hasMore = page?.pageInfo.hasNextPage ?? false;
    this.#cursor = page?.pageInfo.endCursor ?? null;
  }

  #forget(): void {
    this.refused = [];
    this.passedOver = [];
    this.refusal = '';
    this.expired = false;
    this.done = undefined;
  }

  async #during<Result>(step: ImportStep, work: () => Promise<Result>): Promise<Result> {
    this.step = step;
    this.startedAt = Date.now();
    try {
      return await work();
    } finally {
      this.step = undefined;
    }
  }

  #ask<Answer>(request: Request<Answer>): Promise<Answer> {
    return this.send(request, new AbortController().signal);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.failure = undefined;
    try {
      await work();
    } catch (failure) {
      this.failure = failure;
    }
  }
}
