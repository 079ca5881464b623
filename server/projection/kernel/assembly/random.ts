/** Random numbers by Philox4x32-10, four blocks side by side: each is a function of its counter, never of what was drawn before. */
import { cosine, fused, log4, sine, splat, turn4 } from './elementary';

const KEY_WORD: u32 = 0x1357;

let w0: v128 = i32x4.splat(0);
let w1: v128 = i32x4.splat(0);
let w2: v128 = i32x4.splat(0);
let w3: v128 = i32x4.splat(0);

/** A word as a uniform in (0, 1]. */
@inline
function unit4(words: v128): v128 {
  return fused(f32x4.convert_i32x4_u(words), splat(2.3283064365386963e-10), splat(1.1641532182693481e-10));
}

@inline
function highWords(low: v128, high: v128): v128 {
  return v128.shuffle<i32>(low, high, 1, 3, 5, 7);
}

@inline
function lowWords(low: v128, high: v128): v128 {
  return v128.shuffle<i32>(low, high, 0, 2, 4, 6);
}

@inline
function philox4(firstBlock: u32, what: u32, low: u32, high: u32, seed: u32): void {
  let c0 = i32x4.add(i32x4.splat(firstBlock), i32x4(0, 1, 2, 3));
  let c1 = i32x4.splat(what);
  let c2 = i32x4.splat(low);
  let c3 = i32x4.splat(high);
  const m0 = i32x4.splat(0xd2511f53);
  const m1 = i32x4.splat(0xcd9e8d57);
  let k0 = seed;
  let k1 = KEY_WORD;
  for (let round = 0; round < 10; round++) {
    const a = i64x2.extmul_low_i32x4_u(c0, m0);
    const b = i64x2.extmul_high_i32x4_u(c0, m0);
    const c = i64x2.extmul_low_i32x4_u(c2, m1);
    const d = i64x2.extmul_high_i32x4_u(c2, m1);
    const n0 = v128.xor(v128.xor(highWords(c, d), c1), i32x4.splat(k0));
    const n2 = v128.xor(v128.xor(highWords(a, b), c3), i32x4.splat(k1));
    c1 = lowWords(c, d);
    c3 = lowWords(a, b);
    c0 = n0;
    c2 = n2;
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  w0 = c0;
  w1 = c1;
  w2 = c2;
  w3 = c3;
}

/** Stores four lanes of four consecutive trials each: lane i of a, b, c, d is trial 4i, 4i+1, 4i+2, 4i+3. */
@inline
function storeTransposed(out: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab0 = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const ab1 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd0 = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const cd1 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(out, v128.shuffle<i64>(ab0, cd0, 0, 2));
  v128.store(out, v128.shuffle<i64>(ab0, cd0, 1, 3), 16);
  v128.store(out, v128.shuffle<i64>(ab1, cd1, 0, 2), 32);
  v128.store(out, v128.shuffle<i64>(ab1, cd1, 1, 3), 48);
}

export function fillUniform(out: usize, length: u32, firstBlock: u32, what: u32, low: u32, high: u32, seed: u32): void {
  for (let index: u32 = 0; index < length; index += 16) {
    philox4(firstBlock + (index >> 2), what, low, high, seed);
    storeTransposed(out + (<usize>index << 2), unit4(w0), unit4(w1), unit4(w2), unit4(w3));
  }
}

export function fillNormal(out: usize, length: u32, firstBlock: u32, what: u32, low: u32, high: u32, seed: u32): void {
  for (let index: u32 = 0; index < length; index += 16) {
    philox4(firstBlock + (index >> 2), what, low, high, seed);
    const radius0 = f32x4.sqrt(f32x4.max(f32x4.mul(log4(unit4(w0)), splat(-2.0)), splat(0.0)));
    const radius1 = f32x4.sqrt(f32x4.max(f32x4.mul(log4(unit4(w2)), splat(-2.0)), splat(0.0)));
    turn4(w1);
    const first = f32x4.mul(radius0, cosine);
    const second = f32x4.mul(radius0, sine);
    turn4(w3);
    storeTransposed(out + (<usize>index << 2), first, second, f32x4.mul(radius1, cosine), f32x4.mul(radius1, sine));
  }
}
