/** One step of a recurrent cell, and its gradient. */
import type { Matrix } from "../matrix";
import type { CellOps, Ops } from "../ops";
import { expectCell, memoryOf } from "../plain/cells/rows";
import { expectShape } from "../plain/storage";
import { type Machine, run } from "./machine";

export function cellOps(machine: Machine): Ops["cells"] {
  return { rnn: rnn(machine), gru: gru(machine), lstm: lstm(machine) };
}

function rnn(machine: Machine): CellOps {
  const { kernels, memory } = machine;
  return {
    step: (x) => {
      expectCell("rnn", x);
      const { h } = x.before;
      const next = memory.dense(h.rows, h.cols);
      const operands = [x.input, x.recurrent, h, x.mask];
      run(kernels.rnnStep, operands, [next.offset, h.rows, h.cols]);
      return { h: next, c: null };
    },
    gradient: (x, { h: d }) => {
      expectCell("rnn", x);
      expectShape("rnn, dAfter", d, x.before.h.rows, x.before.h.cols);
      const dx = memory.dense(d.rows, d.cols);
      run(kernels.rnnGradient, [x.input, x.recurrent, d, x.mask], [dx.offset, d.rows, d.cols]);
      const dBefore = { h: onPadding(machine, d, x.mask), c: null };
      return { dInput: dx, dRecurrent: dx, dBefore };
    },
  };
}

function gru({ kernels, memory }: Machine): CellOps {
  return {
    step: (x) => {
      expectCell("gru", x);
      const { h } = x.before;
      const next = memory.dense(h.rows, h.cols);
      const operands = [x.input, x.recurrent, h, x.mask];
      run(kernels.gruStep, operands, [next.offset, h.rows, h.cols]);
      return { h: next, c: null };
    },
    gradient: (x, { h: d }) => {
      expectCell("gru", x);
      const { h } = x.before;
      const { rows: B, cols: H } = h;
      expectShape("gru, dAfter", d, B, H);
      const dInput = memory.dense(B, 3 * H);
      const dRecurrent = memory.dense(B, 3 * H);
      const dh = memory.dense(B, H);
      const operands = [x.input, x.recurrent, h, x.mask, d];
      run(kernels.gruGradient, operands, [dInput.offset, dRecurrent.offset, dh.offset, B, H]);
      return { dInput, dRecurrent, dBefore: { h: dh, c: null } };
    },
  };
}

function lstm(machine: Machine): CellOps {
  const { kernels, memory } = machine;
  return {
    step: (x) => {
      expectCell("lstm", x);
      const [h, c] = [x.before.h, memoryOf(x.before)];
      const next = { h: memory.dense(h.rows, h.cols), c: memory.dense(c.rows, c.cols) };
      const operands = [x.input, x.recurrent, h, c, x.mask];
      run(kernels.lstmStep, operands, [next.h.offset, next.c.offset, h.rows, h.cols]);
      return next;
    },
    gradient: (x, dAfter) => {
      expectCell("lstm", x);
      const c = memoryOf(x.before);
      const [dh, dc] = [dAfter.h, memoryOf(dAfter)];
      const { rows: B, cols: H } = c;
      expectShape("lstm, dAfter", dh, B, H);
      const [dInput, dMemory] = [memory.dense(B, 4 * H), memory.dense(B, H)];
      const operands = [x.input, x.recurrent, c, x.mask, dh, dc];
      run(kernels.lstmGradient, operands, [dInput.offset, dMemory.offset, B, H]);
      const dBefore = { h: onPadding(machine, dh, x.mask), c: dMemory };
      return { dInput, dRecurrent: dInput, dBefore };
    },
  };
}

/** The direct gradient of the previous state in a cell whose real steps have none: d at padding, 0 elsewhere. */
function onPadding({ kernels, memory }: Machine, d: Matrix, mask: Matrix | null): Matrix {
  const y = memory.dense(d.rows, d.cols);
  if (mask) run(kernels.onPadding, [d, mask], [y.offset, d.rows, d.cols]);
  else kernels.clear(y.offset, d.rows * d.cols);
  return y;
}
