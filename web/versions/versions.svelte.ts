import { SvelteMap } from 'svelte/reactivity';
import type { Send } from '../api/client.js';
import { CELL_KINDS } from '../cells/registry.js';
import type { Notebook } from '../notebook/notebook.js';
import { toNotebook } from '../notebook/to-notebook.js';
import { nameNotebookVersion, notebookVersion, notebookVersions, type Version, type VersionPage } from './operations.js';

/** What a version held: a notebook, one that this program cannot read, or one that is not kept any more. */
export type Held = Notebook | 'unreadable' | 'gone';

/** The states that the server keeps of one notebook, as far as they have been looked at. */
export class Versions {
  page = $state.raw<VersionPage | undefined>();
  failure = $state.raw<unknown>();
  /** What the server had against a name, in the reader's words. */
  refusal = $state.raw<string | undefined>();
  readonly #held = new SvelteMap<number, Held>();
  readonly #signal = new AbortController().signal;

  constructor(
    private readonly send: Send,
    readonly notebook: string,
  ) {}

  /** The first page anew. */
  async open(): Promise<void> {
    await this.#trying(async () => {
      this.page = (await this.send(notebookVersions(this.notebook, null), this.#signal)).notebookVersions;
    });
  }

  async more(): Promise<void> {
    const shown = this.page;
    if (!shown) return;
    await this.#trying(async () => {
      const { notebookVersions: next } = await this.send(notebookVersions(this.notebook, shown.pageInfo.endCursor), this.#signal);
      if (this.page === shown) this.page = { ...next, nodes: [...shown.nodes, ...next.nodes] };
    });
  }

  /** What a version held, once it is loaded. */
  heldBy({ revision }: Version): Held | undefined {
    return this.#held.get(revision);
  }

  /** What a version held; undefined where the server does not answer. */
  async load({ revision }: Version): Promise<Held | undefined> {
    const there = this.#held.get(revision);
    if (there !== undefined) return there;
    await this.#trying(async () => {
      const { notebookVersion: version } = await this.send(notebookVersion(this.notebook, revision), this.#signal);
      this.#held.set(revision, version ? heldIn(version.spec) : 'gone');
    });
    return this.#held.get(revision);
  }

  /** Names a version; an empty name takes its name away. @returns whether it went through */
  async name({ revision }: Version, name: string): Promise<boolean> {
    this.refusal = undefined;
    let named = false;
    await this.#trying(async () => {
      const input = { id: this.notebook, revision, name: name.trim() === '' ? null : name };
      const { version, userErrors } = (await this.send(nameNotebookVersion(input), this.#signal)).nameNotebookVersion;
      if (version && this.page) {
        const nodes = this.page.nodes.map((node) => (node.revision === revision ? version : node));
        this.page = { ...this.page, nodes };
        named = true;
      } else this.refusal = userErrors.map(({ message }) => message).join('\n');
    });
    return named;
  }

  async #trying(work: () => Promise<void>): Promise<void> {
    this.failure = undefined;
    try {
      await work();
    } catch (failure) {
      this.failure = failure;
    }
  }
}

function heldIn(spec: unknown): Held {
  try {
    return toNotebook(spec, CELL_KINDS);
  } catch {
    // Written by a later program: it stays where it is.
    return 'unreadable';
  }
}
