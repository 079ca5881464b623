/** Results that came quickly, and those that took long: the one sort never pushes the other out. */
export type Shelf = 'quick' | 'slow';

/** The results used last, by hash of their inputs: going back to an earlier setting needs no run. */
export class KeptResults {
  readonly #shelves: Readonly<Record<Shelf, Map<string, unknown>>> = { quick: new Map(), slow: new Map() };

  /** @param sizes how many results of each sort are kept */
  constructor(private readonly sizes: Readonly<Record<Shelf, number>>) {}

  has(key: string): boolean {
    return this.#holding(key) !== undefined;
  }

  get(key: string): unknown {
    const shelf = this.#holding(key);
    if (!shelf) return undefined;
    const result = shelf.get(key);
    shelf.delete(key);
    shelf.set(key, result);
    return result;
  }

  set(key: string, result: unknown, sort: Shelf = 'quick'): void {
    this.#holding(key)?.delete(key);
    const shelf = this.#shelves[sort];
    shelf.set(key, result);
    for (const oldest of shelf.keys()) {
      if (shelf.size <= this.sizes[sort]) break;
      shelf.delete(oldest);
    }
  }

  forget(key: string): void {
    this.#holding(key)?.delete(key);
  }

  #holding(key: string): Map<string, unknown> | undefined {
    return Object.values(this.#shelves).find((shelf) => shelf.has(key));
  }
}
