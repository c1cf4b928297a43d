/**
 * The tanh recurrent network (Elman 1990) as one operation; cells/rnn/textbook.ts is the textbook form.
 * x is `input` and u is `recurrent`; d... is the gradient of a quantity.
 */
import type { CellGradient, CellInput, CellOps, CellState } from "../../ops";
import { tanh } from "../activations";
import { dense, expectShape, numbers } from "../storage";
import { expectCell, isPadding, keepRow, onlyOnPadding, start } from "./rows";

/** h' = tanh(x + u) */
function step({ input, recurrent, before, mask }: CellInput): CellState {
  expectCell("rnn", { input, recurrent, before, mask });
  const { rows: B, cols: H } = before.h;
  const x = numbers(input);
  const u = numbers(recurrent);
  const h = dense(B, H);
  for (let b = 0; b < B; b++) {
    if (isPadding(mask, b)) {
      keepRow(before.h, b, h);
      continue;
    }
    const i = start(input, b);
    const j = start(recurrent, b);
    const at = b * H;
    for (let k = 0; k < H; k++) h.data[at + k] = tanh((x[i + k] as number) + (u[j + k] as number));
  }
  return { h, c: null };
}

/** dx = du = dh' (1 - h'^2) */
function gradient(
  { input, recurrent, before, mask }: CellInput,
  { h: dAfter }: CellState,
): CellGradient {
  expectCell("rnn", { input, recurrent, before, mask });
  expectShape("rnn, dAfter", dAfter, before.h.rows, before.h.cols);
  const { rows: B, cols: H } = before.h;
  const x = numbers(input);
  const u = numbers(recurrent);
  const d = numbers(dAfter);
  const dInput = dense(B, H);
  for (let b = 0; b < B; b++) {
    if (isPadding(mask, b)) continue;
    const i = start(input, b);
    const j = start(recurrent, b);
    const m = start(dAfter, b);
    const at = b * H;
    for (let k = 0; k < H; k++) {
      const next = tanh((x[i + k] as number) + (u[j + k] as number));
      dInput.data[at + k] = (d[m + k] as number) * (1 - next * next);
    }
  }
  const dBefore = { h: onlyOnPadding(dAfter, mask), c: null };
  return { dInput, dRecurrent: dInput, dBefore };
}

export const rnn: CellOps = { step, gradient };
