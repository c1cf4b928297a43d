/**
 * The gated recurrent unit (Cho et al. 2014) as one operation; cells/gru/textbook.ts is the textbook form.
 * x is `input` and u is `recurrent`, in blocks r, z, n; d... is the gradient of a quantity.
 */
import type { CellGradient, CellInput, CellOps, CellState } from "../../ops";
import { sigmoid, tanh } from "../activations";
import { dense, expectShape, numbers } from "../storage";
import { expectCell, isPadding, keepRow, start } from "./rows";

/**
 * r  = sigmoid(x_r + u_r)
 * z  = sigmoid(x_z + u_z)
 * n  = tanh(x_n + r u_n)
 * h' = n + z (h - n)
 */
function step({ input, recurrent, before, mask }: CellInput): CellState {
  expectCell("gru", { input, recurrent, before, mask });
  const { rows: B, cols: H } = before.h;
  const x = numbers(input);
  const u = numbers(recurrent);
  const h = numbers(before.h);
  const next = dense(B, H);
  for (let b = 0; b < B; b++) {
    if (isPadding(mask, b)) {
      keepRow(before.h, b, next);
      continue;
    }
    let i = start(input, b);
    let j = start(recurrent, b);
    const s = start(before.h, b);
    const at = b * H;
    for (let k = 0; k < H; k++, i++, j++) {
      const r = sigmoid((x[i] as number) + (u[j] as number));
      const z = sigmoid((x[i + H] as number) + (u[j + H] as number));
      const n = tanh((x[i + 2 * H] as number) + r * (u[j + 2 * H] as number));
      next.data[at + k] = n + z * ((h[s + k] as number) - n);
    }
  }
  return { h: next, c: null };
}

/**
 * dx_n = dh' (1 - z) (1 - n^2)     du_n = dx_n r
 * dx_z = dh' (h - n) z (1 - z)     du_z = dx_z
 * dx_r = dx_n u_n r (1 - r)        du_r = dx_r
 * dh   = dh' z
 */
function gradient(
  { input, recurrent, before, mask }: CellInput,
  { h: dAfter }: CellState,
): CellGradient {
  expectCell("gru", { input, recurrent, before, mask });
  expectShape("gru, dAfter", dAfter, before.h.rows, before.h.cols);
  const { rows: B, cols: H } = before.h;
  const x = numbers(input);
  const u = numbers(recurrent);
  const h = numbers(before.h);
  const d = numbers(dAfter);
  const dInput = dense(B, 3 * H);
  const dRecurrent = dense(B, 3 * H);
  const dBefore = dense(B, H);
  const [dx, du] = [dInput.data, dRecurrent.data];
  for (let b = 0; b < B; b++) {
    if (isPadding(mask, b)) {
      keepRow(dAfter, b, dBefore);
      continue;
    }
    let i = start(input, b);
    let j = start(recurrent, b);
    const s = start(before.h, b);
    const m = start(dAfter, b);
    let at = 3 * b * H;
    for (let k = 0; k < H; k++, i++, j++, at++) {
      const fromState = u[j + 2 * H] as number;
      const r = sigmoid((x[i] as number) + (u[j] as number));
      const z = sigmoid((x[i + H] as number) + (u[j + H] as number));
      const n = tanh((x[i + 2 * H] as number) + r * fromState);
      const dNext = d[m + k] as number;
      const dn = dNext * (1 - z) * (1 - n * n);
      const dz = dNext * ((h[s + k] as number) - n) * z * (1 - z);
      const dr = dn * fromState * r * (1 - r);
      dx[at] = du[at] = dr;
      dx[at + H] = du[at + H] = dz;
      dx[at + 2 * H] = dn;
      du[at + 2 * H] = dn * r;
      dBefore.data[b * H + k] = dNext * z;
    }
  }
  return { dInput, dRecurrent, dBefore: { h: dBefore, c: null } };
}

export const gru: CellOps = { step, gradient };
