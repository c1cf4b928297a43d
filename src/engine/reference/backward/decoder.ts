/** The gradient of the decoder's steps in plain arrays: by its states, and by all that it takes from the encoder. */
import type { ReferenceState } from "../../cells/cell";
import { throughTanh } from "../../cells/forms/vectors";
import type { DecoderRoad } from "../../results/roads";
import { contextEntersCell, feedsInput, keySize, type ModelShape } from "../../setup/modelShape";
import { plus, timesTransposed, type Vector, zeros } from "../linearAlgebra";
import { row } from "../parameters";
import type { ReferenceDecoderState, ReferenceStep } from "../seq2seq";
import { attentionBackward, type AttentionGradient, type SourcedModel } from "./attention";
import { layerBackward } from "./layer";

export interface MadeDecoderStep {
  readonly before: ReferenceDecoderState;
  readonly step: ReferenceStep;
  readonly dLogits: Vector; // [V]
}

type StateRoads = Readonly<Record<DecoderRoad, Vector>>; // [H] each

export interface DecoderGradient {
  readonly states: readonly StateRoads[]; //                  of s(0) ... s(T), T + 1
  readonly attended: readonly (AttentionGradient | null)[]; // by step, T
  readonly initial: readonly ReferenceState[]; //             of the first state of each layer
}

/** What step t + 1 sends back to step t. */
interface Carried {
  readonly layers: readonly ReferenceState[]; // of s(t), through the next state
  readonly query: Vector; //                     of s(t), through the query of the next step [H]
  readonly attentional: Vector; //               of h~(t), through input feeding [H]
}

/** The gradient of all steps, the last one first. */
export function decoderBackward(
  model: SourcedModel,
  steps: readonly MadeDecoderStep[],
): DecoderGradient {
  const { shape, source } = model;
  const nothing = zeros(shape.hiddenSize);
  const layers = source.initial.map(({ c }): ReferenceState => ({ h: nothing, c: c && nothing }));
  let carried: Carried = { layers, query: nothing, attentional: nothing };
  const states: StateRoads[] = [];
  const attended: (AttentionGradient | null)[] = [];
  for (const made of steps.toReversed()) {
    const back = stepBackward(model, made, carried);
    states.unshift(back.state);
    attended.unshift(back.attended);
    carried = back.carried;
  }
  states.unshift({ output: nothing, query: carried.query, onward: topOf(carried.layers) }); // s(0)
  return { states, attended, initial: withTop(carried.layers, carried.query) };
}

interface StepGradient {
  readonly state: StateRoads;
  readonly attended: AttentionGradient | null;
  readonly carried: Carried;
}

/** The gradient of a step, in the reverse order of its equations. */
function stepBackward(model: SourcedModel, made: MadeDecoderStep, carried: Carried): StepGradient {
  const { shape } = model;
  const out = outputBackward(model, made, carried.attentional);
  const state = {
    output: out.output,
    query: plus(out.query, carried.query),
    onward: plus(out.onward, topOf(carried.layers)),
  };
  const beside = plus(out.output, plus(out.onward, state.query)); // all but the recurrence
  const cells = cellsBackward(model, made, withTop(carried.layers, beside));
  const extra = cells.input.slice(cells.input.length - extraInput(shape)); // of the context, or of h~(t - 1)
  const early = contextEntersCell(shape) ? attend(model, made.step, extra) : null;
  const nothing = zeros(shape.hiddenSize);
  return {
    state,
    attended: early ?? out.attended,
    carried: {
      layers: cells.before,
      query: early?.query ?? nothing,
      attentional: feedsInput(shape) ? extra : nothing,
    },
  };
}

interface OutputGradient extends StateRoads {
  readonly attended: AttentionGradient | null;
}

/** From the logits, and from h~ where the next step is fed it, to the top layer's state. */
function outputBackward(
  model: SourcedModel,
  { step, dLogits }: MadeDecoderStep,
  dFed: Vector,
): OutputGradient {
  const { p, shape } = model;
  const dOut = timesTransposed(dLogits, p("decoder.out.weight"));
  const nothing = zeros(shape.hiddenSize);
  if (step.attentional === null)
    return { output: dOut, query: nothing, onward: nothing, attended: null };
  const h = step.attentional; //                                       h~ = tanh(Wc [c; h])
  const through = (d: Vector): Vector =>
    timesTransposed(throughTanh(d, h), p("decoder.attentional.weight")); // [K + H]
  const [said, fed] = [through(dOut), through(dFed)];
  const K = keySize(shape);
  const attended = attend(model, step, plus(said, fed).slice(0, K));
  return { output: said.slice(K), query: attended.query, onward: fed.slice(K), attended };
}

function attend(model: SourcedModel, { attended }: ReferenceStep, dContext: Vector) {
  if (!attended) throw new Error("reference: expected a step with attention");
  return attentionBackward(model, attended, dContext);
}

/** All layers, the top one first: its input is the new state of the layer below. */
function cellsBackward(
  { p, shape }: SourcedModel,
  made: MadeDecoderStep,
  after: Carried["layers"],
) {
  const before: ReferenceState[] = [];
  let above: Vector = zeros(shape.hiddenSize); // of the layer's new state, through the layer above
  for (let l = after.length - 1; l >= 0; l--) {
    const step = { before: row(made.before.layers, l), step: row(made.step.cells, l) };
    const { h, c } = row(after, l);
    const network = { p, shape, side: "decoder" } as const;
    const back = layerBackward(network, `l${l}`, step, { h: plus(h, above), c });
    before.unshift(back.before);
    above = back.input;
  }
  return { before, input: above };
}

/** The width of the first layer's input beside the token. */
function extraInput(shape: ModelShape): number {
  if (contextEntersCell(shape)) return keySize(shape);
  return feedsInput(shape) ? shape.hiddenSize : 0;
}

function topOf(layers: readonly ReferenceState[]): Vector {
  return layers.at(-1)?.h ?? [];
}

/** The gradients with more at the top layer's h. */
function withTop(layers: readonly ReferenceState[], more: Vector): ReferenceState[] {
  return layers.map((layer, l) =>
    l === layers.length - 1 ? { ...layer, h: plus(layer.h, more) } : layer,
  );
}
