/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997); x is W_ih x + b_ih, u is W_hh h + b_hh, [B, 4H] in blocks
 * i, f, g, o; d... is the gradient of a quantity. mask [B, 1], all others [B, H]
 */
import { doubled, exp, sigmoid, sigmoidFrom, tanh, tanhFrom, tanhSlopeFrom } from "../activations";
import { isPadding, lastOf, madd, rowAt } from "../vector";

/**
 * i  = sigmoid(x_i + u_i)
 * f  = sigmoid(x_f + u_f)
 * g  = tanh(x_g + u_g)
 * o  = sigmoid(x_o + u_o)
 * c' = f c + i g;     c at padding
 * h' = o tanh(c');    h at padding
 */
export function lstmStep(
  x: usize, xStride: usize, u: usize, uStride: usize, h: usize, hStride: usize,
  c: usize, cStride: usize, mask: usize, maskStride: usize,
  nextH: usize, nextC: usize, B: i32, H: i32,
): void {
  const block = <usize>H << 2;
  for (let b = 0; b < B; b++) {
    const toH = rowAt(nextH, <usize>H, b);
    const toC = rowAt(nextC, <usize>H, b);
    const old = rowAt(c, cStride, b);
    if (isPadding(mask, maskStride, b)) {
      memory.copy(toH, rowAt(h, hStride, b), block);
      memory.copy(toC, old, block);
      continue;
    }
    const p = rowAt(x, xStride, b);
    const q = rowAt(u, uStride, b);
    for (let at: usize = 0; at < block; at += 16) {
      const i = sigmoid(f32x4.add(v128.load(p + at), v128.load(q + at)));
      const f = sigmoid(f32x4.add(v128.load(p + at + block), v128.load(q + at + block)));
      const g = tanh(f32x4.add(v128.load(p + at + 2 * block), v128.load(q + at + 2 * block)));
      const o = sigmoid(f32x4.add(v128.load(p + at + 3 * block), v128.load(q + at + 3 * block)));
      const next = madd(f, v128.load(old + at), f32x4.mul(i, g));
      v128.store(toC + at, next);
      v128.store(toH + at, f32x4.mul(o, tanh(next)));
    }
  }
}

/**
 * e    = dc' + dh' o (1 - tanh^2(c')), the whole gradient of c'
 * dx_i = e g i (1 - i)
 * dx_f = e c f (1 - f)
 * dx_g = e i (1 - g^2)
 * dx_o = dh' tanh(c') o (1 - o)
 * dc   = e f;  du = dx
 * At padding dc = dc', and dx is 0.
 */
export function lstmGradient(
  x: usize, xStride: usize, u: usize, uStride: usize, c: usize, cStride: usize,
  mask: usize, maskStride: usize, dNextH: usize, dNextHStride: usize, dNextC: usize, dNextCStride: usize,
  dx: usize, dc: usize, B: i32, H: i32,
): void {
  const block = <usize>H << 2;
  for (let b = 0; b < B; b++) {
    const toX = rowAt(dx, 4 * <usize>H, b);
    const toC = rowAt(dc, <usize>H, b);
    const dMemory = rowAt(dNextC, dNextCStride, b);
    if (isPadding(mask, maskStride, b)) {
      memory.fill(toX, 0, 4 * block);
      memory.copy(toC, dMemory, block);
      continue;
    }
    const p = rowAt(x, xStride, b);
    const q = rowAt(u, uStride, b);
    const old = rowAt(c, cStride, b);
    const d = rowAt(dNextH, dNextHStride, b);
    for (let k = lastOf(H); k >= 0; k -= 4) {
      const at = <usize>k << 2;
      const before = v128.load(old + at);
      const powerI = exp(f32x4.neg(f32x4.add(v128.load(p + at), v128.load(q + at))));
      const powerF = exp(f32x4.neg(f32x4.add(v128.load(p + at + block), v128.load(q + at + block))));
      const innerG = f32x4.add(v128.load(p + at + 2 * block), v128.load(q + at + 2 * block));
      const powerO = exp(f32x4.neg(f32x4.add(v128.load(p + at + 3 * block), v128.load(q + at + 3 * block))));
      const i = sigmoidFrom(powerI);
      const f = sigmoidFrom(powerF);
      const o = sigmoidFrom(powerO);
      const doubledG = doubled(innerG);
      const g = tanhFrom(doubledG, innerG);
      const next = madd(f, before, f32x4.mul(i, g));
      const doubledC = doubled(next);
      const y = tanhFrom(doubledC, next);
      const dh1 = v128.load(d + at);
      const e = madd(f32x4.mul(dh1, o), tanhSlopeFrom(doubledC), v128.load(dMemory + at));
      const slopeI = f32x4.mul(f32x4.mul(powerI, i), i); // i (1 - i), accurate for i near 1
      const slopeF = f32x4.mul(f32x4.mul(powerF, f), f);
      const slopeO = f32x4.mul(f32x4.mul(powerO, o), o);
      v128.store(toX + at, f32x4.mul(f32x4.mul(e, g), slopeI));
      v128.store(toX + at + block, f32x4.mul(f32x4.mul(e, before), slopeF));
      v128.store(toX + at + 2 * block, f32x4.mul(f32x4.mul(e, i), tanhSlopeFrom(doubledG)));
      v128.store(toX + at + 3 * block, f32x4.mul(f32x4.mul(dh1, y), slopeO));
      v128.store(toC + at, f32x4.mul(e, f));
    }
  }
}
