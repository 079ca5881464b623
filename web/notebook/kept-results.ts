/** The results used last, by hash of their inputs: going back to an earlier setting needs no run. */
export class KeptResults {
  readonly #results = new Map<string, unknown>();

  constructor(private readonly size: number) {}

  has(key: string): boolean {
    return this.#results.has(key);
  }

  get(key: string): unknown {
    const result = this.#results.get(key);
    if (this.#results.delete(key)) this.#results.set(key, result);
    return result;
  }

  set(key: string, result: unknown): void {
    this.#results.delete(key);
    this.#results.set(key, result);
    for (const oldest of this.#results.keys()) {
      if (this.#results.size <= this.size) break;
      this.#results.delete(oldest);
    }
  }
}
