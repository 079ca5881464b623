import type { Send } from '../api/client.js';
import { counties, notebooks, villages, type County } from '../api/operations.js';
import { CELL_KINDS } from '../cells/registry.js';
import { reading } from '../i18n/language.svelte.js';
import { canonical } from '../notebook/canonical.js';
import type { Notebook } from '../notebook/notebook.js';
import { forgetCopy, loadCopy, saveCopy, type Loaded, type Shelf } from '../notebook/saved.js';
import { toNotebook } from '../notebook/to-notebook.js';
import { toSpec } from '../notebook/to-spec.js';
import { loadPreferences, savePreferences, type Preferences } from './preferences.js';
import { NotebookSession } from './session.svelte.js';

const SAVE_AFTER = 400;
const BLANK = 'blank';

/**
 * The page as a whole: opens the finished example or the reader's own copy of it, and saves. The example itself is never
 * changed: the first edit makes a copy at once, so that sliders answer from the first second; a copy that is edited back
 * to the example is no copy any more.
 */
export class Workbench {
  session = $state.raw<NotebookSession | undefined>();
  county = $state.raw<County | undefined>();
  failure = $state.raw<unknown>();
  /** There is no county to work on. */
  empty = $state(false);
  savedAt = $state.raw<Date | undefined>();
  cannotSave = $state(false);
  /** A saved copy that could not be read and was put aside. */
  kept = $state.raw<Extract<Loaded, { found: 'unreadable' }> | undefined>();
  preferences = $state.raw<Preferences>({ language: 'zh-CN', theme: 'auto', unit: 'wan' });
  #example = $state.raw<Notebook | undefined>();
  readonly hasExample = $derived(this.#example !== undefined);
  readonly isExample = $derived(this.#example !== undefined && this.savedAt === undefined && !this.cannotSave);
  #id = BLANK;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly send: Send,
    private readonly shelf: Shelf,
  ) {
    this.prefer(loadPreferences(shelf));
  }

  async open(): Promise<void> {
    this.failure = undefined;
    const { signal } = new AbortController();
    try {
      const [loaded, documents] = await Promise.all([this.send(counties(), signal), this.send(notebooks(), signal)]);
      const document = documents.notebooks[0];
      const example = document && toNotebook(document.spec, CELL_KINDS);
      const county = loaded.counties.find(({ code }) => code === example?.county) ?? loaded.counties[0];
      if (!county) {
        this.empty = true;
        return;
      }
      const roster = await this.send(villages(county.code), signal);
      this.#id = document?.id ?? BLANK;
      this.#example = example;
      const copy = loadCopy(this.shelf, this.#id, CELL_KINDS, new Date());
      if (copy.found === 'unreadable') this.kept = copy;
      if (copy.found === 'copy') this.savedAt = copy.savedAt;
      const blank: Notebook = { title: reading.words.frame.blankTitle, county: county.code, cells: [] };
      const notebook = copy.found === 'copy' ? copy.notebook : (example ?? blank);
      this.county = county;
      this.session = new NotebookSession(this.send, county, roster.villages.nodes, notebook, () => this.#saveSoon());
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** Saves at once what is still waiting to be saved. */
  saveNow(): void {
    if (this.#saveTimer === undefined) return;
    clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    this.#save();
  }

  /** Turns the example into the reader's own copy, named so. */
  copyToEdit(): void {
    this.session?.rename(reading.words.frame.copyOf(this.session.notebook.title));
    this.session?.done();
  }

  /** Puts the example back in place of the copy; undo brings the copy back. */
  restore(): void {
    if (!this.#example || !this.session) return;
    this.session.replace(this.#example);
    this.session.say(reading.words.frame.restored, true);
  }

  prefer(part: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...part };
    reading.language = this.preferences.language;
    reading.unit = this.preferences.unit;
    savePreferences(this.shelf, this.preferences);
  }

  #saveSoon(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => {
      this.#saveTimer = undefined;
      this.#save();
    }, SAVE_AFTER);
  }

  #save(): void {
    const { session } = this;
    if (!session) return;
    try {
      if (this.#example && canonical(toSpec(session.notebook, CELL_KINDS)) === canonical(toSpec(this.#example, CELL_KINDS))) {
        forgetCopy(this.shelf, this.#id);
        this.savedAt = undefined;
      } else {
        const now = new Date();
        saveCopy(this.shelf, this.#id, session.notebook, CELL_KINDS, now);
        this.savedAt = now;
      }
      this.cannotSave = false;
    } catch {
      this.cannotSave = true;
    }
  }
}
