/** The networks that only read or only write, in plain arrays, one name at a time. */
import type { AloneShape } from "../alone/aloneShape";
import { referenceStart } from "./cells";
import { referenceRead, stepLayer, tokenVector } from "./encoder";
import { plus, times, type Vector } from "./linearAlgebra";
import { type Reference, row } from "./parameters";
import type { ReferenceState } from "../cells/cell";

/** The classifier's logits for one name, [C]. ids: of its letters */
export function referenceClassify(p: Reference, shape: AloneShape, ids: Vector): number[] {
  const { finals } = referenceRead(p, shape, ids);
  const last = row(finals, shape.layers - 1).flatMap(({ h }) => [...h]); // of both directions
  return plus(times(last, p("classifier.weight")), row(p("classifier.bias")));
}

/** The generator's logits after each letter, [V] each. ids: <sos> and the letters so far */
export function referenceGenerate(
  p: Reference,
  shape: AloneShape,
  { ids, label }: { readonly ids: Vector; readonly label: number },
): number[][] {
  const told = classVector(p, shape, label);
  let states: ReferenceState[] = Array.from({ length: shape.layers }, () =>
    referenceStart(shape.cell, shape.hiddenSize),
  );
  return ids.map((id) => {
    let x: Vector = [...tokenVector(p, shape, "decoder", id), ...told]; // [x; k]
    states = states.map((before, l) => {
      const { state } = stepLayer({ p, shape, side: "decoder" }, `l${l}`, x, before);
      x = state.h;
      return state;
    });
    return plus(times(x, p("decoder.out.weight")), row(p("decoder.out.bias")));
  });
}

function classVector(p: Reference, { tokenInput, classes }: AloneShape, label: number): Vector {
  if (tokenInput === "learned") return row(p("decoder.class_embedding.weight"), label);
  return Array.from({ length: classes }, (_, i) => (i === label ? 1 : 0));
}
