import { fillNormal, fillUniform, type DrawName } from '../base/random.js';

/**
 * The standard normals and uniforms of a seed, one array of `trials` numbers for each name. Arrays once drawn are kept
 * and shared, so a second scenario with the same seed costs no random numbers; they must not be written to. Past the
 * memory allowed they are drawn anew each time: the numbers are the same.
 */
export class Draws {
  readonly #kept = new Map<string, Float32Array>();

  constructor(
    readonly seed: number,
    readonly trials: number,
    readonly mostBytes = 512 * 2 ** 20,
  ) {}

  normal(name: DrawName): Float32Array {
    return this.#keep('normal', name, fillNormal);
  }

  uniform(name: DrawName): Float32Array {
    return this.#keep('uniform', name, fillUniform);
  }

  /** How many bytes the kept arrays take. */
  get bytes(): number {
    return this.#kept.size * this.trials * Float32Array.BYTES_PER_ELEMENT;
  }

  #keep(law: string, name: DrawName, fill: typeof fillNormal): Float32Array {
    const key = `${law}|${name.kind}|${name.entity}|${name.year}`;
    let drawn = this.#kept.get(key);
    if (!drawn) {
      drawn = new Float32Array(this.trials);
      fill(this.seed, name, drawn);
      if (this.bytes < this.mostBytes) this.#kept.set(key, drawn);
    }
    return drawn;
  }
}
