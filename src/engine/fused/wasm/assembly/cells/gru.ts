/**
 * The gated recurrent unit (Cho et al. 2014); x is W_ih x + b_ih, u is W_hh h + b_hh, [B, 3H] in blocks r, z, n;
 * d... is the gradient of a quantity. mask [B, 1], all others [B, H]
 */
import { doubled, exp, sigmoid, sigmoidFrom, tanh, tanhFrom, tanhSlopeFrom } from "../activations";
import { isPadding, lastOf, madd, rowAt } from "../vector";

/**
 * r  = sigmoid(x_r + u_r)
 * z  = sigmoid(x_z + u_z)
 * n  = tanh(x_n + r u_n)
 * h' = n + z (h - n); h at padding
 */
export function gruStep(
  x: usize, xStride: usize, u: usize, uStride: usize, h: usize, hStride: usize,
  mask: usize, maskStride: usize, next: usize, B: i32, H: i32,
): void {
  const block = <usize>H << 2;
  for (let b = 0; b < B; b++) {
    const to = rowAt(next, <usize>H, b);
    const old = rowAt(h, hStride, b);
    if (isPadding(mask, maskStride, b)) {
      memory.copy(to, old, block);
      continue;
    }
    const p = rowAt(x, xStride, b);
    const q = rowAt(u, uStride, b);
    for (let at: usize = 0; at < block; at += 16) {
      const xr = p + at, xz = xr + block, xn = xz + block;
      const ur = q + at, uz = ur + block, un = uz + block;
      const r = sigmoid(f32x4.add(v128.load(xr), v128.load(ur)));
      const z = sigmoid(f32x4.add(v128.load(xz), v128.load(uz)));
      const n = tanh(madd(r, v128.load(un), v128.load(xn)));
      v128.store(to + at, madd(z, f32x4.sub(v128.load(old + at), n), n));
    }
  }
}

/**
 * dx_n = dh' (1 - z) (1 - n^2)     du_n = dx_n r
 * dx_z = dh' (h - n) z (1 - z)     du_z = dx_z
 * dx_r = dx_n u_n r (1 - r)        du_r = dx_r
 * dh   = dh' z
 * At padding dh = dh', and the others are 0. 1 - z is computed as e^-x z, which is accurate for z near 1; the same for r.
 */
export function gruGradient(
  x: usize, xStride: usize, u: usize, uStride: usize, h: usize, hStride: usize,
  mask: usize, maskStride: usize, dNext: usize, dNextStride: usize,
  dx: usize, du: usize, dh: usize, B: i32, H: i32,
): void {
  const block = <usize>H << 2;
  for (let b = 0; b < B; b++) {
    const toX = rowAt(dx, 3 * <usize>H, b);
    const toU = rowAt(du, 3 * <usize>H, b);
    const toH = rowAt(dh, <usize>H, b);
    const d = rowAt(dNext, dNextStride, b);
    if (isPadding(mask, maskStride, b)) {
      memory.fill(toX, 0, 3 * block);
      memory.fill(toU, 0, 3 * block);
      memory.copy(toH, d, block);
      continue;
    }
    const p = rowAt(x, xStride, b);
    const q = rowAt(u, uStride, b);
    const old = rowAt(h, hStride, b);
    for (let i = lastOf(H); i >= 0; i -= 4) {
      const at = <usize>i << 2;
      const xr = p + at, xz = xr + block, xn = xz + block;
      const ur = q + at, uz = ur + block, un = uz + block;
      const fromState = v128.load(un);
      const powerR = exp(f32x4.neg(f32x4.add(v128.load(xr), v128.load(ur))));
      const powerZ = exp(f32x4.neg(f32x4.add(v128.load(xz), v128.load(uz))));
      const r = sigmoidFrom(powerR);
      const z = sigmoidFrom(powerZ);
      const inner = madd(r, fromState, v128.load(xn));
      const e = doubled(inner);
      const n = tanhFrom(e, inner);
      const dh1 = v128.load(d + at);
      const notZ = f32x4.mul(powerZ, z); // 1 - z
      const dn = f32x4.mul(f32x4.mul(dh1, notZ), tanhSlopeFrom(e));
      const dz = f32x4.mul(f32x4.mul(dh1, f32x4.sub(v128.load(old + at), n)), f32x4.mul(notZ, z));
      const dr = f32x4.mul(f32x4.mul(dn, fromState), f32x4.mul(f32x4.mul(powerR, r), r));
      v128.store(toX + at, dr);
      v128.store(toX + at + block, dz);
      v128.store(toX + at + 2 * block, dn);
      v128.store(toU + at, dr);
      v128.store(toU + at + block, dz);
      v128.store(toU + at + 2 * block, f32x4.mul(dn, r));
      v128.store(toH + at, f32x4.mul(dh1, z));
    }
  }
}
