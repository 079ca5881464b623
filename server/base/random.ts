import { entityWords } from './hashing.js';
import { philox } from './philox.js';

/**
 * Random numbers that are counted, not streamed. A draw is named by the seed, what is drawn (`kind`), whose it is
 * (`entity`, a code), the year, and the trial; nothing else matters, so results do not depend on order, chunks, worker
 * count, or which other entities are loaded, and two scenarios share every draw that they share in meaning.
 *
 * Counter words: trial / 4, kind and year, and the 64-bit hash of the entity; key: the seed and a fixed word. Trials are
 * taken four to a block: one block gives four uniforms, or two Box–Muller pairs. Draws are kept in single precision: the
 * rounding is 10⁻⁷ of a standard deviation, and the draws of a county fit in memory.
 */

/** What is drawn. The numbers are part of what a seed means: never renumber. */
export const DRAW = {
  driftError: 1,
  county: 2,
  mode: 3,
  park: 4,
  permanent: 5,
  transitory: 6,
  cessation: 7,
  dispersion: 8,
  delay: 9,
  failure: 10,
  lateness: 11,
  commonPosterior: 12,
  modeSplit: 13,
  demonstration: 100,
} as const;

export type DrawKind = (typeof DRAW)[keyof typeof DRAW];

/** Names the draws of one entity in one year: which counter they start from. */
export interface DrawName {
  readonly kind: DrawKind;
  /** The entity's own code, for example a village's or a stream's. */
  readonly entity: string;
  /** Projected year (1, 2, …), 0 for what is drawn once. */
  readonly year: number;
}

const KEY_WORD = 0x1357;
const TWO_TO_MINUS_32 = 2 ** -32;
const block = new Uint32Array(4);

/** Fills `out` with uniforms in (0, 1), one per trial from `firstTrial`, a multiple of 4. */
export function fillUniform(seed: number, name: DrawName, out: Float32Array, firstTrial = 0): void {
  const [low, high] = entityWords(name.entity);
  const what = (name.kind << 16) | (name.year & 0xffff);
  for (let index = 0; index < out.length; index += 4) {
    philox((firstTrial + index) >>> 2, what, low, high, seed, KEY_WORD, block);
    const most = Math.min(4, out.length - index);
    for (let lane = 0; lane < most; lane++) out[index + lane] = (block[lane]! + 0.5) * TWO_TO_MINUS_32;
  }
}

/**
 * Fills `out` with standard normals, one per trial from `firstTrial`, a multiple of 4, by the Box–Muller transform
 * (Box & Muller 1958): exact in distribution up to the 2⁻³² grain of the uniforms, cut at 6.7 standard deviations.
 */
export function fillNormal(seed: number, name: DrawName, out: Float32Array, firstTrial = 0): void {
  const [low, high] = entityWords(name.entity);
  const what = (name.kind << 16) | (name.year & 0xffff);
  for (let index = 0; index < out.length; index += 4) {
    philox((firstTrial + index) >>> 2, what, low, high, seed, KEY_WORD, block);
    for (let pair = 0; pair < 4 && index + pair < out.length; pair += 2) {
      const radius = Math.sqrt(-2 * Math.log((block[pair]! + 0.5) * TWO_TO_MINUS_32));
      const angle = 2 * Math.PI * (block[pair + 1]! * TWO_TO_MINUS_32);
      out[index + pair] = radius * Math.cos(angle);
      if (index + pair + 1 < out.length) out[index + pair + 1] = radius * Math.sin(angle);
    }
  }
}

/** One uniform in (0, 1): for single draws outside the hot loops. */
export function uniformAt(seed: number, name: DrawName, trial = 0): number {
  const out = new Float32Array(1 + (trial & 3));
  fillUniform(seed, name, out, trial & ~3);
  return out[trial & 3]!;
}

/** One standard normal: for single draws outside the hot loops. */
export function normalAt(seed: number, name: DrawName, trial = 0): number {
  const out = new Float32Array(1 + (trial & 3));
  fillNormal(seed, name, out, trial & ~3);
  return out[trial & 3]!;
}
