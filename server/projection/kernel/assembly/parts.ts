/** The parts of a village's income added up, in double precision. */

/** Parts of an income are fetched and added up over this many trials at a time: what a village has of them stays in cache meanwhile. */
const BLOCK: u32 = 4096;

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

/** What the machine fetches from memory at a time. */
const LINE: usize = 64;

/** Keeps reads that only fetch from being left out. */
let prefetched: i32 = 0;

/**
 * Reads every line of the parts' factors once, for some trials. They are kept from an earlier projection and lie far off: reads
 * that wait for nothing else run at the memory's full speed, and the sums afterwards find everything near.
 */
@inline
function prefetch(parts: usize, end: usize, from: u32, until: u32): void {
  let words = 0;
  for (let part = parts; part < end; part += PART_BYTES) {
    const factor = <usize>load<u32>(part);
    const last = factor + (<usize>until << 2);
    for (let at = factor + (<usize>from << 2); at < last; at += LINE) words ^= load<i32>(at);
  }
  prefetched ^= words;
}

/** What a part brings in two trials. */
@inline
function brought(factors: v128, scale: v128, floor: v128): v128 {
  return f64x2.pmax(f64x2.mul(f64x2.promote_low_f32x4(factors), scale), floor);
}

@inline
function upper(four: v128): v128 {
  return v128.shuffle<i64>(four, four, 1, 1);
}

/** Adds up parts of an income, each max(scale · factor, floor), sixteen trials at a time, which stay in registers meanwhile. */
export function addTotals(total: usize, parts: usize, count: u32, length: u32, continues: bool): void {
  const end = parts + <usize>count * PART_BYTES;
  for (let index: u32 = 0; index < length; index += 16) {
    if (index % BLOCK == 0) prefetch(parts, end, index, min(index + BLOCK, length));
    const to = total + (<usize>index << 3);
    let t0 = f64x2.splat(0);
    let t1 = t0;
    let t2 = t0;
    let t3 = t0;
    let t4 = t0;
    let t5 = t0;
    let t6 = t0;
    let t7 = t0;
    if (continues) {
      t0 = v128.load(to);
      t1 = v128.load(to, 16);
      t2 = v128.load(to, 32);
      t3 = v128.load(to, 48);
      t4 = v128.load(to, 64);
      t5 = v128.load(to, 80);
      t6 = v128.load(to, 96);
      t7 = v128.load(to, 112);
    }
    for (let part = parts; part < end; part += PART_BYTES) {
      const factor = <usize>load<u32>(part) + (<usize>index << 2);
      const scale = v128.load64_splat(part, SCALE);
      const floor = v128.load64_splat(part, FLOOR);
      const f0 = v128.load(factor);
      const f1 = v128.load(factor, 16);
      const f2 = v128.load(factor, 32);
      const f3 = v128.load(factor, 48);
      t0 = f64x2.add(t0, brought(f0, scale, floor));
      t1 = f64x2.add(t1, brought(upper(f0), scale, floor));
      t2 = f64x2.add(t2, brought(f1, scale, floor));
      t3 = f64x2.add(t3, brought(upper(f1), scale, floor));
      t4 = f64x2.add(t4, brought(f2, scale, floor));
      t5 = f64x2.add(t5, brought(upper(f2), scale, floor));
      t6 = f64x2.add(t6, brought(f3, scale, floor));
      t7 = f64x2.add(t7, brought(upper(f3), scale, floor));
    }
    v128.store(to, t0);
    v128.store(to, t1, 16);
    v128.store(to, t2, 32);
    v128.store(to, t3, 48);
    v128.store(to, t4, 64);
    v128.store(to, t5, 80);
    v128.store(to, t6, 96);
    v128.store(to, t7, 112);
  }
}

@inline
function addPart(part: usize, from: u32, until: u32, total: usize, industryMode: usize, keyIndustry: usize, inMode: bool, isKey: bool): void {
  const scale = v128.load64_splat(part, SCALE);
  const floor = v128.load64_splat(part, FLOOR);
  let even = v128.load(part, EVEN_SUMS);
  let odd = v128.load(part, ODD_SUMS);
  const factor = <usize>load<u32>(part);
  for (let index = from; index < until; index += 4) {
    const four = v128.load(factor + (<usize>index << 2));
    const at = <usize>index << 3;
    const first = brought(four, scale, floor);
    const second = brought(upper(four), scale, floor);
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
 * The same, one block of trials after the other, storing the sum of each part too.
 * `industryMode` and `keyIndustry` receive those parts that count as such; an address of 0 is for none.
 */
export function addParts(total: usize, industryMode: usize, keyIndustry: usize, parts: usize, count: u32, trials: u32, continues: bool): void {
  const end = parts + <usize>count * PART_BYTES;
  for (let part = parts; part < end; part += PART_BYTES) memory.fill(part + EVEN_SUMS, 0, PART_BYTES - EVEN_SUMS);
  const whole = trials & ~3;
  for (let from: u32 = 0; from < whole; from += BLOCK) {
    const until = min(from + BLOCK, whole);
    prefetch(parts, end, from, until);
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

