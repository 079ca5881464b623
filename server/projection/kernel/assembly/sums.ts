/** Sums over a village and a scope, in double precision, and who reaches a target by them. */

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
