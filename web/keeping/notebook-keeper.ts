import { ApiFailure, type Send } from '../api/client.js';
import { canonical, hashOf } from '../notebook/canonical.js';
import type { CellFormats } from '../notebook/cell-format.js';
import type { Notebook } from '../notebook/notebook.js';
import { forgetCopy, saveCopy, type Shelf } from '../notebook/saved.js';
import { toSpec } from '../notebook/to-spec.js';
import { createNotebook, notebook as askFor, saveNotebook, type Saved, type ServerNotebook } from './operations.js';

/** How safe the reader's edits are. */
export type Keeping =
  /** On the server since then. */
  | { readonly state: 'saved'; readonly at: Date }
  | { readonly state: 'saving' }
  /** The server does not answer; sent again until it does. `inBrowser`: a reload does not lose them meanwhile. */
  | { readonly state: 'away'; readonly inBrowser: boolean }
  /** The server does not take them, and says why. */
  | { readonly state: 'refused'; readonly message: string }
  /** Someone else has changed the notebook: the reader chooses. */
  | { readonly state: 'conflict'; readonly theirs: ServerNotebook };

/** Where the notebook stands when it is opened. */
export interface KeeperStart {
  readonly id: string;
  /** The revision on the server that the edits are based on; 0: it is not there yet. */
  readonly revision: number;
  readonly from: string | null;
  readonly notebook: Notebook;
  readonly keeping: Keeping;
}

/** Long enough that a drag is one save, short enough that an edit is saved within a second. */
const SAVE_AFTER = 300;
const RETRY_AFTER = [1000, 2000, 5000, 15_000];

/**
 * Keeps one notebook: every edit goes to the browser's store and then to the server, one request at a time, each based on
 * the revision before it. What the server does not have yet stays in the browser's store, so that neither a reload nor a
 * stopped server loses it.
 */
export class NotebookKeeper {
  readonly id: string;
  #revision: number;
  #notebook: Notebook;
  #keeping: Keeping;
  #sending = false;
  /** The hash of what was sent and not answered. */
  #onTheWay: string | null = null;
  #failures = 0;
  /** Whether there are edits that have not been sent. */
  #open = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #from: string | null;

  constructor(
    private readonly send: Send,
    private readonly shelf: Shelf,
    private readonly formats: CellFormats,
    { id, revision, from, notebook, keeping }: KeeperStart,
    private readonly onchange: (keeping: Keeping) => void,
  ) {
    this.id = id;
    this.#revision = revision;
    this.#from = from;
    this.#notebook = notebook;
    this.#keeping = keeping;
    if (keeping.state === 'conflict') this.#open = true;
  }

  /** The revision on the server that holds the notebook as it is; undefined while there are edits that it does not hold. */
  get savedRevision(): number | undefined {
    return this.#keeping.state === 'saved' && !this.#open ? this.#revision : undefined;
  }

  /** Takes an edit in; it is saved soon. */
  edit(notebook: Notebook): void {
    this.#notebook = notebook;
    this.#open = true;
    if (this.#keeping.state === 'conflict') {
      this.#shelve();
      return;
    }
    if (this.#keeping.state !== 'away') this.#tell({ state: 'saving' });
    this.#sendAfter(SAVE_AFTER);
  }

  /** Sends what waits at once, as when the server is back. */
  retry(): void {
    if (this.#open && this.#keeping.state !== 'conflict') this.#sendAfter(0);
  }

  /** The page is about to go: what the server does not have stays in the browser. */
  leave(): void {
    if (this.#open || this.#sending) this.#shelve();
  }

  /** Ends a conflict: what was chosen, the reader's own or the other state, follows upon the other one, which stays a version. */
  choose(notebook: Notebook): void {
    if (this.#keeping.state !== 'conflict') return;
    this.#revision = this.#keeping.theirs.revision;
    this.#tell({ state: 'saving' });
    this.edit(notebook);
  }

  /** The edits go on elsewhere: nothing is sent from here any more. */
  letGo(): void {
    clearTimeout(this.#timer);
    this.#open = false;
    forgetCopy(this.shelf, this.id);
  }

  #tell(keeping: Keeping): void {
    this.#keeping = keeping;
    this.onchange(keeping);
  }

  #sendAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), milliseconds);
  }

  /** Puts the edits into the browser's store. @returns whether it takes them */
  #shelve(): boolean {
    try {
      const copy = { notebook: this.#notebook, revision: this.#revision, from: this.#from, onTheWay: this.#onTheWay };
      saveCopy(this.shelf, this.id, copy, this.formats, new Date());
      return true;
    } catch {
      return false;
    }
  }

  async #send(): Promise<void> {
    // The reply to the one before comes first: it tells the revision that this one is based on.
    if (this.#sending) return;
    this.#sending = true;
    this.#open = false;
    this.#onTheWay = hashOf(toSpec(this.#notebook, this.formats));
    const inBrowser = this.#shelve();
    let outcome: Keeping;
    try {
      outcome = await this.#save(this.#notebook);
      this.#failures = 0;
      this.#onTheWay = null;
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      outcome = { state: 'away', inBrowser };
    } finally {
      this.#sending = false;
    }
    this.#settle(outcome);
  }

  #settle(outcome: Keeping): void {
    if (outcome.state === 'saved' && this.#open) {
      this.#shelve();
      this.#sendAfter(0);
      return;
    }
    if (outcome.state === 'saved') forgetCopy(this.shelf, this.id);
    else this.#open = true;
    if (outcome.state === 'away') this.#sendAfter(RETRY_AFTER[Math.min(this.#failures++, RETRY_AFTER.length - 1)]!);
    this.#tell(outcome);
  }

  async #save(notebook: Notebook): Promise<Keeping> {
    const { signal } = new AbortController();
    const spec = toSpec(notebook, this.formats);
    if (this.#revision === 0) {
      const { createNotebook: created } = await this.send(createNotebook({ id: this.id, from: this.#from, spec }), signal);
      if (created.notebook?.revision === 1) return this.#savedAs(1, created.notebook.updatedAt);
      // The id is this page's own choice: where it is taken, an earlier creation went through and its answer was lost.
      if (!created.notebook && created.userErrors[0]?.code !== 'NOTEBOOK_ID_TAKEN') return refusal(created.userErrors);
      this.#revision = 1;
    }
    const { saveNotebook: saved } = await this.send(saveNotebook({ id: this.id, revision: this.#revision, spec }), signal);
    return this.#outcomeOf(saved, canonical(spec), signal);
  }

  async #outcomeOf({ notebook, savedRevision, conflict, userErrors }: Saved, text: string, signal: AbortSignal): Promise<Keeping> {
    if (conflict) return this.#against(conflict, text);
    if (!notebook || savedRevision === null) return refusal(userErrors);
    if (notebook.revision === savedRevision) return this.#savedAs(savedRevision, notebook.updatedAt);
    // It was saved, and someone else has saved since.
    const { notebook: theirs } = await this.send(askFor(this.id), signal);
    return theirs ? this.#against(theirs, text) : refusal(userErrors);
  }

  #against(theirs: ServerNotebook, text: string): Keeping {
    return canonical(theirs.spec) === text
      ? this.#savedAs(theirs.revision, theirs.updatedAt ?? new Date().toISOString())
      : { state: 'conflict', theirs };
  }

  #savedAs(revision: number, updatedAt: string): Keeping {
    this.#revision = revision;
    return { state: 'saved', at: new Date(updatedAt) };
  }
}

const refusal = (errors: readonly { readonly message: string }[]): Keeping => ({
  state: 'refused',
  message: errors.map(({ message }) => message).join(' '),
});
