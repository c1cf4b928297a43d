/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997) as one operation; cells/lstm/textbook.ts is the textbook form.
 * x is `input` and u is `recurrent`, in blocks i, f, g, o; d... is the gradient of a quantity.
 */
import type { CellGradient, CellInput, CellOps, CellState } from "../../ops";
import { sigmoid, tanh } from "../activations";
import { dense, expectShape, numbers } from "../storage";
import { expectCell, isPadding, keepRow, memoryOf, onlyOnPadding, start } from "./rows";

/**
 * i  = sigmoid(x_i + u_i)
 * f  = sigmoid(x_f + u_f)
 * g  = tanh(x_g + u_g)
 * o  = sigmoid(x_o + u_o)
 * c' = f c + i g
 * h' = o tanh(c')
 */
function step({ input, recurrent, before, mask }: CellInput): CellState {
  expectCell("lstm", { input, recurrent, before, mask });
  const { rows: B, cols: H } = before.h;
  const memory = memoryOf(before);
  const x = numbers(input);
  const u = numbers(recurrent);
  const c = numbers(memory);
  const nextH = dense(B, H);
  const nextC = dense(B, H);
  for (let b = 0; b < B; b++) {
    if (isPadding(mask, b)) {
      keepRow(before.h, b, nextH);
      keepRow(memory, b, nextC);
      continue;
    }
    let p = start(input, b);
    let q = start(recurrent, b);
    const s = start(memory, b);
    const at = b * H;
    for (let k = 0; k < H; k++, p++, q++) {
      const i = sigmoid((x[p] as number) + (u[q] as number));
      const f = sigmoid((x[p + H] as number) + (u[q + H] as number));
      const g = tanh((x[p + 2 * H] as number) + (u[q + 2 * H] as number));
      const o = sigmoid((x[p + 3 * H] as number) + (u[q + 3 * H] as number));
      const next = f * (c[s + k] as number) + i * g;
      nextC.data[at + k] = next;
      nextH.data[at + k] = o * tanh(next);
    }
  }
  return { h: nextH, c: nextC };
}

/**
 * e    = dc' + dh' o (1 - tanh^2(c')), the whole gradient of c'
 * dx_i = e g i (1 - i)
 * dx_f = e c f (1 - f)
 * dx_g = e i (1 - g^2)
 * dx_o = dh' tanh(c') o (1 - o)
 * dc   = e f;  du = dx
 */
function gradient({ input, recurrent, before, mask }: CellInput, after: CellState): CellGradient {
  expectCell("lstm", { input, recurrent, before, mask });
  expectShape("lstm, dAfter", after.h, before.h.rows, before.h.cols);
  const { rows: B, cols: H } = before.h;
  const [memory, dMemory] = [memoryOf(before), memoryOf(after)];
  const [x, u, c] = [numbers(input), numbers(recurrent), numbers(memory)];
  const [dh, dc] = [numbers(after.h), numbers(dMemory)];
  const [dInput, dBefore] = [dense(B, 4 * H), dense(B, H)];
  const dx = dInput.data;
  for (let b = 0; b < B; b++) {
    if (isPadding(mask, b)) {
      keepRow(dMemory, b, dBefore);
      continue;
    }
    let p = start(input, b);
    let q = start(recurrent, b);
    const s = start(memory, b);
    const m = start(after.h, b);
    const n = start(dMemory, b);
    let at = 4 * b * H;
    for (let k = 0; k < H; k++, p++, q++, at++) {
      const old = c[s + k] as number;
      const i = sigmoid((x[p] as number) + (u[q] as number));
      const f = sigmoid((x[p + H] as number) + (u[q + H] as number));
      const g = tanh((x[p + 2 * H] as number) + (u[q + 2 * H] as number));
      const o = sigmoid((x[p + 3 * H] as number) + (u[q + 3 * H] as number));
      const y = tanh(f * old + i * g);
      const dNext = dh[m + k] as number;
      const e = (dc[n + k] as number) + dNext * o * (1 - y * y);
      dx[at] = e * g * i * (1 - i);
      dx[at + H] = e * old * f * (1 - f);
      dx[at + 2 * H] = e * i * (1 - g * g);
      dx[at + 3 * H] = dNext * y * o * (1 - o);
      dBefore.data[b * H + k] = e * f;
    }
  }
  const direct = { h: onlyOnPadding(after.h, mask), c: dBefore };
  return { dInput, dRecurrent: dInput, dBefore: direct };
}

export const lstm: CellOps = { step, gradient };
