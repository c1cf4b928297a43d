/** The decoder's gradients: back through the steps, then every weight's at once over all of them. */
import { tokenSize } from "../setup/modelShape";
import { type LookGradient, sourceGradient } from "./attention";
import { type LayerGradient, setRecurrentGradients, stackGradients } from "./cell";
import { type DecoderStep, looksLate } from "./decoder";
import { inputWeightGradient, setEmbeddingGradient } from "./layerInput";
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
import type { OverTime, Unrolled } from "./unroll";

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
  const { steps, looks, dCombined, dInitial } = throughTime(run, reversed, dReadouts);
  const layers = decoder.cells.map((_, l) =>
    stackGradients(
      decoder.network.ops,
      steps.map(({ cells }) => cells[l] as CellGradient),
    ),
  );
  setCellGradients(run, layers, gradients);
  setFirstInputGradient(run, (layers[0] as LayerGradient).dInput, gradients);
  setTokenGradient(run, (layers[0] as LayerGradient).dInput, reversed, gradients);
  if (dCombined) setCombinedGradient(run, dCombined, gradients);
  return { dValues: lookedAt(run, looks, gradients), dInitial };
}

/** What the way back through time leaves. */
interface ThroughTime {
  readonly steps: readonly StepGradient[];
  readonly looks: readonly LookGradient[]; // T of them; none without attention
  readonly dCombined: Matrix | null; //       of Wc [c; h], in Luong timing  [T B, H]
  readonly dInitial: readonly CellState[];
}

/** Backpropagation through time. Where the looks came after all steps, the way back begins with them. */
function throughTime(run: Unrolled, reversed: Reverse, dReadouts: Matrix): ThroughTime {
  const { looks, attentional } = run;
  if (!attentional || !looksLate(run.decoder)) {
    const { steps, dInitial } = throughSteps(run, reversed, dReadouts);
    const dCombined = steps.flatMap((step) => step.dCombined ?? []);
    return {
      steps,
      looks: steps.flatMap(({ look }) => look ?? []),
      dCombined: dCombined.length > 0 ? run.decoder.network.ops.stack(dCombined) : null,
      dInitial,
    };
  }
  const back = { looks, attentional, dAttentional: dReadouts, later: null };
  const late = combinedGradient(reversed, back);
  const { steps, dInitial } = throughSteps(run, reversed, late.dStates);
  return { steps, looks: late.looks, dCombined: late.dCombined, dInitial };
}

/** @param dReadouts of what each step gave, [T B, H] */
function throughSteps(
  { steps, initial, mask }: Unrolled,
  reversed: Reverse,
  dReadouts: Matrix,
): Pick<ThroughTime, "steps" | "dInitial"> {
  const B = dReadouts.rows / steps.length;
  const back: StepGradient[] = [];
  let later: Carried = { layers: initial.layers.map(() => null), attentional: null };
  for (let t = steps.length - 1; t >= 0; t--) {
    const step = stepGradient(reversed, {
      step: steps[t] as DecoderStep,
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
    const { before } = states[l] as OverTime;
    setRecurrentGradients(ops, cell, { ...layer, before }, gradients);
    const below = states[l - 1]?.after;
    if (!below) return;
    const read = mask ? ops.multiply(below, mask) : below; // [T B, H]
    gradients.set(cell.name("weight_ih"), ops.outerProduct(read, layer.dInput));
  });
}

/** W_ih of the first layer, block by block of what it meets: the token, then the context or h~(t-1). dInput [T B, GH] */
function setFirstInputGradient(
  { decoder, tokens, contexts, fed }: Unrolled,
  dInput: Matrix,
  gradients: Gradients,
): void {
  const { network, cells, fromContext, fromAttentional } = decoder;
  const { ops } = network;
  const ofTokens = inputWeightGradient(ops, tokens, dInput); //                        [X, GH]
  const blocks = [ofTokens];
  if (fromContext && contexts) blocks.push(ops.outerProduct(contexts, dInput)); //     [K, GH]
  if (fromAttentional && fed) blocks.push(ops.outerProduct(fed, dInput)); //           [H, GH]
  gradients.set(cells[0].name("weight_ih"), blocks.length > 1 ? ops.flatten(blocks) : ofTokens);
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

/** Wc of h~ = tanh(Wc [c; h]). dCombined [T B, H] */
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

/** What comes back from all looks to the encoder's states. */
function lookedAt(
  { decoder, looks, states }: Unrolled,
  back: readonly LookGradient[],
  gradients: Gradients,
): Matrix | null {
  const { network, attention, fromContext } = decoder;
  if (!attention) return null;
  const top = states.at(-1) as OverTime;
  const queries = fromContext ? top.before : top.after; // Bahdanau asks with s(t-1), Luong with h(t)
  return sourceGradient(network, attention, { queries, looks, back }, gradients);
}
