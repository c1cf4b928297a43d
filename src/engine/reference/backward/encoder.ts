/** The gradient of the encoder's top layer in plain arrays, from all that leaves the encoder to each of its states. */
import type { ReferenceState } from "../../cells/cell";
import { hasMemory } from "../../cells/layout";
import { type LayerName, layerName } from "../../setup/learnedParameters";
import { directionsOf, type ModelShape } from "../../setup/modelShape";
import type { ReferenceReading } from "../encoder";
import { plus, timesTransposed, type Vector, zeros } from "../linearAlgebra";
import { type Reference, row } from "../parameters";
import type { SourcedModel } from "./attention";
import { layerBackward } from "./layer";

/** What leaves the encoder: from each state through the map, and from the last states through the corner. */
export interface Leaving {
  readonly states: readonly Vector[]; //       S of [K]
  readonly last: readonly ReferenceState[]; // of each direction of the top layer
}

export interface EncoderGradient {
  readonly states: readonly Vector[]; //          dL/dh_s, S of [K]
  readonly memories: readonly Vector[] | null; // dL/dc_s, S of [K]; null without memory
}

/** Nothing leaves through the corner. */
export function nothingLast({ cell, hiddenSize, ...shape }: ModelShape): ReferenceState[] {
  const nothing = zeros(hiddenSize);
  return directionsOf(shape).map(() => ({ h: nothing, c: hasMemory(cell) ? nothing : null }));
}

/** From the first states of all decoder layers to the last states of the encoder's top layer. */
export function bridgeBackward(
  p: Reference,
  shape: ModelShape,
  initial: readonly ReferenceState[],
): ReferenceState[] {
  if (directionsOf(shape).length === 1) return initial.slice(-1); // each layer hands over to its own
  const H = shape.hiddenSize;
  const all = initial.reduce(({ h, c }, more) => ({
    h: plus(h, more.h),
    c: c && plus(c, more.c ?? []),
  }));
  const h = timesTransposed(all.h, p("encoder.bridge.weight")); // [2H]
  const c = all.c && timesTransposed(all.c, p("encoder.bridge_cell.weight"));
  return [0, H].map((from) => ({
    h: h.slice(from, from + H),
    c: c && c.slice(from, from + H),
  }));
}

/** The total derivatives, of which only what leaves is given. They are linear in it. */
export function encoderBackward(
  { p, shape, source: { top } }: SourcedModel,
  leaving: Leaving,
): EncoderGradient {
  const H = shape.hiddenSize;
  const sides = directionsOf(shape).map((direction, d) => {
    const own = leaving.states.map((state) => state.slice(d * H, (d + 1) * H));
    const inOrder = direction === "forward" ? own : own.toReversed();
    const found = readingBackward(
      { p, shape, layer: layerName(shape.layers - 1, direction) },
      row(top, d),
      inOrder,
      row(leaving.last, d),
    );
    return direction === "forward" ? found : found.toReversed();
  });
  const joined = (part: "h" | "c"): Vector[] =>
    leaving.states.map((_, s) => sides.flatMap((side) => row(side, s)[part] ?? []));
  return { states: joined("h"), memories: hasMemory(shape.cell) ? joined("c") : null };
}

/** One direction, from its last step to its first. */
function readingBackward(
  {
    p,
    shape,
    layer,
  }: { readonly p: Reference; readonly shape: ModelShape; readonly layer: LayerName },
  reading: ReferenceReading,
  own: readonly Vector[],
  last: ReferenceState,
): ReferenceState[] {
  const found: ReferenceState[] = [];
  let carried = last;
  for (let i = reading.length - 1; i >= 0; i--) {
    const after = { h: plus(row(own, i), carried.h), c: carried.c };
    const back = layerBackward({ p, shape, side: "encoder" }, layer, row(reading, i), after);
    found.unshift({ h: after.h, c: back.memory });
    carried = back.before;
  }
  return found;
}
