/** The decoder's gradients: backwards through the steps, then each weight's gradient over all steps at once. */
import { tokenSize } from "../setup/modelShape";
import { type AttendedGradient, sourceGradient } from "./attention";
import { type LayerGradient, setRecurrentGradients, stackGradients } from "./cell";
import { attendsLate, type DecoderStep } from "./decoder";
import { inputWeightGradient, productGradient, setEmbeddingGradient } from "./layerInput";
import { columnsOf, type Matrix, rowsOf } from "./matrix";
import type { Gradients } from "./model";
import type { CellGradient, CellState } from "./ops";
import {
  type Carried,
  combinedGradient,
  type Reverse,
  reverse,
  type StepGradient,
  stepGradient,
} from "./stepGradient";
import type { OverTime, Unrolled } from "./teacherForcedSteps";

/** The gradients that the encoder receives. */
export interface DecoderGradient {
  readonly dValues: Matrix | null; // null without attention  [S B, K]
  readonly dInitial: readonly CellState[];
}

/**
 * Sets the gradients of all parameters of decoder and attention, except the output layer.
 * @param dReadouts [T B, H]
 */
export function decoderGradient(
  run: Unrolled,
  dReadouts: Matrix,
  gradients: Gradients,
): DecoderGradient {
  const { decoder } = run;
  const reversed = reverse(decoder);
  const { steps, dAttended, dCombined, dInitial } = throughTime(run, reversed, dReadouts);
  const layers = decoder.cells.map((_, l) =>
    stackGradients(
      decoder.network.ops,
      steps.map(({ cells }) => cells[l] as CellGradient),
    ),
  );
  setCellGradients(run, layers, gradients);
  const { dInput } = layers[0] as LayerGradient;
  const dTokens = productGradient(decoder.network.ops, run.tokens, dInput);
  setFirstInputGradient(run, { dInput, dTokens }, gradients);
  setTokenGradient(run, dTokens, reversed, gradients);
  if (dCombined) setCombinedGradient(run, dCombined, gradients);
  return { dValues: attentionGradient(run, dAttended, gradients), dInitial };
}

/** The result of backpropagation through time. */
interface ThroughTime {
  readonly steps: readonly StepGradient[];
  readonly dAttended: readonly AttendedGradient[]; // T of them; empty without attention
  readonly dCombined: Matrix | null; //               of Wc [c; h], in Luong timing  [T B, H]
  readonly dInitial: readonly CellState[];
}

/** Backpropagation through time. A decoder that attended after all steps begins with the gradient of attention. */
function throughTime(run: Unrolled, reversed: Reverse, dReadouts: Matrix): ThroughTime {
  const { attended, attentional } = run;
  if (!attentional || !attendsLate(run.decoder)) {
    const { steps, dInitial } = throughSteps(run, reversed, dReadouts);
    const dCombined = steps.flatMap((step) => step.dCombined ?? []);
    return {
      steps,
      dAttended: steps.flatMap((step) => step.dAttended ?? []),
      dCombined: dCombined.length > 0 ? run.decoder.network.ops.stack(dCombined) : null,
      dInitial,
    };
  }
  const back = { attended, attentional, dAttentional: dReadouts, later: null };
  const late = combinedGradient(reversed, back);
  const { steps, dInitial } = throughSteps(run, reversed, late.dStates);
  return { steps, dAttended: late.dAttended, dCombined: late.dCombined, dInitial };
}

/** @param dReadouts of the steps' readouts, [T B, H] */
function throughSteps(
  { steps, initial, mask }: Unrolled,
  reversed: Reverse,
  dReadouts: Matrix,
): Pick<ThroughTime, "steps" | "dInitial"> {
  const B = dReadouts.rows / steps.length;
  const dReadout = (t: number) => rowsOf(dReadouts, t * B, B);
  const T = steps.length;
  const back: StepGradient[] = [];
  let later = lastCarried(steps[T - 1] as DecoderStep, initial.layers.length, dReadout(T - 1));
  for (let t = T - 1; t >= 0; t--) {
    const step = stepGradient(reversed, {
      step: steps[t] as DecoderStep,
      mask: mask && rowsOf(mask, t * B, B),
      dBefore: t > 0 ? dReadout(t - 1) : null,
      later,
    });
    back[t] = step;
    later = step.carried;
  }
  return { steps: back, dInitial: later.layers as readonly CellState[] };
}

/** What the last step receives: the gradient of its readout only. */
function lastCarried({ attentional }: DecoderStep, layers: number, dReadout: Matrix): Carried {
  const top = attentional ? null : { h: dReadout, c: null };
  return {
    layers: Array.from({ length: layers }, (_, l) => (l === layers - 1 ? top : null)),
    attentional: attentional && dReadout,
  };
}

/** Sets the gradients of every layer's recurrent weights and biases, and of the upper layers' W_ih. */
function setCellGradients(
  { decoder, states, mask }: Unrolled,
  layers: readonly LayerGradient[],
  gradients: Gradients,
): void {
  const { ops } = decoder.network;
  decoder.cells.forEach((cell, l) => {
    const layer = layers[l] as LayerGradient;
    const { before } = states[l] as OverTime;
    setRecurrentGradients(ops, cell, { ...layer, before }, gradients);
    const below = states[l - 1]?.after;
    if (!below) return;
    const read = mask ? ops.multiply(below, mask) : below; // [T B, H]
    gradients.set(cell.name("weight_ih"), ops.outerProduct(read, layer.dInput));
  });
}

/** The gradient of the first layer's projected input at all positions, [T B, GH], and its part of `productGradient`. */
interface FirstGradient {
  readonly dInput: Matrix;
  readonly dTokens: Matrix;
}

/** Sets the gradient of the first layer's W_ih in blocks: token, then context or h~(t-1). */
function setFirstInputGradient(
  { decoder, tokens, contexts, fed }: Unrolled,
  { dInput, dTokens }: FirstGradient,
  gradients: Gradients,
): void {
  const { network, cells, fromContext, fromAttentional } = decoder;
  const { ops } = network;
  const ofTokens = inputWeightGradient(ops, tokens, dTokens); //                       [X, GH]
  const blocks = [ofTokens];
  if (fromContext && contexts) blocks.push(ops.outerProduct(contexts, dInput)); //     [K, GH]
  if (fromAttentional && fed) blocks.push(ops.outerProduct(fed, dInput)); //           [H, GH]
  gradients.set(cells[0].name("weight_ih"), blocks.length > 1 ? ops.flatten(blocks) : ofTokens);
}

/** Sets the gradient of the decoder's embedding, if it has one. */
function setTokenGradient(
  { decoder, tokens, inputs }: Unrolled,
  dTokens: Matrix,
  { toInputs }: Reverse,
  gradients: Gradients,
): void {
  const { network } = decoder;
  const X = tokenSize(network.shape, "decoder");
  const transposed = columnsOf(toInputs[0] as Matrix, 0, X); // [GH, X]
  const products = () => [{ dy: dTokens, transposed }];
  setEmbeddingGradient(network, "decoder", { input: tokens, ids: inputs, products }, gradients);
}

/** Sets the gradient of Wc in h~ = tanh(Wc [c; h]). dCombined [T B, H] */
function setCombinedGradient(
  { decoder, states, contexts }: Unrolled,
  dCombined: Matrix,
  gradients: Gradients,
): void {
  if (!contexts) return;
  const { ops } = decoder.network;
  const queries = (states.at(-1) as OverTime).after;
  const blocks = [ops.outerProduct(contexts, dCombined), ops.outerProduct(queries, dCombined)];
  gradients.set("decoder.attentional.weight", ops.flatten(blocks));
}

/** The gradient of the encoder's states through attention; null without attention. */
function attentionGradient(
  { decoder, attended, states, inner }: Unrolled,
  dAttended: readonly AttendedGradient[],
  gradients: Gradients,
): Matrix | null {
  const { network, attention, fromContext } = decoder;
  if (!attention) return null;
  const top = states.at(-1) as OverTime;
  const queries = fromContext ? top.before : top.after; // Bahdanau's query is s(t-1), Luong's h(t)
  return sourceGradient(network, attention, { queries, inner, attended, dAttended }, gradients);
}
