import { randomUUID } from 'node:crypto';
import { canonicalJson } from '../base/canonical-json.js';
import { Problem, type Language } from '../base/errors/problem.js';
import { contentHash } from '../base/hashing.js';
import { checkNotebook, NOTEBOOK_FORMAT, type NotebookForm } from '../notebook/check-notebook.js';
import { checkName } from '../notebook/check-name.js';
import { parseNotebook } from '../notebook/notebook-yaml.js';
import {
  countNamedVersions,
  findNotebookVersion,
  listNotebookVersions,
  nameNotebookVersion,
  readVersionSpecs,
  type NotebookVersionPage,
  type NotebookVersionRecord,
} from '../store/notebook-versions.js';
import {
  countNotebooks,
  createNotebook,
  deleteFromBin,
  findNotebook,
  listNotebooks,
  saveNotebook,
  setInBin,
  type NotebookPage,
  type NotebookRecord,
  type SaveOutcome,
} from '../store/notebooks.js';
import type { Store } from '../store/store.js';
import type { ExampleNotebook, Examples } from './examples.js';

const MOST_NOTEBOOKS = 10_000;
const MOST_NAMED_VERSIONS = 200;
const MOST_EDITOR = 40;
const MOST_VERSION_NAME = 80;
const ID_LENGTH = { least: 8, most: 64 } as const;
const UNTITLED: Readonly<Record<Language, string>> = { zh: '未命名的笔记本', en: 'Untitled notebook' };

/** Where a new notebook comes from. */
export interface NotebookCreation {
  /** Chosen by the sender, so that sending again creates nothing twice. */
  readonly id?: string | null | undefined;
  readonly title?: string | null | undefined;
  /** A notebook or example to copy; with a content of its own, only where that came from. */
  readonly from?: string | null | undefined;
  /** YAML. */
  readonly source?: string | null | undefined;
  readonly spec?: unknown;
  readonly editor?: string | null | undefined;
}

export interface NotebookSave {
  readonly id: string;
  /** The revision that the change is based on. */
  readonly revision: number;
  readonly spec: unknown;
  readonly editor?: string | null | undefined;
}

/** The notebooks of the workspace; examples are never changed. Problems name their place in what was sent. */
export class Notebooks {
  constructor(
    private readonly store: Store,
    private readonly examples: Examples,
    private readonly now: () => Date = () => new Date(),
  ) {}

  listExamples(): Promise<ExampleNotebook[]> {
    return this.examples.notebooks();
  }

  list(query: Parameters<typeof listNotebooks>[1]): Promise<NotebookPage> {
    return listNotebooks(this.#db, query);
  }

  async example(id: string): Promise<ExampleNotebook | undefined> {
    return (await this.examples.notebooks()).find((notebook) => notebook.id === id);
  }

  find(id: string): Promise<NotebookRecord | undefined> {
    return findNotebook(this.#db, id);
  }

  async create(creation: NotebookCreation, language: Language): Promise<NotebookRecord> {
    const id = await this.#freeId(creation.id ?? randomUUID());
    const editor = checkName(creation.editor, MOST_EDITOR, ['editor']);
    const { title, county, text } = await this.#contentOf(creation, language);
    const count = await countNotebooks(this.#db);
    if (count >= MOST_NOTEBOOKS) throw new Problem('TOO_MANY_NOTEBOOKS', { value: count, most: MOST_NOTEBOOKS });
    const origin = creation.from ?? null;
    const creationHash = contentHash(canonicalJson([text, origin]));
    const created = await createNotebook(this.#db, { id, title, county, origin, creationHash, spec: text, editor, at: this.now() });
    if (!created) throw new Problem('NOTEBOOK_ID_TAKEN', { value: id }, ['id']);
    return created;
  }

  async save({ id, revision, spec, editor }: NotebookSave): Promise<Extract<SaveOutcome, { outcome: 'saved' | 'conflict' }>> {
    await this.#refuseExample(id);
    const form = checkNotebook(spec, { place: ['spec'] });
    return this.#save(id, revision, form, checkName(editor, MOST_EDITOR, ['editor']));
  }

  /** Saves what a version holds as the next revision. */
  async restoreVersion(
    id: string,
    version: number,
    revision: number,
    editor?: string | null,
  ): Promise<Extract<SaveOutcome, { outcome: 'saved' | 'conflict' }>> {
    await this.#existing(id);
    const [text] = await readVersionSpecs(this.#db, [{ notebook: id, revision: version }]);
    if (text === undefined) throw new Problem('UNKNOWN_NOTEBOOK_VERSION', { value: version }, ['version']);
    return this.#save(id, revision, checkNotebook(JSON.parse(text)), checkName(editor, MOST_EDITOR, ['editor']));
  }

  async listVersions(
    notebook: string,
    page: { readonly first: number; readonly before?: number | undefined },
  ): Promise<NotebookVersionPage> {
    return listNotebookVersions(this.#db, notebook, page);
  }

  findVersion(notebook: string, revision: number): Promise<NotebookVersionRecord | undefined> {
    return findNotebookVersion(this.#db, notebook, revision);
  }

  async nameVersion(id: string, revision: number, name: string | null | undefined): Promise<NotebookVersionRecord> {
    await this.#existing(id);
    const checked = checkName(name, MOST_VERSION_NAME, ['name']);
    if (checked !== null) {
      const count = await countNamedVersions(this.#db, id);
      if (count >= MOST_NAMED_VERSIONS) throw new Problem('TOO_MANY_NAMED_VERSIONS', { value: count, most: MOST_NAMED_VERSIONS });
    }
    const version = await nameNotebookVersion(this.#db, id, revision, checked);
    if (!version) throw new Problem('UNKNOWN_NOTEBOOK_VERSION', { value: revision }, ['revision']);
    return version;
  }

  async setInBin(id: string, inBin: boolean): Promise<NotebookRecord> {
    await this.#existing(id);
    const notebook = await setInBin(this.#db, id, inBin ? this.now() : null);
    if (!notebook) throw unknownNotebook(id);
    return notebook;
  }

  async deleteForGood(id: string): Promise<void> {
    const { title } = await this.#existing(id);
    if (!(await deleteFromBin(this.#db, id))) throw new Problem('NOTEBOOK_NOT_IN_BIN', { value: title }, ['id']);
  }

  get #db() {
    return this.store.db;
  }

  async #save(
    id: string,
    revision: number,
    { title, county, text }: NotebookForm,
    editor: string | null,
  ): Promise<Extract<SaveOutcome, { outcome: 'saved' | 'conflict' }>> {
    const saved = await saveNotebook(this.#db, id, revision, { title, county, spec: text, editor, at: this.now() });
    if (saved.outcome === 'unknown') throw unknownNotebook(id);
    if (saved.outcome === 'in-bin') throw new Problem('NOTEBOOK_IN_BIN', { value: saved.notebook.title }, ['id']);
    if (revision > saved.notebook.revision || revision < 1)
      throw new Problem('NOTEBOOK_REVISION', { value: revision, most: saved.notebook.revision }, ['revision']);
    return saved;
  }

  async #freeId(id: string): Promise<string> {
    if (!/^[a-z0-9-]+$/.test(id) || id.length < ID_LENGTH.least || id.length > ID_LENGTH.most)
      throw new Problem('NOTEBOOK_ID', { value: id.slice(0, 80), ...ID_LENGTH }, ['id']);
    if (await this.example(id)) throw new Problem('NOTEBOOK_ID_TAKEN', { value: id }, ['id']);
    return id;
  }

  async #refuseExample(id: string): Promise<void> {
    const example = await this.example(id);
    if (example) throw new Problem('NOTEBOOK_IS_EXAMPLE', { value: example.title }, ['id']);
  }

  async #existing(id: string): Promise<NotebookRecord> {
    await this.#refuseExample(id);
    const notebook = await this.find(id);
    if (!notebook) throw unknownNotebook(id);
    return notebook;
  }

  async #contentOf({ title, from, source, spec }: NotebookCreation, language: Language): Promise<NotebookForm> {
    const given = (spec ?? null) !== null;
    if (given && (source ?? null) !== null) throw new Problem('NOTEBOOK_CONTENT', {});
    const origin = (from ?? null) === null ? undefined : await this.#specOf(from!);
    if (given) return checkNotebook(titled(spec, title), { place: ['spec'] });
    if ((source ?? null) !== null) {
      const { spec: written, lineOf } = parseNotebook(source!);
      return checkNotebook(titled(written, title), { lineOf, place: ['source'] });
    }
    const content = origin ?? { notebook: NOTEBOOK_FORMAT, title: UNTITLED[language], cells: [] };
    return checkNotebook(titled(content, title));
  }

  async #specOf(id: string): Promise<unknown> {
    const example = await this.example(id);
    if (example) return example.spec;
    const notebook = await this.find(id);
    const [text] = notebook ? await readVersionSpecs(this.#db, [{ notebook: id, revision: notebook.revision }]) : [];
    if (text === undefined) throw new Problem('UNKNOWN_NOTEBOOK', { value: id }, ['from']);
    return JSON.parse(text) as unknown;
  }
}

const unknownNotebook = (id: string): Problem => new Problem('UNKNOWN_NOTEBOOK', { value: id.slice(0, 80) }, ['id']);

/** The spec under another title, where one is given. */
const titled = (spec: unknown, title: string | null | undefined): unknown =>
  (title ?? null) === null || typeof spec !== 'object' || spec === null ? spec : { ...spec, title };
