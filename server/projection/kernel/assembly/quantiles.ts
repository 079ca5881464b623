/** Order statistics without sorting everything: values are counted in buckets, and only those asked for are sorted. */

/** Values fall into buckets 0 … BUCKETS by rounding, so that the first and the last are half as wide. */
const BUCKETS: u32 = 4096;
const counts: usize = memory.data(16400, 16);
/** Where the values of a bucket go in scratch; UNWANTED for buckets that hold no wanted rank. */
const places: usize = memory.data(16400, 16);
const BUCKET_BYTES: usize = 16388;
const UNWANTED: u32 = 0xffffffff;

/** Added to a double below 2³¹, it rounds it to a whole number that then stands in the low half of its bits. */
const WHOLE: f64 = 4503599627370496.0;

/** Where in scratch the lower rank of each wanted quantile lies, once it is sorted; for as many as are asked for at a time. */
const lowers: usize = memory.data(64, 16);

@inline
function slotOf(table: usize, index: u32): usize {
  return table + (<usize>index << 2);
}

@inline
function countOf(bucket: u32): u32 {
  return load<u32>(slotOf(counts, bucket));
}

/** Wants a bucket; returns where in scratch the values of the next wanted one go. */
@inline
function want(bucket: u32, next: u32): u32 {
  const place = slotOf(places, bucket);
  if (load<u32>(place) != UNWANTED) return next;
  store<u32>(place, next);
  return next + countOf(bucket);
}

/**
 * Wants the buckets of the ranks on either side of each quantile; returns how many values they hold. Buckets are wanted in ascending
 * order and none between two neighbouring ranks is left out, so that scratch holds the higher rank right after the lower one.
 */
function wantAll(trials: u32, probabilities: usize, wanted: u32): u32 {
  memory.fill(places, 0xff, BUCKET_BYTES);
  let next: u32 = 0;
  let bucket: u32 = 0;
  let below: u32 = 0;
  for (let w: u32 = 0; w < wanted; w++) {
    const rank = <u32>positionOf(probabilities, w, trials);
    while (below + countOf(bucket) <= rank) below += countOf(bucket++);
    next = want(bucket, next);
    store<u32>(slotOf(lowers, w), load<u32>(slotOf(places, bucket)) + rank - below);
    if (rank + 1 == trials || below + countOf(bucket) > rank + 1) continue;
    let after = bucket + 1;
    while (countOf(after) == 0) after++;
    next = want(after, next);
  }
  return next;
}

/** Where a quantile of type 7 lies among the sorted values, counted from 0: between two ranks if it is no whole number. */
@inline
function positionOf(probabilities: usize, index: u32, trials: u32): f64 {
  return load<f64>(probabilities + (<usize>index << 3)) * <f64>(trials - 1);
}

/** Buckets of four values, two in each vector. */
@inline
function buckets4(first: v128, second: v128, low: v128, by: v128): v128 {
  const two = f64x2.add(f64x2.mul(f64x2.sub(first, low), by), f64x2.splat(WHOLE));
  const next = f64x2.add(f64x2.mul(f64x2.sub(second, low), by), f64x2.splat(WHOLE));
  // What is no number falls anywhere, but not outside.
  return i32x4.min_u(v128.shuffle<i32>(two, next, 0, 2, 4, 6), i32x4.splat(BUCKETS));
}

@inline
function countOne(bucket: u32): void {
  const slot = slotOf(counts, bucket);
  store<u32>(slot, load<u32>(slot) + 1);
}

let least: f64 = 0;
let most: f64 = 0;

/** Finds the least and the most of the values. */
function findEnds(values: usize, trials: u32): void {
  let l0 = v128.load64_splat(values);
  let l1 = l0;
  let h0 = l0;
  let h1 = l0;
  const whole = trials & ~3;
  for (let index: u32 = 0; index < whole; index += 4) {
    const at = values + (<usize>index << 3);
    const first = v128.load(at);
    const second = v128.load(at, 16);
    l0 = f64x2.pmin(l0, first);
    h0 = f64x2.pmax(h0, first);
    l1 = f64x2.pmin(l1, second);
    h1 = f64x2.pmax(h1, second);
  }
  const lows = f64x2.pmin(l0, l1);
  const highs = f64x2.pmax(h0, h1);
  least = min(f64x2.extract_lane(lows, 0), f64x2.extract_lane(lows, 1));
  most = max(f64x2.extract_lane(highs, 0), f64x2.extract_lane(highs, 1));
  for (let index = whole; index < trials; index++) {
    const value = load<f64>(values + (<usize>index << 3));
    least = min(least, value);
    most = max(most, value);
  }
}

/** Counts the values in buckets, and notes the bucket of each. */
function countAll(values: usize, indices: usize, trials: u32): void {
  const low = f64x2.splat(least);
  const by = f64x2.splat(<f64>BUCKETS / (most - least));
  memory.fill(counts, 0, BUCKET_BYTES);
  const whole = trials & ~7;
  for (let index: u32 = 0; index < whole; index += 8) {
    const at = values + (<usize>index << 3);
    const first = buckets4(v128.load(at), v128.load(at, 16), low, by);
    const second = buckets4(v128.load(at, 32), v128.load(at, 48), low, by);
    v128.store(indices + (<usize>index << 1), i16x8.narrow_i32x4_u(first, second));
    countOne(i32x4.extract_lane(first, 0));
    countOne(i32x4.extract_lane(first, 1));
    countOne(i32x4.extract_lane(first, 2));
    countOne(i32x4.extract_lane(first, 3));
    countOne(i32x4.extract_lane(second, 0));
    countOne(i32x4.extract_lane(second, 1));
    countOne(i32x4.extract_lane(second, 2));
    countOne(i32x4.extract_lane(second, 3));
  }
  for (let index = whole; index < trials; index++) {
    const value = v128.load64_splat(values + (<usize>index << 3));
    const bucket: u32 = i32x4.extract_lane(buckets4(value, value, low, by), 0);
    store<u16>(indices + (<usize>index << 1), <u16>bucket);
    countOne(bucket);
  }
}

/** Brings the values of wanted buckets into scratch. */
function collect(values: usize, scratch: usize, indices: usize, trials: u32): void {
  for (let index: u32 = 0; index < trials; index++) {
    const place = slotOf(places, load<u16>(indices + (<usize>index << 1)));
    const to = load<u32>(place);
    if (to == UNWANTED) continue;
    store<f64>(scratch + (<usize>to << 3), load<f64>(values + (<usize>index << 3)));
    store<u32>(place, to + 1);
  }
}

/**
 * Quantiles of type 7 by counting into equal buckets, then sorting only the buckets that a wanted rank lies in.
 * `scratch` has room for all values, `indices` for a 16-bit number each; `probabilities`, at most sixteen, ascend; `out` receives one
 * value for each.
 */
export function quantiles(values: usize, scratch: usize, indices: usize, trials: u32, probabilities: usize, out: usize, wanted: u32): void {
  findEnds(values, trials);
  if (!(most > least)) {
    for (let w: u32 = 0; w < wanted; w++) store<f64>(out + (<usize>w << 3), least);
    return;
  }
  countAll(values, indices, trials);
  const held = wantAll(trials, probabilities, wanted);
  collect(values, scratch, indices, trials);
  // The wanted buckets lie in scratch one after the other, in ascending order: sorted all together each keeps its place.
  sort(scratch, 0, <i32>held - 1);
  for (let w: u32 = 0; w < wanted; w++) {
    const position = positionOf(probabilities, w, trials);
    const share = position - floor(position);
    const at = scratch + (<usize>load<u32>(slotOf(lowers, w)) << 3);
    const lower = load<f64>(at);
    store<f64>(out + (<usize>w << 3), share == 0 ? lower : lower + share * (load<f64>(at, 8) - lower));
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
