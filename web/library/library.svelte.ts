import type { Request, Send } from '../api/client.js';
import { reading } from '../i18n/language.svelte.js';
import {
  create,
  deleteForGood,
  fromBin,
  notebookList,
  notebookSource,
  toBin,
  type Changed,
  type Listed,
  type ListedPage,
  type Place,
} from './operations.js';
import { libraryWords } from './words.js';

/** What was just done, with the way back where there is one. */
interface Done {
  readonly text: string;
  readonly undo: (() => Promise<void>) | undefined;
}

/** The notebooks of the workspace, the examples and the bin, and what can be done with them. */
export class Library {
  own = $state.raw<ListedPage | undefined>();
  examples = $state.raw<ListedPage | undefined>();
  bin = $state.raw<ListedPage | undefined>();
  failure = $state.raw<unknown>();
  /** What the server had against the last change, in the reader's words. */
  refusal = $state.raw<string | undefined>();
  done = $state.raw<Done | undefined>();
  search = $state('');
  /** Asked last wins, whichever answer comes last. */
  #asked = 0;
  readonly #signal = new AbortController().signal;

  /** @param go opens the notebook with an id */
  constructor(
    private readonly send: Send,
    private readonly go: (id: string) => void,
  ) {}

  async open(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const [own, examples, bin] = await Promise.all((['OWN', 'EXAMPLES', 'BIN'] as const).map((place) => this.#page(place, null)));
      if (asked !== this.#asked) return;
      [this.own, this.examples, this.bin] = [own, examples, bin];
      this.failure = undefined;
    } catch (failure) {
      this.failure = failure;
    }
  }

  find(text: string): Promise<void> {
    this.search = text;
    return this.open();
  }

  async more(place: 'own' | 'bin'): Promise<void> {
    const shown = this[place];
    if (!shown) return;
    const asked = this.#asked;
    try {
      const next = await this.#page(place === 'own' ? 'OWN' : 'BIN', shown.pageInfo.endCursor);
      if (asked === this.#asked && next) this[place] = { ...next, nodes: [...shown.nodes, ...next.nodes] };
    } catch (failure) {
      this.failure = failure;
    }
  }

  async createBlank(): Promise<void> {
    await this.#create({});
  }

  async importYaml(source: string): Promise<void> {
    await this.#create({ source });
  }

  async duplicate({ id, title }: Listed): Promise<void> {
    if (await this.#change(create({ from: id, title: reading.of(libraryWords).copyOf(title) }))) await this.open();
  }

  async moveToBin({ id, title }: Listed): Promise<void> {
    if (!(await this.#change(toBin(id)))) return;
    const undo = async () => {
      if (await this.#change(fromBin(id))) await this.open();
    };
    this.done = { text: reading.of(libraryWords).binned(title), undo };
    await this.open();
  }

  async takeOut({ id, title }: Listed): Promise<void> {
    if (!(await this.#change(fromBin(id)))) return;
    this.done = { text: reading.of(libraryWords).takenOut(title), undo: undefined };
    await this.open();
  }

  async deleteForGood({ id }: Listed): Promise<void> {
    if (await this.#change(deleteForGood(id))) await this.open();
  }

  /** The YAML text of a notebook; undefined where it cannot be had. */
  async sourceOf({ id }: Listed): Promise<string | undefined> {
    try {
      return (await this.send(notebookSource(id), this.#signal)).notebookSource ?? undefined;
    } catch (failure) {
      this.failure = failure;
      return undefined;
    }
  }

  async #page(place: Place, after: string | null): Promise<ListedPage> {
    return (await this.send(notebookList(place, this.search, after), this.#signal)).notebookList;
  }

  async #create(input: Parameters<typeof create>[0]): Promise<void> {
    const id = await this.#change(create(input));
    if (typeof id === 'string') this.go(id);
  }

  /** @returns the id of the notebook that it went through for, or whether it went through */
  async #change(request: Request<Changed>): Promise<string | boolean> {
    this.refusal = undefined;
    this.done = undefined;
    try {
      const { changed } = await this.send(request, this.#signal);
      if (changed.userErrors.length === 0) return changed.notebook?.id ?? true;
      this.refusal = changed.userErrors.map(({ message }) => message).join('\n');
    } catch (failure) {
      this.failure = failure;
    }
    return false;
  }
}
