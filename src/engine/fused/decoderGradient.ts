/** The decoder's gradients: back through the steps, then every weight's at once over all of them. */
import { tokenSize } from "../modelShape";
import { sourceGradient } from "./attention";
import { type LayerGradient, setRecurrentGradients, stackGradients } from "./cell";
import { inputWeightGradient, setEmbeddingGradient } from "./layerInput";
import { columnsOf, type Matrix, rowsOf } from "./matrix";
import type { Gradients } from "./model";
import type { CellGradient, CellState } from "./ops";
import {
  type Carried,
  type Reverse,
  reverse,
  type StepGradient,
  stepGradient,
} from "./stepGradient";
import type { Unrolled } from "./unroll";

/** What comes back to the encoder. */
export interface DecoderGradient {
  readonly dValues: Matrix | null; // of the states that attention looked at  [S B, K]
  readonly dInitial: readonly CellState[];
}

/**
 * Sets the gradients of all that the decoder and attention learn, but of the output layer.
 * @param dReadouts [T B, H]
 */
export function decoderGradient(
  run: Unrolled,
  dReadouts: Matrix,
  gradients: Gradients,
): DecoderGradient {
  const { decoder } = run;
  const reversed = reverse(decoder);
  const { steps, dInitial } = throughTime(run, reversed, dReadouts);
  const layers = decoder.cells.map((_, l) =>
    stackGradients(
      decoder.network.ops,
      steps.map(({ cells }) => cells[l] as CellGradient),
    ),
  );
  setCellGradients(run, layers, gradients);
  const contexts = stackContexts(run);
  setFirstInputGradient(run, (layers[0] as LayerGradient).dInput, contexts, gradients);
  setTokenGradient(run, (layers[0] as LayerGradient).dInput, reversed, gradients);
  if (contexts) setCombinedGradient(run, steps, contexts, gradients);
  return { dValues: lookedAt(run, steps, gradients), dInitial };
}

/** Backpropagation through time. */
function throughTime(
  { steps, initial, mask }: Unrolled,
  reversed: Reverse,
  dReadouts: Matrix,
): { readonly steps: readonly StepGradient[]; readonly dInitial: readonly CellState[] } {
  const B = dReadouts.rows / steps.length;
  const back: StepGradient[] = [];
  let later: Carried = { layers: initial.layers.map(() => null), attentional: null };
  for (let t = steps.length - 1; t >= 0; t--) {
    const step = stepGradient(reversed, {
      step: steps[t] as Unrolled["steps"][number],
      mask: mask && rowsOf(mask, t * B, B),
      dReadout: rowsOf(dReadouts, t * B, B),
      later,
    });
    back[t] = step;
    later = step.carried;
  }
  return { steps: back, dInitial: later.layers as readonly CellState[] };
}

/** The recurrent weights and biases of every layer, and W_ih of the upper ones. */
function setCellGradients(
  { decoder, states, mask }: Unrolled,
  layers: readonly LayerGradient[],
  gradients: Gradients,
): void {
  const { ops } = decoder.network;
  decoder.cells.forEach((cell, l) => {
    const layer = layers[l] as LayerGradient;
    const { before } = states[l] as Unrolled["states"][number];
    setRecurrentGradients(ops, cell, { ...layer, before }, gradients);
    const below = states[l - 1]?.after;
    if (!below) return;
    const read = mask ? ops.multiply(below, mask) : below; // [T B, H]
    gradients.set(cell.name("weight_ih"), ops.outerProduct(read, layer.dInput));
  });
}

/** The contexts of all steps, [T B, K]; null without attention. */
function stackContexts({ decoder, steps }: Unrolled): Matrix | null {
  const contexts = steps.flatMap(({ look }) => look?.context ?? []);
  return contexts.length > 0 ? decoder.network.ops.stack(contexts) : null;
}

/** W_ih of the first layer, block by block of what it meets: the token, then the context or h~(t-1). dInput [T B, GH] */
function setFirstInputGradient(
  { decoder, tokens, attentional }: Unrolled,
  dInput: Matrix,
  contexts: Matrix | null,
  gradients: Gradients,
): void {
  const { network, cells, fromContext, fromAttentional } = decoder;
  const { ops } = network;
  const blocks = [inputWeightGradient(ops, tokens, dInput)]; //                                   [X, GH]
  if (fromContext && contexts) blocks.push(ops.outerProduct(contexts, dInput)); //                [K, GH]
  if (fromAttentional && attentional) blocks.push(ops.outerProduct(attentional.before, dInput)); // [H, GH]
  gradients.set(cells[0].name("weight_ih"), ops.flatten(blocks));
}

/** The decoder's embedding, where it has one. */
function setTokenGradient(
  { decoder, tokens, inputs }: Unrolled,
  dInput: Matrix,
  { toInputs }: Reverse,
  gradients: Gradients,
): void {
  const { network } = decoder;
  const X = tokenSize(network.shape, "decoder");
  const transposed = columnsOf(toInputs[0] as Matrix, 0, X); // [GH, X]
  const shares = () => [{ dy: dInput, transposed }];
  setEmbeddingGradient(network, "decoder", { input: tokens, ids: inputs, shares }, gradients);
}

/** Wc of h~ = tanh(Wc [c; h]), in Luong timing. contexts [T B, K] */
function setCombinedGradient(
  { decoder, states }: Unrolled,
  steps: readonly StepGradient[],
  contexts: Matrix,
  gradients: Gradients,
): void {
  if (!decoder.combined) return;
  const { ops } = decoder.network;
  const dCombined = ops.stack(steps.flatMap((step) => step.dCombined ?? [])); // [T B, H]
  const queries = (states.at(-1) as Unrolled["states"][number]).after;
  const blocks = [ops.outerProduct(contexts, dCombined), ops.outerProduct(queries, dCombined)];
  gradients.set("decoder.attentional.weight", ops.flatten(blocks));
}

/** What comes back from all looks to the encoder's states. */
function lookedAt(
  { decoder, steps, states }: Unrolled,
  back: readonly StepGradient[],
  gradients: Gradients,
): Matrix | null {
  const { network, attention, fromContext } = decoder;
  if (!attention) return null;
  const top = states.at(-1) as Unrolled["states"][number];
  const looks = {
    queries: fromContext ? top.before : top.after, // Bahdanau asks with s(t-1), Luong with h(t)
    looks: steps.flatMap(({ look }) => look ?? []),
    back: back.flatMap(({ look }) => look ?? []),
  };
  return sourceGradient(network, attention, looks, gradients);
}
