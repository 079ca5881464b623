import type { Send } from '../api/client.js';
import { counties, villages, type County, type Village } from '../api/operations.js';
import {
  entries,
  entryTitles,
  projectNames,
  registers,
  removeEntry,
  saveEntry,
  type Entry,
  type EntryFilter,
  type EntryPage,
  type NamedEntry,
  type ProjectName,
  type Register,
} from './operations.js';
import { PANELS, type PanelName } from './panels.js';
import { advanceProject, type LibraryProject } from './projects/project-library.js';
import { faultsOf, type FormFaults } from './entry-form.js';

const PAGE = 100;
const BY = 'registers/by';

/** The browser's store: it remembers who writes. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** The registers of a county as the server holds them, and what a reader does to them. */
export class RegisterDesk {
  all = $state.raw<readonly Register[]>([]);
  county = $state.raw<County | undefined>();
  villages = $state.raw<readonly Village[]>([]);
  projects = $state.raw<readonly ProjectName[]>([]);
  /** The overview that is open instead of a register. */
  panel = $state.raw<PanelName | undefined>();
  /** The register that is open. */
  register = $state.raw<Register | undefined>();
  filter = $state.raw<EntryFilter>({});
  shown = $state.raw<readonly Entry[]>([]);
  total = $state(0);
  loading = $state(true);
  failure = $state.raw<unknown>();
  /** Entries that fields of the open register refer to, by that register's name. */
  titles = $state.raw<ReadonlyMap<string, readonly NamedEntry[]>>(new Map());
  by = $state('');
  /** The register or overview that was last asked for. */
  #wanted = '';
  #cursor: string | null = null;
  #asked = 0;
  hasMore = $state(false);

  constructor(
    private readonly send: Send,
    private readonly shelf: Shelf,
  ) {
    this.by = shelf.getItem(BY) ?? '';
  }

  /** @param name as in `choose`; left out, what was last asked for */
  async open(name = this.#wanted): Promise<void> {
    this.#wanted = name;
    this.failure = undefined;
    try {
      const { signal } = new AbortController();
      const [known, loaded] = await Promise.all([this.send(registers(), signal), this.send(counties(), signal)]);
      this.all = known.registers;
      this.county = loaded.counties[0];
      // Not the name that it was opened with: a reader may have gone elsewhere meanwhile.
      await Promise.all([this.choose(this.#wanted), this.#loadChoices(signal)]);
    } catch (failure) {
      this.failure = failure;
      this.loading = false;
    }
  }

  /** What the forms offer: the county's villages and projects. */
  async #loadChoices(signal: AbortSignal): Promise<void> {
    if (!this.county) return;
    const [roster, library] = await Promise.all([
      this.send(villages(this.county.code), signal),
      this.send(projectNames(this.county.code), signal),
    ]);
    this.villages = roster.villages.nodes;
    this.projects = library.projects.nodes;
  }

  /** @param name a register's or an overview's; without one the first overview opens */
  async choose(name: string): Promise<void> {
    this.#wanted = name;
    this.panel = name === '' ? PANELS[0] : PANELS.find((panel) => panel === name);
    if (this.panel) {
      this.loading = false;
      return;
    }
    this.register = this.all.find((register) => register.name === name) ?? this.all[0];
    this.filter = {};
    await Promise.all([this.#load(null), this.#loadTitles()]);
  }

  narrow(filter: EntryFilter): Promise<void> {
    this.filter = filter;
    return this.#load(null);
  }

  more(): Promise<void> {
    return this.#load(this.#cursor);
  }

  /** Keeps an entry; what is wrong with it comes back by field, and nothing is written then. */
  async save(entry: Entry | undefined, fields: Readonly<Record<string, unknown>>, reason: string): Promise<FormFaults> {
    this.shelf.setItem(BY, this.by);
    const stand = entry ? { id: entry.id, revision: entry.revision } : { county: this.county?.code };
    const input = { ...stand, ...fields, by: this.by || null, ...(reason ? { reason } : {}) };
    const { saved } = await this.send(saveEntry(this.register!, this.all, input), new AbortController().signal);
    if (!saved.userErrors.length) await this.#load(null);
    return faultsOf(saved.userErrors);
  }

  /** Keeps a new entry of a register that is not the open one. */
  async add(register: Register, fields: Readonly<Record<string, unknown>>): Promise<FormFaults> {
    this.shelf.setItem(BY, this.by);
    const input = { county: this.county?.code, ...fields, by: this.by || null };
    const { saved } = await this.send(saveEntry(register, this.all, input), new AbortController().signal);
    return faultsOf(saved.userErrors);
  }

  async remove({ id, revision }: Entry): Promise<FormFaults> {
    const input = { id, revision, by: this.by || null };
    const { saved } = await this.send(removeEntry(this.register!, input), new AbortController().signal);
    if (!saved.userErrors.length) await this.#load(null);
    return faultsOf(saved.userErrors);
  }

  /** Writes a decision on a project down; what is wrong with it comes back by field. */
  async advance(project: Pick<LibraryProject, 'code' | 'stage'>, fields: Readonly<Record<string, unknown>>): Promise<FormFaults> {
    this.shelf.setItem(BY, this.by);
    const input = { ...fields, project: project.code, stage: project.stage, by: this.by || null };
    const { advanceProject: done } = await this.send(advanceProject(input), new AbortController().signal);
    return faultsOf(done.userErrors);
  }

  /** Every entry that matches, for a download. */
  async everyEntry(): Promise<readonly Entry[]> {
    const found: Entry[] = [];
    for (let after: string | null = null; ;) {
      const asked = entries(this.register!, this.all, { scope: this.#scope, where: this.filter, first: 1000, after });
      const { page }: { page: EntryPage } = await this.send(asked, new AbortController().signal);
      found.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return found;
      after = page.pageInfo.endCursor;
    }
  }

  get #scope(): readonly string[] {
    return this.county ? [this.county.code] : [];
  }

  async #load(after: string | null): Promise<void> {
    const { register } = this;
    if (!register) return;
    this.#asked += 1;
    const asked = this.#asked;
    this.loading = true;
    this.failure = undefined;
    try {
      const { page } = await this.send(
        entries(register, this.all, { scope: this.#scope, where: this.filter, first: PAGE, after }),
        new AbortController().signal,
      );
      // An answer that a later question has overtaken is dropped.
      if (asked !== this.#asked) return;
      this.shown = after === null ? page.nodes : [...this.shown, ...page.nodes];
      this.total = page.totalCount;
      this.hasMore = page.pageInfo.hasNextPage;
      this.#cursor = page.pageInfo.endCursor;
    } catch (failure) {
      if (asked === this.#asked) this.failure = failure;
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
  }

  async #loadTitles(): Promise<void> {
    const { register, county } = this;
    if (!register || !county) return;
    const wanted = [...new Set(register.fields.flatMap((field) => (field.register ? [field.register] : [])))];
    const lists = await Promise.all(
      wanted.map(async (name) => {
        const other = this.all.find((one) => one.name === name)!;
        const { page } = await this.send(entryTitles(other, county.code), new AbortController().signal);
        return [name, page.nodes] as const;
      }),
    );
    if (register === this.register) this.titles = new Map(lists);
  }
}
