/** Elementary functions on four single-precision lanes, after Cephes by S. L. Moshier: expf, logf, sinf, cosf. */

@inline
export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

@inline
export function fused(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/** e^x, relative error below 2·10⁻⁷; x is kept within ±87. */
@inline
export function exp4(value: v128): v128 {
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
export function log4(value: v128): v128 {
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

export let cosine: v128 = i32x4.splat(0);
export let sine: v128 = i32x4.splat(0);

/** Cosine and sine of 2π times a word's share of 2³², by quarter turns. */
@inline
export function turn4(words: v128): void {
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
