/**
 * The hot loops of the projection in AssemblyScript, compiled to WebAssembly with fixed SIMD (the same bits on every
 * processor). Each exported function is the twin of one in ../plain-arithmetic.ts, which says what it means; arrays are
 * addresses in the module's memory, lengths are in elements and multiples of 16.
 */

const KEY_WORD: u32 = 0x1357;

// ---- elementary functions on four single-precision lanes (after Cephes by S. L. Moshier: expf, logf, sinf, cosf) ----

@inline
function splat(x: f32): v128 {
  return f32x4.splat(x);
}

@inline
function fused(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/** e^x, relative error below 2·10⁻⁷; x is kept within ±87. */
@inline
function exp4(value: v128): v128 {
  const x = f32x4.max(f32x4.min(value, splat(87.0)), splat(-87.0));
  const n = f32x4.nearest(f32x4.mul(x, splat(1.44269504088896341)));
  let r = f32x4.sub(x, f32x4.mul(n, splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, splat(-2.12194440e-4)));
  let p = splat(1.9875691500e-4);
  p = fused(p, r, splat(1.3981999507e-3));
  p = fused(p, r, splat(8.3334519073e-3));
  p = fused(p, r, splat(4.1665795894e-2));
  p = fused(p, r, splat(1.6666665459e-1));
  p = fused(p, r, splat(5.0000001201e-1));
  p = f32x4.add(fused(p, f32x4.mul(r, r), r), splat(1.0));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

/** ln x for 0 < x < ∞, relative error below 2·10⁻⁷. */
@inline
function log4(value: v128): v128 {
  let e = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_u(value, 23), i32x4.splat(126)));
  let m = v128.or(v128.and(value, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const small = f32x4.lt(m, splat(0.707106781186547524));
  e = f32x4.sub(e, v128.and(small, splat(1.0)));
  m = f32x4.sub(f32x4.add(m, v128.and(small, m)), splat(1.0));
  const z = f32x4.mul(m, m);
  let p = splat(7.0376836292e-2);
  p = fused(p, m, splat(-1.1514610310e-1));
  p = fused(p, m, splat(1.1676998740e-1));
  p = fused(p, m, splat(-1.2420140846e-1));
  p = fused(p, m, splat(1.4249322787e-1));
  p = fused(p, m, splat(-1.6668057665e-1));
  p = fused(p, m, splat(2.0000714765e-1));
  p = fused(p, m, splat(-2.4999993993e-1));
  p = fused(p, m, splat(3.3333331174e-1));
  p = f32x4.mul(f32x4.mul(p, m), z);
  p = fused(e, splat(-2.12194440e-4), p);
  p = f32x4.sub(p, f32x4.mul(z, splat(0.5)));
  return fused(e, splat(0.693359375), f32x4.add(m, p));
}

/** A word as a uniform in (0, 1]. */
@inline
function unit4(words: v128): v128 {
  return fused(f32x4.convert_i32x4_u(words), splat(2.3283064365386963e-10), splat(1.1641532182693481e-10));
}

// ---- Philox4x32-10, four blocks side by side ----

let w0: v128 = i32x4.splat(0);
let w1: v128 = i32x4.splat(0);
let w2: v128 = i32x4.splat(0);
let w3: v128 = i32x4.splat(0);

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

let cosine: v128 = i32x4.splat(0);
let sine: v128 = i32x4.splat(0);

/** Cosine and sine of 2π times a word's share of 2³², by quarter turns. */
@inline
function turn4(words: v128): void {
  const x = f32x4.mul(f32x4.convert_i32x4_u(words), splat(9.313225746154785e-10));
  const n = f32x4.nearest(x);
  const quarter = i32x4.trunc_sat_f32x4_s(n);
  const r = f32x4.mul(f32x4.sub(x, n), splat(1.57079632679489662));
  const z = f32x4.mul(r, r);
  let s = splat(-1.9515295891e-4);
  s = fused(s, z, splat(8.3321608736e-3));
  s = fused(s, z, splat(-1.6666654611e-1));
  s = fused(f32x4.mul(s, z), r, r);
  let c = splat(2.443315711809948e-5);
  c = fused(c, z, splat(-1.388731625493765e-3));
  c = fused(c, z, splat(4.166664568298827e-2));
  c = f32x4.mul(f32x4.mul(c, z), z);
  c = f32x4.add(f32x4.sub(c, f32x4.mul(z, splat(0.5))), splat(1.0));
  const odd = i32x4.eq(v128.and(quarter, i32x4.splat(1)), i32x4.splat(1));
  const signSine = i32x4.shl(v128.and(quarter, i32x4.splat(2)), 30);
  const signCosine = i32x4.shl(v128.and(i32x4.add(quarter, i32x4.splat(1)), i32x4.splat(2)), 30);
  sine = v128.xor(v128.bitselect(c, s, odd), signSine);
  cosine = v128.xor(v128.bitselect(s, c, odd), signCosine);
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

// ---- the path of a stream ----

export function observedYear(
  path: usize,
  factor: usize,
  common: usize,
  share: usize,
  permanent: usize,
  transitory: usize,
  fate: usize,
  length: u32,
  weight: f32,
  ownSd: f32,
  permanentShare: f32,
  splitSd: f32,
  endedBy: f32,
): void {
  const end = <usize>length << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const shared = v128.load(common + at);
    const unexplained = f32x4.add(shared, v128.load(share + at));
    const own = f32x4.sub(f32x4.mul(splat(ownSd), v128.load(permanent + at)), f32x4.mul(splat(weight), unexplained));
    const kept = fused(splat(permanentShare), own, f32x4.mul(splat(splitSd), v128.load(transitory + at)));
    v128.store(path + at, f32x4.add(shared, kept));
    const alive = f32x4.ge(v128.load(fate + at), splat(endedBy));
    v128.store(factor + at, v128.and(exp4(f32x4.add(shared, own)), alive));
  }
}

export function projectedYear(
  path: usize,
  factor: usize,
  common: usize,
  permanent: usize,
  transitory: usize,
  fate: usize,
  length: u32,
  before: f32,
  permanentSd: f32,
  transitorySd: f32,
  endedBy: f32,
): void {
  const end = <usize>length << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const step = fused(splat(permanentSd), v128.load(permanent + at), v128.load(common + at));
    const reached = fused(splat(before), v128.load(path + at), step);
    v128.store(path + at, reached);
    const alive = f32x4.ge(v128.load(fate + at), splat(endedBy));
    v128.store(factor + at, v128.and(exp4(fused(splat(transitorySd), v128.load(transitory + at), reached)), alive));
  }
}

// ---- the returns of a grant ----

export function delays(out: usize, uniform: usize, length: u32, logStay: f32): void {
  const end = <usize>length << 2;
  for (let at: usize = 0; at < end; at += 16) v128.store(out + at, f32x4.floor(f32x4.div(log4(v128.load(uniform + at)), splat(logStay))));
}

export function dueYear(
  due: usize,
  common: usize,
  dispersion: usize,
  delay: usize,
  fails: usize,
  isLate: usize,
  length: u32,
  monthsBefore: f32,
  sd: f32,
  failure: f32,
  insured: f32,
  lateness: f32,
): void {
  const end = <usize>length << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const months = f32x4.min(f32x4.max(f32x4.sub(splat(monthsBefore), v128.load(delay + at)), splat(0.0)), splat(12.0));
    const size = f32x4.mul(f32x4.mul(months, splat(<f32>(1.0 / 12.0))), exp4(fused(splat(sd), v128.load(dispersion + at), v128.load(common + at))));
    const failed = f32x4.lt(v128.load(fails + at), splat(failure));
    const paid = v128.bitselect(f32x4.mul(size, splat(insured)), size, failed);
    const delayed = f32x4.lt(v128.load(isLate + at), splat(lateness));
    v128.store(due + at, v128.bitselect(f32x4.neg(paid), paid, delayed));
  }
}

// ---- sums over a village and a scope, double precision ----

/** Parts of an income are added up over this many trials at a time, which stay in the nearest cache meanwhile. */
const BLOCK: u32 = 512;

/** A part lies in memory as: address of its factor (u32), what it counts as (u32), scale (f64), floor (f64), sum (f64), two vectors to sum in. */
const PART_BYTES: usize = 64;
const COUNTS_AS: usize = 4;
const SCALE: usize = 8;
const FLOOR: usize = 16;
const SUM: usize = 24;
const EVEN_SUMS: usize = 32;
const ODD_SUMS: usize = 48;
const INDUSTRY_MODE: u32 = 1;
const KEY_INDUSTRY: u32 = 2;

@inline
function addPart(part: usize, from: u32, until: u32, total: usize, industryMode: usize, keyIndustry: usize, inMode: bool, isKey: bool): void {
  const by = f64x2.splat(load<f64>(part, SCALE));
  const least = f64x2.splat(load<f64>(part, FLOOR));
  let even = v128.load(part, EVEN_SUMS);
  let odd = v128.load(part, ODD_SUMS);
  const factor = <usize>load<u32>(part);
  for (let index = from; index < until; index += 4) {
    const four = v128.load(factor + (<usize>index << 2));
    const at = <usize>index << 3;
    const first = f64x2.pmax(f64x2.mul(f64x2.promote_low_f32x4(four), by), least);
    const second = f64x2.pmax(f64x2.mul(f64x2.promote_low_f32x4(v128.shuffle<i64>(four, four, 1, 1)), by), least);
    v128.store(total + at, f64x2.add(v128.load(total + at), first));
    v128.store(total + at, f64x2.add(v128.load(total + at, 16), second), 16);
    if (inMode) {
      v128.store(industryMode + at, f64x2.add(v128.load(industryMode + at), first));
      v128.store(industryMode + at, f64x2.add(v128.load(industryMode + at, 16), second), 16);
    }
    if (isKey) {
      v128.store(keyIndustry + at, f64x2.add(v128.load(keyIndustry + at), first));
      v128.store(keyIndustry + at, f64x2.add(v128.load(keyIndustry + at, 16), second), 16);
    }
    even = f64x2.add(even, first);
    odd = f64x2.add(odd, second);
  }
  v128.store(part, even, EVEN_SUMS);
  v128.store(part, odd, ODD_SUMS);
}

@inline
function addOne(to: usize, index: u32, value: f64): void {
  const at = to + (<usize>index << 3);
  store<f64>(at, load<f64>(at) + value);
}

@inline
function clear(to: usize, from: u32, until: u32): void {
  if (to) memory.fill(to + (<usize>from << 3), 0, <usize>(until - from) << 3);
}

/**
 * Adds up parts of an income, each max(scale · factor, floor), one block of trials after the other, and stores the sum of each.
 * `industryMode` and `keyIndustry` receive those parts that count as such; an address of 0 is for none.
 */
export function addParts(total: usize, industryMode: usize, keyIndustry: usize, parts: usize, count: u32, trials: u32, continues: bool): void {
  const end = parts + <usize>count * PART_BYTES;
  for (let part = parts; part < end; part += PART_BYTES) memory.fill(part + EVEN_SUMS, 0, PART_BYTES - EVEN_SUMS);
  const whole = trials & ~3;
  for (let from: u32 = 0; from < whole; from += BLOCK) {
    const until = min(from + BLOCK, whole);
    if (!continues) {
      clear(total, from, until);
      clear(industryMode, from, until);
      clear(keyIndustry, from, until);
    }
    for (let part = parts; part < end; part += PART_BYTES) {
      const countsAs = load<u32>(part, COUNTS_AS);
      if (countsAs == 0) addPart(part, from, until, total, industryMode, keyIndustry, false, false);
      else if (countsAs == INDUSTRY_MODE) addPart(part, from, until, total, industryMode, keyIndustry, true, false);
      else if (countsAs == KEY_INDUSTRY) addPart(part, from, until, total, industryMode, keyIndustry, false, true);
      else addPart(part, from, until, total, industryMode, keyIndustry, true, true);
    }
  }
  if (!continues) {
    clear(total, whole, trials);
    clear(industryMode, whole, trials);
    clear(keyIndustry, whole, trials);
  }
  for (let part = parts; part < end; part += PART_BYTES) {
    const sums = f64x2.add(v128.load(part, EVEN_SUMS), v128.load(part, ODD_SUMS));
    let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
    const countsAs = load<u32>(part, COUNTS_AS);
    for (let index = whole; index < trials; index++) {
      const factor = <f64>load<f32>(<usize>load<u32>(part) + (<usize>index << 2));
      const added = max(factor * load<f64>(part, SCALE), load<f64>(part, FLOOR));
      addOne(total, index, added);
      if (countsAs & INDUSTRY_MODE) addOne(industryMode, index, added);
      if (countsAs & KEY_INDUSTRY) addOne(keyIndustry, index, added);
      sum += added;
    }
    store<f64>(part, sum, SUM);
  }
}

/** to += factor · from */
export function addTo(to: usize, from: usize, length: u32, factor: f64): void {
  const end = <usize>length << 3;
  for (let at: usize = 0; at < end; at += 16) v128.store(to + at, f64x2.add(v128.load(to + at), f64x2.mul(v128.load(from + at), f64x2.splat(factor))));
}

/** to += from in hundredths, rounded to whole ones */
export function addFen(to: usize, from: usize, length: u32): void {
  const end = <usize>length << 3;
  for (let at: usize = 0; at < end; at += 16) {
    const hundredths = f64x2.nearest(f64x2.mul(v128.load(from + at), f64x2.splat(100)));
    v128.store(to + at, f64x2.add(v128.load(to + at), hundredths));
  }
}

let hits: f64 = 0;

/** How many trials reached in the last call of `reach`. */
export function hitsOfReach(): f64 {
  return hits;
}

/** Adds one to `reaching` where a trial reaches the threshold, clears `everyYear` where not; returns the summed shortfall below the target. */
export function reach(total: usize, everyYear: usize, reaching: usize, trials: u32, threshold: f64, target: f64): f64 {
  let shortfall = f64x2.splat(0);
  let count = f64x2.splat(0);
  const one = f64x2.splat(1);
  const least = f64x2.splat(threshold);
  const wanted = f64x2.splat(target);
  const whole = trials & ~1;
  for (let index: u32 = 0; index < whole; index += 2) {
    const at = <usize>index << 3;
    const value = v128.load(total + at);
    const reached = v128.and(f64x2.ge(value, least), one);
    count = f64x2.add(count, reached);
    v128.store(reaching + at, f64x2.add(v128.load(reaching + at), reached));
    v128.store(everyYear + at, f64x2.mul(v128.load(everyYear + at), reached));
    shortfall = f64x2.add(shortfall, f64x2.mul(f64x2.sub(one, reached), f64x2.sub(wanted, value)));
  }
  hits = f64x2.extract_lane(count, 0) + f64x2.extract_lane(count, 1);
  let sum = f64x2.extract_lane(shortfall, 0) + f64x2.extract_lane(shortfall, 1);
  if (whole < trials) {
    const at = <usize>whole << 3;
    const value = load<f64>(total + at);
    const reached: f64 = value >= threshold ? 1 : 0;
    hits += reached;
    store<f64>(reaching + at, load<f64>(reaching + at) + reached);
    store<f64>(everyYear + at, load<f64>(everyYear + at) * reached);
    sum += (1 - reached) * (target - value);
  }
  return sum;
}

let missing: f64 = 0;

/** The summed shortfall of the asked year in the last call of `reachYears`. */
export function shortfallOfReach(): f64 {
  return missing;
}

/**
 * Of several years, each with the address of its total (u32, in eight bytes) and its threshold (f64): adds one to `reaching` where
 * the asked year reaches, and returns in how many trials all do.
 */
export function reachYears(years: usize, count: u32, asked: u32, reaching: usize, trials: u32, target: f64): f64 {
  const one = f64x2.splat(1);
  const wanted = f64x2.splat(target);
  let short = f64x2.splat(0);
  let reached = f64x2.splat(0);
  let always = f64x2.splat(0);
  const whole = trials & ~1;
  const end = years + (<usize>count << 4);
  const askedYear = years + (<usize>asked << 4);
  for (let index: u32 = 0; index < whole; index += 2) {
    const at = <usize>index << 3;
    let all = i64x2.splat(-1);
    for (let year = years; year < end; year += 16) {
      all = v128.and(all, f64x2.ge(v128.load(<usize>load<u32>(year) + at), v128.load64_splat(year, 8)));
    }
    always = f64x2.add(always, v128.and(all, one));
    const value = v128.load(<usize>load<u32>(askedYear) + at);
    const reaches = v128.and(f64x2.ge(value, v128.load64_splat(askedYear, 8)), one);
    reached = f64x2.add(reached, reaches);
    v128.store(reaching + at, f64x2.add(v128.load(reaching + at), reaches));
    short = f64x2.add(short, f64x2.mul(f64x2.sub(one, reaches), f64x2.sub(wanted, value)));
  }
  hits = f64x2.extract_lane(reached, 0) + f64x2.extract_lane(reached, 1);
  missing = f64x2.extract_lane(short, 0) + f64x2.extract_lane(short, 1);
  let inAll = f64x2.extract_lane(always, 0) + f64x2.extract_lane(always, 1);
  if (whole < trials) {
    const at = <usize>whole << 3;
    let all: f64 = 1;
    for (let year = years; year < end; year += 16) if (!(load<f64>(<usize>load<u32>(year) + at) >= load<f64>(year, 8))) all = 0;
    inAll += all;
    const value = load<f64>(<usize>load<u32>(askedYear) + at);
    const reaches: f64 = value >= load<f64>(askedYear, 8) ? 1 : 0;
    hits += reaches;
    store<f64>(reaching + at, load<f64>(reaching + at) + reaches);
    missing += (1 - reaches) * (target - value);
  }
  return inAll;
}

/** Marks the trials below a floor with 1. */
export function markBelow(values: usize, marks: usize, length: u32, floor: f64): void {
  const one = f64x2.splat(1);
  const end = <usize>length << 3;
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(marks + at, f64x2.max(v128.load(marks + at), v128.and(f64x2.lt(v128.load(values + at), f64x2.splat(floor)), one)));
  }
}

// ---- order statistics ----

const BUCKETS: u32 = 4096;
const counts: usize = memory.data(16384, 16);
const starts: usize = memory.data(16384, 16);
const UNWANTED: u32 = 0xffffffff;

let least: f64 = 0;
let inverse: f64 = 0;

@inline
function countOf(bucket: u32): u32 {
  return load<u32>(counts + (<usize>bucket << 2));
}

/** The bucket that was found last, and how many values lie below it: ranks are asked for in ascending order. */
let found: u32 = 0;
let before: u32 = 0;

@inline
function restart(): void {
  found = 0;
  before = 0;
}

/** Goes on to the bucket that holds a rank. */
@inline
function find(rank: u32): void {
  while (before + countOf(found) <= rank) before += countOf(found++);
}

/** The value of a rank: in the bucket that holds it, which must have been collected and sorted. */
function valueOfRank(scratch: usize, rank: u32): f64 {
  find(rank);
  return load<f64>(scratch + (<usize>(load<u32>(starts + (<usize>found << 2)) - countOf(found) + rank - before) << 3));
}

/** Wants the bucket of a rank; returns where the next one starts in scratch. */
function want(rank: u32, next: u32): u32 {
  find(rank);
  const slot = starts + (<usize>found << 2);
  if (load<u32>(slot) != UNWANTED) return next;
  store<u32>(slot, next);
  return next + countOf(found);
}

/** The value one rank higher; the place stays, since the next rank asked for may be this one again. */
function valueAfter(scratch: usize, rank: u32): f64 {
  const place = found;
  const below = before;
  const value = valueOfRank(scratch, rank + 1);
  found = place;
  before = below;
  return value;
}

/** Wants the bucket one rank higher, likewise. */
function wantAfter(rank: u32, next: u32): u32 {
  const place = found;
  const below = before;
  const start = want(rank + 1, next);
  found = place;
  before = below;
  return start;
}

/** Buckets of two values; the largest value of all belongs to the last bucket. */
@inline
function bucketsOf(two: v128): v128 {
  const buckets = i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(f64x2.sub(two, f64x2.splat(least)), f64x2.splat(inverse)));
  return i32x4.min_s(buckets, i32x4.splat(BUCKETS - 1));
}

@inline
function countInto(bucket: u32, index: usize): void {
  store<u16>(index, <u16>bucket);
  const slot = counts + (<usize>bucket << 2);
  store<u32>(slot, load<u32>(slot) + 1);
}

/**
 * Quantiles of type 7 by counting into equal buckets, then sorting only the buckets that a wanted rank lies in.
 * `scratch` has room for all values, `indices` for a 16-bit number each; `probabilities` ascend; `out` receives one value for each.
 */
export function quantiles(values: usize, scratch: usize, indices: usize, trials: u32, probabilities: usize, out: usize, wanted: u32): void {
  const whole = trials & ~1;
  let lows = f64x2.splat(load<f64>(values));
  let highs = lows;
  for (let index: u32 = 0; index < whole; index += 2) {
    const two = v128.load(values + (<usize>index << 3));
    lows = f64x2.pmin(lows, two);
    highs = f64x2.pmax(highs, two);
  }
  let low = min(f64x2.extract_lane(lows, 0), f64x2.extract_lane(lows, 1));
  let high = max(f64x2.extract_lane(highs, 0), f64x2.extract_lane(highs, 1));
  if (whole < trials) {
    const last = load<f64>(values + (<usize>whole << 3));
    low = min(low, last);
    high = max(high, last);
  }
  if (!(high > low)) {
    for (let w: u32 = 0; w < wanted; w++) store<f64>(out + (<usize>w << 3), low);
    return;
  }
  least = low;
  inverse = <f64>BUCKETS / (high - low);
  memory.fill(counts, 0, BUCKETS << 2);
  memory.fill(starts, 0xff, BUCKETS << 2);
  for (let index: u32 = 0; index < whole; index += 2) {
    const buckets = bucketsOf(v128.load(values + (<usize>index << 3)));
    const at = indices + (<usize>index << 1);
    countInto(i32x4.extract_lane(buckets, 0), at);
    countInto(i32x4.extract_lane(buckets, 1), at + 2);
  }
  if (whole < trials) countInto(i32x4.extract_lane(bucketsOf(f64x2.splat(load<f64>(values + (<usize>whole << 3)))), 0), indices + (<usize>whole << 1));
  let next: u32 = 0;
  restart();
  for (let w: u32 = 0; w < wanted; w++) {
    const rank = <u32>floor(load<f64>(probabilities + (<usize>w << 3)) * <f64>(trials - 1));
    next = want(rank, next);
    if (rank + 1 < trials) next = wantAfter(rank, next);
  }
  for (let index: u32 = 0; index < trials; index++) {
    const slot = starts + (<usize>load<u16>(indices + (<usize>index << 1)) << 2);
    const to = load<u32>(slot);
    if (to == UNWANTED) continue;
    store<f64>(scratch + (<usize>to << 3), load<f64>(values + (<usize>index << 3)));
    store<u32>(slot, to + 1);
  }
  // The wanted buckets lie in scratch one after the other, in ascending order: sorted all together each keeps its place.
  if (next > 1) sort(scratch, 0, <i32>next - 1);
  restart();
  for (let w: u32 = 0; w < wanted; w++) {
    const position = load<f64>(probabilities + (<usize>w << 3)) * <f64>(trials - 1);
    const rank = <u32>floor(position);
    const share = position - <f64>rank;
    const lower = valueOfRank(scratch, rank);
    store<f64>(out + (<usize>w << 3), share == 0 ? lower : lower + share * (valueAfter(scratch, rank) - lower));
  }
}

/** Hoare's quicksort, the smaller part by recursion; short stretches by insertion. */
function sort(values: usize, from: i32, to: i32): void {
  let left = from;
  let right = to;
  while (right - left > 16) {
    const pivot = load<f64>(values + (<usize>((left + right) >> 1) << 3));
    let low = left;
    let high = right;
    while (low <= high) {
      while (load<f64>(values + (<usize>low << 3)) < pivot) low++;
      while (load<f64>(values + (<usize>high << 3)) > pivot) high--;
      if (low <= high) {
        const swapped = load<f64>(values + (<usize>low << 3));
        store<f64>(values + (<usize>low << 3), load<f64>(values + (<usize>high << 3)));
        store<f64>(values + (<usize>high << 3), swapped);
        low++;
        high--;
      }
    }
    if (high - left < right - low) {
      sort(values, left, high);
      left = low;
    } else {
      sort(values, low, right);
      right = high;
    }
  }
  for (let index = left + 1; index <= right; index++) {
    const value = load<f64>(values + (<usize>index << 3));
    let at = index - 1;
    while (at >= left && load<f64>(values + (<usize>at << 3)) > value) {
      store<f64>(values + (<usize>(at + 1) << 3), load<f64>(values + (<usize>at << 3)));
      at--;
    }
    store<f64>(values + (<usize>(at + 1) << 3), value);
  }
}
