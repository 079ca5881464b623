import type { Send } from '../api/client.js';
import { counties, notebooks, villages, workspace, type County, type NotebookDocument } from '../api/operations.js';
import { CELL_KINDS } from '../cells/registry.js';
import { scenarioDefaults } from '../cells/scenario-defaults.js';
import { reading } from '../i18n/language.svelte.js';
import { copyOfMine } from '../keeping/copy-of-mine.js';
import { differencesOf } from '../keeping/difference.js';
import { freeNotebookId } from '../keeping/free-notebook-id.js';
import { NotebookKeeper, type KeeperStart, type Keeping } from '../keeping/notebook-keeper.js';
import { openingOf, type Opening } from '../keeping/open-notebook.js';
import { notebook as askFor, type ServerNotebook } from '../keeping/operations.js';
import type { Notebook } from '../notebook/notebook.js';
import { forgetCopy, loadCopy, type Loaded, type Shelf } from '../notebook/saved.js';
import { toNotebook } from '../notebook/to-notebook.js';
import { linkTo, type SharedLink } from '../sharing/shared-link.js';
import { notebookVersion, type Version } from '../versions/operations.js';
import { Versions } from '../versions/versions.svelte.js';
import { loadPreferences, savePreferences, type Preferences } from '../frame/preferences.js';
import { NotebookSession } from './session.svelte.js';

/** Where the notebook of the workspace that was open last is remembered. */
const LAST = 'last-notebook';

/** The address of the page: which notebook it names, and how it comes to name another. */
export interface Address {
  /** Undefined: none. */
  readonly notebook: string | undefined;
  /** The state of a notebook that it opens to be read; undefined: to be edited. */
  readonly shared: SharedLink | undefined;
  show(notebook: string): void;
}

interface Chosen {
  readonly own: Extract<Opening, { found: 'notebook' }> | undefined;
  /** The example that is shown, or that the notebook was copied from. */
  readonly example: NotebookDocument | undefined;
}

/**
 * The page as a whole: opens a notebook of the workspace or an example, and keeps it. An example is never changed: the
 * first edit makes a copy at once, so that sliders answer from the first second.
 */
export class Workbench {
  session = $state.raw<NotebookSession | undefined>();
  county = $state.raw<County | undefined>();
  failure = $state.raw<unknown>();
  /** There is no county to work on. */
  empty = $state(false);
  /** Why the notebook that the address names is not shown. */
  absent = $state.raw<'missing' | 'binned' | undefined>();
  /** How safe the edits are; undefined while an example is shown. */
  keeping = $state.raw<Keeping | undefined>();
  /** A saved copy that could not be read and was put aside. */
  kept = $state.raw<Extract<Loaded, { found: 'unreadable' }> | undefined>();
  /** The link by which the notebook was opened to be read: nothing is saved. */
  link = $state.raw<SharedLink | undefined>();
  /** The state that the link names is not kept any more. */
  stateGone = $state(false);
  /** There is not even an example. */
  isBlank = $state(false);
  /** The version that is looked at instead of the present state. */
  past = $state.raw<{ readonly savedAt: string; readonly session: NotebookSession } | undefined>();
  /** The present state, or the version that is looked at. */
  readonly shown = $derived(this.past?.session ?? this.session);
  /** What the server keeps of the notebook; undefined while an example is shown. */
  versions = $state.raw<Versions | undefined>();
  preferences = $state.raw<Preferences>({ language: 'zh-CN', theme: 'auto', unit: 'wan' });
  /** The example that is shown, or that the notebook was copied from. */
  #example = $state.raw<Notebook | undefined>();
  readonly hasExample = $derived(this.#example !== undefined);
  readonly isExample = $derived(this.#example !== undefined && this.keeping === undefined && this.link === undefined);
  /** The other state of the notebook, where someone else has changed it, too. */
  readonly conflict = $derived(this.keeping?.state === 'conflict' ? this.#readConflict(this.keeping.theirs) : undefined);
  #keeper: NotebookKeeper | undefined;
  /** What the next keeper's notebook is a copy of. */
  #from: string | null = null;

  constructor(
    private readonly send: Send,
    private readonly shelf: Shelf,
    private readonly address: Address,
  ) {
    this.prefer(loadPreferences(shelf));
  }

  async open(): Promise<void> {
    this.failure = undefined;
    const { signal } = new AbortController();
    const { shared } = this.address;
    const revision = shared?.revision ?? null;
    const wanted = this.address.notebook ?? this.shelf.getItem(LAST) ?? undefined;
    try {
      const [loaded, documents, settings, found, state] = await Promise.all([
        this.send(counties(), signal),
        this.send(notebooks(), signal),
        this.send(workspace(), signal),
        wanted === undefined ? null : this.send(askFor(wanted), signal),
        shared === undefined || revision === null ? null : this.send(notebookVersion(shared.notebook, revision), signal),
      ]);
      const chosen = this.#choose(wanted, found?.notebook ?? null, documents.notebooks);
      if (!chosen) return;
      const { own, example } = chosen;
      const finished = example && toNotebook(example.spec, CELL_KINDS);
      const linked = state?.notebookVersion && toNotebook(state.notebookVersion.spec, CELL_KINDS);
      const shown = linked ?? own?.start.notebook ?? finished;
      const county = loaded.counties.find(({ code }) => code === shown?.county) ?? loaded.counties[0];
      const defaults = scenarioDefaults(settings.workspace.assumptions);
      if (!county) {
        this.empty = true;
        return;
      }
      const roster = await this.send(villages(county.code), signal);
      this.county = county;
      this.isBlank = shown === undefined;
      this.#example = finished;
      this.#from = example?.id ?? null;
      this.link = shared;
      this.stateGone = revision !== null && !linked;
      if (own && !shared) this.#keep(own.start);
      const notebook = shown ?? { title: reading.words.frame.blankTitle, county: county.code, cells: [] };
      this.session = new NotebookSession(this.send, county, roster.villages.nodes, defaults, notebook, (edited) => this.#edited(edited));
      if (shared) return;
      if (own?.waiting) this.#keeper?.edit(notebook);
      if (!own && example) this.#takeOldCopy(example.id);
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** The page is about to go: what the server does not have stays in the browser. */
  saveNow(): void {
    this.#keeper?.leave();
  }

  /** The way to the server may be open again. */
  retry(): void {
    this.#keeper?.retry();
  }

  /** The address that opens the notebook as it is now, to be read; undefined while the server does not hold it as it is. */
  linkToNow(): string | undefined {
    const revision = this.#keeper ? this.#keeper.savedRevision : (this.link?.revision ?? null);
    const notebook = this.#keeper?.id ?? this.link?.notebook ?? this.#from ?? undefined;
    if (revision === undefined || notebook === undefined) return undefined;
    return linkTo({ notebook, revision, dataVersion: this.session?.provenance?.dataVersion ?? null }, location.origin);
  }

  /** Copies that address, and says so. */
  async copyLink(): Promise<void> {
    const { copyLink } = await import('../sharing/take-away.js');
    if (this.session) await copyLink(this.session, this.linkToNow());
  }

  /** Saves what is on the page as one file that opens without the server. */
  async saveAsFile(): Promise<void> {
    const { saveAsFile } = await import('../sharing/take-away.js');
    if (this.shown) saveAsFile(this.shown);
  }

  /** Turns the example, or what a link opened to be read, into the reader's own copy, named so. */
  copyToEdit(): void {
    if (this.link) this.#from = this.link.notebook;
    this.link = undefined;
    this.session?.rename(reading.words.frame.copyOf(this.session.notebook.title));
    this.session?.done();
  }

  /** Puts the example back in place of the copy; undo brings the copy back. */
  restore(): void {
    if (!this.#example || !this.session) return;
    this.session.replace(this.#example);
    this.session.say(reading.words.frame.restored, true);
  }

  /** Of two states, goes on from the reader's own. */
  keepMine(): void {
    if (this.session) this.#keeper?.choose(this.session.notebook);
  }

  /** Of two states, goes on from the other one; undo brings the reader's own back. */
  takeTheirs(): void {
    const theirs = this.conflict?.notebook;
    if (!theirs || !this.session) return;
    this.#keeper?.choose(theirs);
    this.session.replace(theirs);
  }

  /** Goes on with the reader's own state in a notebook of its own; the one there was stays as it is on the server. */
  keepAsCopy(): void {
    const { session } = this;
    const old = this.#keeper;
    if (!session || !old) return;
    const notebook = copyOfMine(session.notebook);
    this.#keep({ id: freeNotebookId(), revision: 0, from: old.id, notebook, keeping: { state: 'saving' } });
    session.replace(notebook);
    this.#keeper?.leave();
    old.letGo();
  }

  /** Shows a version in place of the present state; the first edit goes on from it. */
  lookAt({ savedAt }: Version, notebook: Notebook): void {
    const { session } = this;
    if (!session) return;
    const { county, villages: roster, defaults } = session;
    const goOn = (edited: Notebook) => {
      this.past = undefined;
      session.replace(edited);
    };
    this.past = { savedAt, session: new NotebookSession(this.send, county, roster, defaults, notebook, goOn) };
  }

  backToNow(): void {
    this.past = undefined;
  }

  /** Makes the version that is looked at the present state. */
  restorePast(): void {
    if (this.past) this.restoreVersion(this.past, this.past.session.notebook);
  }

  /** Puts a version in place of the present state; undo brings that back. */
  restoreVersion({ savedAt }: { readonly savedAt: string }, notebook: Notebook): void {
    this.past = undefined;
    this.session?.replace(notebook);
    this.session?.say(reading.words.frame.versionRestored(reading.format.moment(new Date(savedAt))), true);
  }

  prefer(part: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...part };
    reading.language = this.preferences.language;
    reading.unit = this.preferences.unit;
    savePreferences(this.shelf, this.preferences);
  }

  /** What to open: the notebook that is wanted, else an example; undefined where the address names one that is not to be had. */
  #choose(wanted: string | undefined, server: ServerNotebook | null, examples: readonly NotebookDocument[]): Chosen | undefined {
    const exampleOf = (id: string | null | undefined) => examples.find((example) => example.id === id);
    if (wanted !== undefined && !exampleOf(wanted)) {
      const copy = loadCopy(this.shelf, wanted, CELL_KINDS, new Date());
      if (copy.found === 'unreadable') this.kept = copy;
      const opening = openingOf(wanted, server, copy, CELL_KINDS);
      if (opening.found === 'notebook') return { own: opening, example: exampleOf(opening.start.from) };
      // What was open last may be gone since; only what the address names is missed.
      if (this.address.notebook !== undefined) {
        this.absent = opening.found;
        return undefined;
      }
    }
    const readable = examples.find(({ language }) => (language ?? 'zh-CN') === reading.language);
    return { own: undefined, example: exampleOf(wanted) ?? readable ?? examples[0] };
  }

  /** Takes in edits to an example that were kept in this browser alone before notebooks were kept on the server. */
  #takeOldCopy(example: string): void {
    const copy = loadCopy(this.shelf, example, CELL_KINDS, new Date());
    if (copy.found === 'unreadable') this.kept = copy;
    if (copy.found !== 'copy' || !this.session) return;
    this.session.replace(copy.notebook);
    this.saveNow();
    forgetCopy(this.shelf, example);
  }

  #edited(notebook: Notebook): void {
    if (this.link) return;
    if (!this.#keeper) this.#keep({ id: freeNotebookId(), revision: 0, from: this.#from, notebook, keeping: { state: 'saving' } });
    this.#keeper?.edit(notebook);
  }

  #keep(start: KeeperStart): void {
    const keeper: NotebookKeeper = new NotebookKeeper(this.send, this.shelf, CELL_KINDS, start, (keeping) => {
      if (this.#keeper === keeper) this.keeping = keeping;
    });
    this.#keeper = keeper;
    this.keeping = start.keeping;
    this.versions = new Versions(this.send, start.id);
    this.address.show(start.id);
    try {
      this.shelf.setItem(LAST, start.id);
    } catch {
      // A full store: the address still names the notebook.
    }
  }

  #readConflict(theirs: ServerNotebook) {
    try {
      const notebook = toNotebook(theirs.spec, CELL_KINDS);
      const differences = this.session ? differencesOf(notebook, this.session.notebook, CELL_KINDS) : [];
      return { theirs, notebook, differences };
    } catch {
      // Written by a later program: it stays where it is, and the reader's own can go elsewhere.
      return { theirs, notebook: undefined, differences: undefined };
    }
  }
}
