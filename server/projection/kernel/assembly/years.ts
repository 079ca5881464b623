/** One year of a stream's path and of a grant's returns, in single precision. */
import { exp4, fused, log4, splat } from './elementary';

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
