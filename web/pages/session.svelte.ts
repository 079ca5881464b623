import { SvelteMap } from 'svelte/reactivity';
import type { County, Village } from '../api/operations.js';
import type { Send } from '../api/client.js';
import type { CellHost } from '../cells/cell-host.js';
import { CELL_KINDS, kindOf, provenanceOf } from '../cells/registry.js';
import type { ScenarioDefaults } from '../cells/scenario-defaults.js';
import { reading } from '../i18n/language.svelte.js';
import { withReference } from '../notebook/cell-format.js';
import { duplicateCell, freeId, insertCell, moveCell, moveCellTo, removeCell, replaceCell } from '../notebook/edit.js';
import type { Reference } from '../notebook/fields.js';
import { blockOf, type Block } from '../notebook/graph.js';
import { CellDrag } from './cell-drag.svelte.js';
import { change, endGesture, redo, startHistory, undo, type History } from '../notebook/history.js';
import { findCell, type Cell, type Notebook } from '../notebook/notebook.js';
import { NO_RUN, Runs, type Run } from '../notebook/runs.js';

/** A short word at the foot of the page, with the way back. */
export interface Toast {
  readonly text: string;
  readonly undo: boolean;
}

const TOAST_STAYS = 8000;

/** One open notebook: its history, what its cells show, and everything a reader can do to it. */
export class NotebookSession implements CellHost {
  #history = $state.raw<History<Notebook>>(startHistory({ title: '', county: null, cells: [] }));
  readonly #runViews = new SvelteMap<string, Run>();
  readonly #faults = new SvelteMap<string, ReadonlyMap<string, string>>();
  readonly #runs: Runs;
  #toastTimer: ReturnType<typeof setTimeout> | undefined;
  toast = $state.raw<Toast | undefined>();
  /** What is said of a change that only eyes see, to who listens. */
  spoken = $state('');
  /** Where the menu of new cells is open: behind this cell, null before the first. */
  inserting = $state.raw<string | null | undefined>();
  readonly drag = new CellDrag();
  /** The cell that has the focus, or had it last. */
  current: string | undefined;
  /** The cell to bring into view and give the focus. */
  attention = $state.raw<string | undefined>();

  readonly notebook = $derived(this.#history.present);
  /** Where the numbers come from, once something has been projected. */
  readonly provenance = $derived(
    this.notebook.cells.map((cell) => provenanceOf(this.runOf(cell).answers)).find((one) => one !== undefined),
  );
  readonly canUndo = $derived(this.#history.past.length > 0);
  readonly canRedo = $derived(this.#history.future.length > 0);

  /** @param onchange called after every change, undo and redo included */
  constructor(
    readonly send: Send,
    readonly county: County,
    readonly villages: readonly Village[],
    readonly defaults: ScenarioDefaults,
    notebook: Notebook,
    private readonly onchange: (notebook: Notebook) => void,
  ) {
    this.#runs = new Runs(send, (cell, run) => this.#runViews.set(cell, run));
    this.#history = startHistory(notebook);
    this.#runAll();
  }

  runOf(cell: Cell): Run {
    return this.#runViews.get(cell.id) ?? NO_RUN;
  }

  /** How a cell is called: by its title, else by its kind. */
  nameOf(cell: Cell): string {
    return cell.title || reading.of(kindOf(cell).words).kind;
  }

  blockOf(cell: Cell): Block | undefined {
    return blockOf(this.notebook, cell, new Set(this.#faults.keys()), CELL_KINDS);
  }

  edit<Edited extends Cell>(cell: Edited, gesture?: string): void {
    this.#change(replaceCell(this.notebook, cell), gesture);
  }

  change(notebook: Notebook, attention?: string): void {
    this.#change(notebook);
    this.attention = attention;
  }

  done(): void {
    this.#history = endGesture(this.#history);
  }

  rename(title: string): void {
    this.#change({ ...this.notebook, title }, 'title');
  }

  fault(cell: string, field: string, message: string | undefined): void {
    const faults = new Map(this.#faults.get(cell));
    if (faults.get(field) === message) return;
    if (message === undefined) faults.delete(field);
    else faults.set(field, message);
    if (faults.size > 0) this.#faults.set(cell, faults);
    else this.#faults.delete(cell);
    this.#runAll();
  }

  /** Adds a new cell behind another one; `after` null puts it first, undefined last. */
  add(kind: string, after?: string | null): string {
    const id = freeId(this.notebook, kind);
    const { fresh, words } = CELL_KINDS.get(kind)!;
    this.#change(insertCell(this.notebook, fresh(id, this, reading.of(words)), after));
    this.inserting = undefined;
    this.attention = id;
    return id;
  }

  /** What an empty notebook begins with: a scenario, and how the county and its villages come out. */
  addFirst(): void {
    let notebook = this.notebook;
    for (const kind of ['parameters', 'outcome', 'villages']) {
      const { fresh, words } = CELL_KINDS.get(kind)!;
      const place = { notebook, county: this.county, villages: this.villages, defaults: this.defaults };
      notebook = insertCell(notebook, fresh(freeId(notebook, kind), place, reading.of(words)));
    }
    this.change(notebook, notebook.cells.at(-3)?.id);
  }

  /** Adds the cell that another one refers to and that is not there, before it, and makes it refer to the new one. */
  addReferred(cell: Cell, reference: Reference): void {
    const kind = CELL_KINDS.get(reference.kinds[0] ?? '');
    if (!kind) return;
    const id = freeId(this.notebook, kind.kind);
    const before = this.notebook.cells[this.notebook.cells.findIndex((one) => one.id === cell.id) - 1]?.id ?? null;
    const added = insertCell(this.notebook, kind.fresh(id, this, reading.of(kind.words)), before);
    this.change(replaceCell(added, withReference(cell, reference.id, id, CELL_KINDS)), id);
  }

  remove(cell: Cell): void {
    this.#faults.delete(cell.id);
    this.#change(removeCell(this.notebook, cell.id));
    this.say(reading.words.cell.removed(this.nameOf(cell)), true);
  }

  duplicate(cell: Cell): void {
    const title = cell.title && reading.words.frame.copyOf(cell.title);
    const { notebook, id } = duplicateCell(this.notebook, cell, title);
    this.change(notebook, id);
  }

  move(cell: Cell, by: -1 | 1): void {
    this.#moved(cell, moveCell(this.notebook, cell.id, by));
  }

  /** Moves a cell into a gap: 0 is before the first, the number of cells behind the last. */
  moveTo(cell: Cell, gap: number): void {
    this.#moved(cell, moveCellTo(this.notebook, cell.id, gap));
  }

  #moved(cell: Cell, notebook: Notebook): void {
    if (notebook === this.notebook) return;
    this.change(notebook, cell.id);
    const place = notebook.cells.findIndex(({ id }) => id === cell.id) + 1;
    this.spoken = reading.words.cell.moved(this.nameOf(cell), place, notebook.cells.length);
  }

  fold(cell: Cell): void {
    this.#change(replaceCell(this.notebook, { ...cell, folded: !cell.folded }));
  }

  foldAll(folded: boolean): void {
    this.#change({ ...this.notebook, cells: this.notebook.cells.map((cell) => ({ ...cell, folded })) });
  }

  runNow(cell: Cell): void {
    this.#runs.runNow(cell.id);
  }

  /** Runs every cell that waits for a press. */
  runWaiting(): void {
    for (const cell of this.notebook.cells) if (this.runOf(cell).waiting) this.runNow(cell);
  }

  cancel(cell: Cell): void {
    this.#runs.cancel(cell.id);
  }

  undo(): void {
    this.#put(undo(this.#history));
    this.toast = undefined;
  }

  redo(): void {
    this.#put(redo(this.#history));
  }

  /** Puts another notebook in place as one change, so that undo brings the old one back. */
  replace(notebook: Notebook): void {
    this.#change(notebook);
  }

  say(text: string, withUndo: boolean): void {
    clearTimeout(this.#toastTimer);
    this.toast = { text, undo: withUndo };
    this.#toastTimer = setTimeout(() => (this.toast = undefined), TOAST_STAYS);
  }

  #change(notebook: Notebook, gesture?: string): void {
    this.#put(change(this.#history, notebook, gesture ?? null));
  }

  #put(history: History<Notebook>): void {
    if (history === this.#history) return;
    const before = this.#history.present;
    this.#history = history;
    for (const cell of before.cells) {
      if (findCell(history.present, cell.id)) continue;
      this.#runs.drop(cell.id);
      this.#runViews.delete(cell.id);
    }
    this.#runAll();
    this.onchange(history.present);
  }

  #runAll(): void {
    for (const cell of this.notebook.cells) {
      const kind = kindOf(cell);
      const open = !cell.folded || kind.standsAlone;
      if (open) this.#runs.want(cell.id, this.blockOf(cell) ? undefined : kind.requests(cell, this), kind.start(cell, this));
    }
  }
}
