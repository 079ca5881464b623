/** Sums over a scope, in double precision, and which villages reach a target. */

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

/** A year lies in memory as: address of its total (u32, in eight bytes), its threshold (f64). */
const YEAR_BYTES: usize = 16;
const THRESHOLD: usize = 8;

/** Adds one to `reaching` where two trials reach; returns the mask of those that do. */
@inline
function count2(reaching: usize, value: v128, threshold: v128): v128 {
  const reaches = f64x2.ge(value, threshold);
  v128.store(reaching, f64x2.add(v128.load(reaching), v128.and(reaches, f64x2.splat(1))));
  return reaches;
}

/** What two trials miss, where they do not reach. */
@inline
function missed2(target: v128, value: v128, reaches: v128): v128 {
  return v128.andnot(f64x2.sub(target, value), reaches);
}

/**
 * Of several years: adds one to `reaching` where the asked year reaches, and returns in how many trials all do. Goes through
 * eight trials at a time.
 */
export function reachYears(years: usize, count: u32, asked: u32, reaching: usize, trials: u32, target: f64): f64 {
  const wanted = f64x2.splat(target);
  const end = years + <usize>count * YEAR_BYTES;
  const askedYear = years + <usize>asked * YEAR_BYTES;
  const askedTotal = <usize>load<u32>(askedYear);
  const askedThreshold = v128.load64_splat(askedYear, THRESHOLD);
  // Masks are −1 where true: taken off they count.
  let reached = i64x2.splat(0);
  let always = i64x2.splat(0);
  let short0 = f64x2.splat(0);
  let short1 = f64x2.splat(0);
  const whole = trials & ~7;
  for (let index: u32 = 0; index < whole; index += 8) {
    const at = <usize>index << 3;
    let a0 = i64x2.splat(-1);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    for (let year = years; year < end; year += YEAR_BYTES) {
      const total = <usize>load<u32>(year) + at;
      const threshold = v128.load64_splat(year, THRESHOLD);
      a0 = v128.and(a0, f64x2.ge(v128.load(total), threshold));
      a1 = v128.and(a1, f64x2.ge(v128.load(total, 16), threshold));
      a2 = v128.and(a2, f64x2.ge(v128.load(total, 32), threshold));
      a3 = v128.and(a3, f64x2.ge(v128.load(total, 48), threshold));
    }
    always = i64x2.sub(i64x2.sub(i64x2.sub(i64x2.sub(always, a0), a1), a2), a3);
    const total = askedTotal + at;
    const v0 = v128.load(total);
    const v1 = v128.load(total, 16);
    const v2 = v128.load(total, 32);
    const v3 = v128.load(total, 48);
    const r0 = count2(reaching + at, v0, askedThreshold);
    const r1 = count2(reaching + at + 16, v1, askedThreshold);
    const r2 = count2(reaching + at + 32, v2, askedThreshold);
    const r3 = count2(reaching + at + 48, v3, askedThreshold);
    reached = i64x2.sub(i64x2.sub(i64x2.sub(i64x2.sub(reached, r0), r1), r2), r3);
    short0 = f64x2.add(f64x2.add(short0, missed2(wanted, v0, r0)), missed2(wanted, v1, r1));
    short1 = f64x2.add(f64x2.add(short1, missed2(wanted, v2, r2)), missed2(wanted, v3, r3));
  }
  const short = f64x2.add(short0, short1);
  hits = <f64>(i64x2.extract_lane(reached, 0) + i64x2.extract_lane(reached, 1));
  missing = f64x2.extract_lane(short, 0) + f64x2.extract_lane(short, 1);
  let inAll = <f64>(i64x2.extract_lane(always, 0) + i64x2.extract_lane(always, 1));
  for (let index = whole; index < trials; index++) {
    const at = <usize>index << 3;
    let all: f64 = 1;
    for (let year = years; year < end; year += YEAR_BYTES) {
      if (!(load<f64>(<usize>load<u32>(year) + at) >= load<f64>(year, THRESHOLD))) all = 0;
    }
    inAll += all;
    const value = load<f64>(askedTotal + at);
    const reaches: f64 = value >= load<f64>(askedYear, THRESHOLD) ? 1 : 0;
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
