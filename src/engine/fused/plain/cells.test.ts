/** Compares a step of each cell and its gradient with the textbook form and finite differences. */
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../../testing/nodeBackend";
import {
  against,
  always,
  type Drawn,
  expectGradient,
  expectSame,
  GRADIENT,
  gradientsOf,
  ops,
  scalarOf,
  tensorOf,
  valuesOf,
} from "../../../testing/opsInTensors";
import type { Draw } from "../../../testing/opsInputs";
import { cellBlocks, hasMemory } from "../../cells/layout";
import { TEXTBOOK_CELLS } from "../../cells/textbook";
import { keepOnPadding } from "../../model/layerState";
import { FIELDS } from "../../setup/config";
import { type Matrix, rowsOf } from "../matrix";
import type { CellInput, CellState } from "../ops";

beforeAll(() => startNodeBackend("cpu"));

const kinds = FIELDS.cell.options;

function tensorsOf({ input, recurrent, before }: CellInput): tf.Tensor[] {
  return [input, recurrent, before.h, before.c ?? before.h].map(tensorOf);
}

function partsOf({ h, c }: CellState): Matrix[] {
  return c ? [h, c] : [h];
}

describe.each(kinds)("a step of the cell %s", (kind) => {
  const gates = cellBlocks(kind);
  const cell = ops.cells[kind];

  const drawState = (draw: Draw, { B, H }: Drawn): CellState => ({
    h: draw.numbers(B, H),
    c: hasMemory(kind) ? draw.numbers(B, H, 2) : null,
  });
  const drawInput = (draw: Draw, drawn: Drawn): CellInput => ({
    input: draw.numbers(drawn.B, gates * drawn.H, 2),
    recurrent: draw.numbers(drawn.B, gates * drawn.H, 2),
    before: drawState(draw, drawn),
    mask: drawn.seed % 2 === 0 ? draw.bits(drawn.B, 1) : null,
  });
  const textbook = (mask: Matrix | null, [input, recurrent, h, c]: tf.Tensor[]) => {
    const [x, u, s, m] = [input, recurrent, h, c] as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
    const old = { h: s, c: hasMemory(kind) ? m : null };
    const next = TEXTBOOK_CELLS[kind](x, u, old).state;
    return mask ? keepOnPadding(old, next, tensorOf(mask)) : next;
  };

  it("equals the textbook's step", () => {
    always((draw, drawn) => {
      const x = drawInput(draw, drawn);
      const [actual, expected] = [cell.step(x), textbook(x.mask, tensorsOf(x))];
      expectSame(actual.h, expected.h, GRADIENT); // old + (next - old) rounds twice
      expect(actual.c === null).toBe(expected.c === null);
      if (actual.c && expected.c) expectSame(actual.c, expected.c, GRADIENT);
    });
  });

  it("has the textbook's gradient", () => {
    always((draw, drawn) => {
      const [x, dAfter] = [drawInput(draw, drawn), drawState(draw, drawn)];
      const { dInput, dRecurrent, dBefore } = cell.gradient(x, dAfter);
      const [dx, du, dh, dc] = gradientsOf((...inputs) => {
        const { h, c } = textbook(x.mask, inputs);
        const fromState = tf.add(against(h, dAfter.h), tf.mul(tf.sum(inputs[2] as tf.Tensor), 0));
        const unused = tf.mul(tf.sum(inputs[3] as tf.Tensor), 0); // for cells without it
        const all = tf.add(fromState, unused);
        return c && dAfter.c ? tf.add(all, against(c, dAfter.c)) : all;
      }, tensorsOf(x)) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
      expectSame(dInput, dx, GRADIENT);
      expectSame(dRecurrent, du, GRADIENT);
      expectSame(dBefore.h, dh, GRADIENT);
      if (dBefore.c) expectSame(dBefore.c, dc, GRADIENT);
    });
  });

  it("keeps the state's exact bits at padding, and passes gradients through", () => {
    always((draw, drawn) => {
      const mask = draw.bits(drawn.B, 1);
      const x = { ...drawInput(draw, drawn), mask };
      const dAfter = drawState(draw, drawn);
      const [after, back] = [cell.step(x), cell.gradient(x, dAfter)];
      valuesOf(mask).forEach((isReal, b) => {
        if (isReal === 1) return;
        const rowOf = (m: Matrix): Float32Array => valuesOf(rowsOf(m, b, 1));
        const nothing = ops.zeros(drawn.B, gates * drawn.H);
        expect(partsOf(after).map(rowOf)).toEqual(partsOf(x.before).map(rowOf));
        expect(partsOf(back.dBefore).map(rowOf)).toEqual(partsOf(dAfter).map(rowOf));
        expect([back.dInput, back.dRecurrent].map(rowOf)).toEqual([nothing, nothing].map(rowOf));
      });
    });
  });
});

describe("finite differences agree with the gradients", () => {
  it.each(kinds)("of the cell %s", (kind) => {
    always((draw, { B, H }) => {
      const width = cellBlocks(kind) * H;
      const drawState = () => ({
        h: draw.numbers(B, H),
        c: hasMemory(kind) ? draw.numbers(B, H) : null,
      });
      const x: CellInput = {
        input: draw.numbers(B, width),
        recurrent: draw.numbers(B, width),
        before: drawState(),
        mask: draw.bits(B, 1),
      };
      const dAfter = drawState();
      const f = (changed: Partial<CellInput>): number =>
        scalarOf(partsOf(ops.cells[kind].step({ ...x, ...changed })), partsOf(dAfter));
      const { dInput, dRecurrent, dBefore } = ops.cells[kind].gradient(x, dAfter);
      expectGradient(dInput, x.input, (input) => f({ input }));
      expectGradient(dRecurrent, x.recurrent, (recurrent) => f({ recurrent }));
      const { h, c } = x.before;
      if (dBefore.c && c) expectGradient(dBefore.c, c, (m) => f({ before: { h, c: m } }));
      expectGradient(dBefore.h, h, (m) => f({ before: { h: m, c } }));
    }, 20);
  });
});
