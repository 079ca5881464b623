/** Order statistics without sorting everything: values are counted in buckets, and only those asked for are sorted. */

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
