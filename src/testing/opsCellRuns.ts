/** The cases of each kind of cell. */
import { cellBlocks, hasMemory } from "../engine/cells/layout";
import type { CellKind } from "../engine/setup/config";
import type { Matrix } from "../engine/fused/matrix";
import type { CellGradient, CellState, Ops } from "../engine/fused/ops";
import type { Draw } from "./opsInputs";
import type { Runs, Sizes } from "./opsRuns";

/** Steps of a cell and their gradients: without a mask, with one, saturated, and at padding only. */
export function cellRuns(kind: CellKind): Runs {
  const gates = cellBlocks(kind);
  const state = (draw: Draw, { B, H }: Sizes): CellState => ({
    h: draw.numbers(B, H),
    c: hasMemory(kind) ? draw.numbers(B, H, 2) : null,
  });
  const input = (draw: Draw, sizes: Sizes, mask: Matrix | null, scale = 2) => ({
    input: draw.numbers(sizes.B, gates * sizes.H, scale),
    recurrent: draw.numbers(sizes.B, gates * sizes.H, scale),
    before: state(draw, sizes),
    mask,
  });
  const both = (mask: (ops: Ops, draw: Draw, sizes: Sizes) => Matrix | null, scale?: number) => ({
    step: (ops: Ops, draw: Draw, sizes: Sizes) =>
      parts(ops.cells[kind].step(input(draw, sizes, mask(ops, draw, sizes), scale))),
    gradient: (ops: Ops, draw: Draw, sizes: Sizes) => {
      const x = input(draw, sizes, mask(ops, draw, sizes), scale);
      return gradientParts(ops.cells[kind].gradient(x, state(draw, sizes)));
    },
  });
  const [free, masked] = [both(() => null), both((_ops, draw, { B }) => draw.bits(B, 1))];
  const [large, padding] = [both(() => null, 300), both((ops, _draw, { B }) => ops.zeros(B, 1))];
  return {
    [`${kind} step`]: free.step,
    [`${kind} gradient`]: free.gradient,
    [`${kind} step with a mask`]: masked.step,
    [`${kind} gradient with a mask`]: masked.gradient,
    [`${kind} step of saturated gates`]: large.step,
    [`${kind} gradient of saturated gates`]: large.gradient,
    [`${kind} step on padding, exactly`]: padding.step,
    [`${kind} gradient on padding, exactly`]: padding.gradient,
  };
}

function parts({ h, c }: CellState): Matrix[] {
  return c ? [h, c] : [h];
}

function gradientParts({ dInput, dRecurrent, dBefore }: CellGradient): Matrix[] {
  return [dInput, dRecurrent, ...parts(dBefore)];
}
