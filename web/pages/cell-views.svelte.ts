import type { Component } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { CellHost } from '../cells/cell-host.js';
import { kindOf } from '../cells/registry.js';
import type { Cell } from '../notebook/notebook.js';
import type { Answers } from '../notebook/runs.js';

/** The components of a kind of cell, once they are loaded. */
export interface CellView {
  readonly Body: Component<{ cell: Cell; host: CellHost; answers: Answers | undefined }>;
  readonly Controls: Component<{ cell: Cell; host: CellHost }> | undefined;
}

/** Loads the components of each kind when a notebook first shows one, and keeps them. */
class CellViews {
  readonly #views = new SvelteMap<string, CellView | Error>();
  readonly #loading = new Set<string>();

  /** Undefined while they are being loaded; an error where they could not be. */
  of(cell: Cell): CellView | Error | undefined {
    return this.#views.get(kindOf(cell).kind);
  }

  /** Loads what a cell needs, unless it is there or on its way. */
  async load(cell: Cell): Promise<void> {
    const { kind, component, controls } = kindOf(cell);
    const there = this.#views.get(kind);
    if (this.#loading.has(kind) || (there && !(there instanceof Error))) return;
    this.#loading.add(kind);
    try {
      const [Body, Controls] = await Promise.all([component(), controls?.()]);
      this.#views.set(kind, { Body, Controls });
    } catch (cause) {
      this.#views.set(kind, cause instanceof Error ? cause : new Error(String(cause)));
    } finally {
      this.#loading.delete(kind);
    }
  }
}

export const cellViews = new CellViews();
