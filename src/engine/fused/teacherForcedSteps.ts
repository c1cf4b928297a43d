/** All decoder steps for known inputs; what the backward pass needs is stacked over time. */
import { decoderLayersOf } from "../setup/modelShape";
import { type DropoutMasks, noMasks } from "../training/dropoutMasks";
import { type Attended, innerOf, innerOfStep } from "./attention";
import {
  type Decoder,
  type DecoderState,
  type DecoderStep,
  attendAndCombine,
  attendsLate,
  projectTokens,
  startDecoder,
  stepWithoutAttention,
  stepDecoder,
  type With,
} from "./decoder";
import type { Encoded } from "./encoder";
import { type LayerInput, sequenceInput } from "./layerInput";
import { type Matrix, rowsOf } from "./matrix";
import type { Network } from "./model";
import type { Ops } from "./ops";

/** States before and after each step: two windows on one stack. */
export interface OverTime {
  readonly before: Matrix; // [T B, H]
  readonly after: Matrix; //  [T B, H]
}

export interface Unrolled extends Readouts {
  readonly decoder: Decoder;
  readonly inputs: Matrix; //              ids  [T B, 1]
  readonly tokens: LayerInput; //          the first layer's input
  readonly initial: DecoderState;
  readonly steps: readonly DecoderStep[];
  readonly states: readonly OverTime[]; // of each layer, bottom first
  readonly mask: Matrix | null; //         factors of the dropout between the layers  [T B, H]
  readonly inner: Matrix | null; //        the score's inner vectors, if they are kept  [T S B, H]
}

/** Attention and outputs of all steps. */
interface Readouts {
  readonly attended: readonly Attended[]; // T of them; empty without attention
  readonly contexts: Matrix | null; //    [T B, K]
  readonly attentional: Matrix | null; // h~ of every step, in Luong timing  [T B, H]
  readonly fed: Matrix | null; //         h~ of the previous step, with input feeding  [T B, H]
  readonly readouts: Matrix; //           the input of the output layer  [T B, H]
}

/**
 * Runs the decoder for known inputs.
 * @param inputs ids, [T B, 1]
 */
export function unroll(
  network: Network,
  encoded: Encoded,
  inputs: Matrix,
  masks: DropoutMasks,
): Unrolled {
  const { ops } = network;
  const B = encoded.source.batch;
  const T = inputs.rows / B;
  const { decoder, initial } = startDecoder(network, encoded);
  const tokens = sequenceInput(network, "decoder", inputs, { masks, batch: B, length: T });
  const projected = projectTokens(decoder, tokens); // [T B, GH]
  const mask = layerMask(network, masks, { steps: T, batch: B });
  const { attention } = decoder;
  const inner = attention && innerOf(network, attention, T);
  const late = attendsLate(decoder);
  const steps: DecoderStep[] = [];
  for (let t = 0; t < T; t++) {
    const token = rowsOf(projected, t * B, B);
    const own = attention ? innerOfStep(attention, inner, t) : undefined;
    const x = { token, mask: mask && rowsOf(mask, t * B, B), inner: own };
    const before = steps.at(-1)?.next ?? initial;
    steps.push(late ? stepWithoutAttention(decoder, x, before) : stepDecoder(decoder, x, before));
  }
  const states = stackStates(ops, initial, steps);
  const top = (states.at(-1) as OverTime).after;
  const outputs = late ? combineAll(late, top, inner) : stackReadouts(ops, steps, initial, top);
  return { decoder, inputs, tokens, initial, steps, states, mask, inner, ...outputs };
}

/**
 * The factors of the dropout between the decoder's layers, drawn step by step and uploaded at once; null without dropout.
 * @returns [steps B, H]
 */
export function layerMask(
  { ops, shape }: Network,
  masks: DropoutMasks,
  { steps, batch }: { readonly steps: number; readonly batch: number },
): Matrix | null {
  if (decoderLayersOf(shape) === 1 || masks === noMasks) return null;
  const size = batch * shape.hiddenSize;
  const all = new Float32Array(steps * size);
  for (let t = 0; t < steps; t++) {
    const drawn = masks("decoder.layers", size);
    if (!drawn) return null;
    all.set(drawn, t * size);
  }
  return ops.matrix(all, steps * batch, shape.hiddenSize);
}

function stackStates(ops: Ops, initial: DecoderState, steps: readonly DecoderStep[]): OverTime[] {
  return initial.layers.map(({ h }, l) =>
    overTime(ops, [h, ...steps.flatMap(({ cells }) => cells[l]?.after.h ?? [])]),
  );
}

/** Attends and combines for all steps at once. states [T B, H] */
function combineAll(
  decoder: With<"attention" | "combined">,
  states: Matrix,
  inner: Matrix | null,
): Readouts {
  const { attended, contexts, attentional } = attendAndCombine(decoder, states, inner);
  return { attended, contexts, attentional, fed: null, readouts: attentional };
}

/** @param top the top layer's states, [T B, H] */
function stackReadouts(
  ops: Ops,
  steps: readonly DecoderStep[],
  { attentional: first }: DecoderState,
  top: Matrix,
): Readouts {
  const attended = steps.flatMap((step) => step.attended ?? []);
  const contexts = attended.length > 0 ? ops.stack(attended.map(({ context }) => context)) : null;
  if (!first) return { attended, contexts, attentional: null, fed: null, readouts: top };
  const all = overTime(ops, [first, ...steps.flatMap(({ attentional }) => attentional ?? [])]);
  return { attended, contexts, attentional: all.after, fed: all.before, readouts: all.after };
}

/** @param all T + 1 matrices [B, H] */
function overTime(ops: Ops, all: readonly Matrix[]): OverTime {
  const stacked = ops.stack(all);
  const B = stacked.rows / all.length;
  const rows = stacked.rows - B;
  return { before: rowsOf(stacked, 0, rows), after: rowsOf(stacked, B, rows) };
}
