/** The encoder in plain arrays, one source at a time. */
import type { ReferenceCellStep, ReferenceState } from "../cells/cell";
import { hasMemory } from "../cells/layout";
import { decoderLayersOf, isBidirectional, type ModelShape, tokenSize } from "../setup/modelShape";
import type { BridgeName, LayerName, Side } from "../setup/learnedParameters";
import { referenceCell, referenceStart } from "./cells";
import { plus, times, type Vector } from "./linearAlgebra";
import { type Reference, row } from "./parameters";

/** One layer's steps in one direction, in the order in which it reads. */
export type ReferenceReading = readonly ReadStep[];

export interface ReadStep {
  readonly before: ReferenceState;
  readonly step: ReferenceCellStep;
}

export interface ReferenceSource {
  readonly states: readonly Vector[]; //          S of [K], of the top layer
  readonly initial: readonly ReferenceState[]; // initial state of each decoder layer
  readonly top: readonly ReferenceReading[]; //   the top layer in each direction
}

/** One step of one layer with its whole input x. */
export function stepLayer(
  { p, shape, side }: { readonly p: Reference; readonly shape: ModelShape; readonly side: Side },
  layer: LayerName,
  x: Vector,
  state: ReferenceState,
): ReferenceCellStep {
  const { cell } = shape;
  const affine = (of: "ih" | "hh", input: Vector): Vector =>
    plus(
      times(input, p(`${side}.${cell}.weight_${of}_${layer}`)),
      row(p(`${side}.${cell}.bias_${of}_${layer}`)),
    );
  return referenceCell(cell, affine("ih", x), affine("hh", state.h), state);
}

/** A token's vector: its row of the embedding, or an explicit one-hot vector. */
export function tokenVector(p: Reference, shape: ModelShape, side: Side, id: number): Vector {
  const { tokenInput } = shape;
  switch (tokenInput) {
    case "learned":
      return row(p(`${side}.embedding.weight`), id);
    case "onehot":
      return Array.from({ length: tokenSize(shape, side) }, (_, i) => (i === id ? 1 : 0));
    default:
      return tokenInput satisfies never;
  }
}

/** Changes a layer's new state before anything reads it. Tests differentiate by such changes. */
export type Touch = (state: ReferenceState, layer: LayerName, position: number) => ReferenceState;

/**
 * Runs the encoder over the ids of one source.
 * @param touch its positions count along the source in both directions
 */
export function referenceEncode(
  p: Reference,
  shape: ModelShape,
  ids: Vector,
  touch: Touch = (state) => state,
): ReferenceSource {
  const { states, top, finals } = referenceRead(p, shape, ids, touch);
  const initial = isBidirectional(shape)
    ? bridged(p, shape, finals.at(-1) ?? [])
    : finals.flat().slice(-decoderLayersOf(shape));
  return { states, initial, top };
}

/** The layers of the encoder, without the bridge. */
interface ReferenceLayers extends Pick<ReferenceSource, "states" | "top"> {
  readonly finals: readonly (readonly ReferenceState[])[]; // by layer and direction
}

/** Runs the layers of the encoder. */
export function referenceRead(
  p: Reference,
  shape: ModelShape,
  ids: Vector,
  touch: Touch = (state) => state,
): ReferenceLayers {
  let states: Vector[] = ids.map((id) => tokenVector(p, shape, "encoder", id));
  let finals: ReferenceState[] = [];
  let top: ReferenceReading[] = [];
  const perLayer: ReferenceState[][] = [];
  for (let l = 0; l < shape.layers; l++) {
    const forward = read({ p, shape, touch }, `l${l}`, [...states.entries()]);
    if (isBidirectional(shape)) {
      const inReverse = [...states.entries()].toReversed();
      const backward = read({ p, shape, touch }, `l${l}_reverse`, inReverse);
      const inSourceOrder = backward.states.toReversed();
      states = forward.states.map((h, s) => [...h, ...row(inSourceOrder, s)]);
      finals = [forward.final, backward.final];
      top = [forward.steps, backward.steps];
    } else {
      states = forward.states;
      finals = [forward.final];
      top = [forward.steps];
    }
    perLayer.push(finals);
  }
  return { states, top, finals: perLayer };
}

interface Reader {
  readonly p: Reference;
  readonly shape: ModelShape;
  readonly touch: Touch;
}

/** @param inputs with their positions, in reading order */
function read(
  { p, shape, touch }: Reader,
  layer: LayerName,
  inputs: readonly (readonly [position: number, x: Vector])[],
) {
  const steps: ReadStep[] = [];
  let final = referenceStart(shape.cell, shape.hiddenSize);
  for (const [position, x] of inputs) {
    const made = stepLayer({ p, shape, side: "encoder" }, layer, x, final);
    const step = { ...made, state: touch(made.state, layer, position) };
    steps.push({ before: final, step });
    final = step.state;
  }
  return { steps, states: steps.map(({ step }) => step.state.h), final };
}

/** One map of the top layer's last states in both directions, for every decoder layer. */
function bridged(
  p: Reference,
  shape: ModelShape,
  finals: readonly ReferenceState[],
): ReferenceState[] {
  const join = (name: BridgeName, parts: readonly Vector[]): Vector =>
    plus(times(parts.flat(), p(`encoder.${name}.weight`)), row(p(`encoder.${name}.bias`)));
  const h = join(
    "bridge",
    finals.map((state) => state.h),
  );
  const memories = finals.map((state) => state.c ?? []);
  const c = hasMemory(shape.cell) ? join("bridge_cell", memories) : null;
  return Array.from({ length: decoderLayersOf(shape) }, () => ({ h, c }));
}
