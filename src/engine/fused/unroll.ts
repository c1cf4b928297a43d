/** All decoder steps on known inputs, with what the way back needs stacked over time. */
import { type DropoutMasks, noMasks } from "../training/dropoutMasks";
import type { Look } from "./attention";
import {
  type Decoder,
  type DecoderState,
  type DecoderStep,
  lookAndCombine,
  looksLate,
  projectTokens,
  startDecoder,
  stepAlone,
  stepDecoder,
  type With,
} from "./decoder";
import type { Encoded } from "./encoder";
import { type LayerInput, tokenInput } from "./layerInput";
import { type Matrix, rowsOf } from "./matrix";
import type { Network } from "./model";
import type { Ops } from "./ops";

/** What the steps began with and what they left; windows on one stack, since each begins with what the last one left. */
export interface OverTime {
  readonly before: Matrix; // [T B, H]
  readonly after: Matrix; //  [T B, H]
}

export interface Unrolled extends Readouts {
  readonly decoder: Decoder;
  readonly inputs: Matrix; //              ids fed  [T B, 1]
  readonly tokens: LayerInput; //          what the first layer reads of them
  readonly initial: DecoderState;
  readonly steps: readonly DecoderStep[];
  readonly states: readonly OverTime[]; // of each layer, bottom first
  readonly mask: Matrix | null; //         what dropout between the layers multiplied with  [T B, H]
}

/** What all steps looked at and said. */
interface Readouts {
  readonly looks: readonly Look[]; //     T of them; none without attention
  readonly contexts: Matrix | null; //    theirs  [T B, K]
  readonly attentional: Matrix | null; // h~ of every step, in Luong timing  [T B, H]
  readonly fed: Matrix | null; //         h~ of the step before, with input feeding  [T B, H]
  readonly readouts: Matrix; //           what the logits are read from  [T B, H]
}

/**
 * Runs the decoder on known inputs.
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
  const tokens = tokenInput(network, "decoder", inputs, { masks, batch: B, length: T });
  const projected = projectTokens(decoder, tokens); // [T B, GH]
  const mask = layerMask(network, masks, { steps: T, batch: B });
  const late = looksLate(decoder);
  const steps: DecoderStep[] = [];
  for (let t = 0; t < T; t++) {
    const token = rowsOf(projected, t * B, B);
    const x = { token, mask: mask && rowsOf(mask, t * B, B) };
    const before = steps.at(-1)?.next ?? initial;
    steps.push(late ? stepAlone(decoder, x, before) : stepDecoder(decoder, x, before));
  }
  const states = stackStates(ops, initial, steps);
  const top = (states.at(-1) as OverTime).after;
  const said = late ? combineAll(late, top) : stackReadouts(ops, steps, initial, top);
  return { decoder, inputs, tokens, initial, steps, states, mask, ...said };
}

/**
 * What dropout between the decoder's layers multiplies with, drawn step by step and laid down at once; null for nothing.
 * @returns [steps B, H]
 */
export function layerMask(
  { ops, shape }: Network,
  masks: DropoutMasks,
  { steps, batch }: { readonly steps: number; readonly batch: number },
): Matrix | null {
  if (shape.layers === 1 || masks === noMasks) return null;
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

/** Luong's decoder where all steps combine at once. states [T B, H] */
function combineAll(decoder: With<"attention" | "combined">, states: Matrix): Readouts {
  const { looks, contexts, attentional } = lookAndCombine(decoder, states);
  return { looks, contexts, attentional, fed: null, readouts: attentional };
}

/** @param top the top layer's states, [T B, H] */
function stackReadouts(
  ops: Ops,
  steps: readonly DecoderStep[],
  { attentional: first }: DecoderState,
  top: Matrix,
): Readouts {
  const looks = steps.flatMap(({ look }) => look ?? []);
  const contexts = looks.length > 0 ? ops.stack(looks.map(({ context }) => context)) : null;
  if (!first) return { looks, contexts, attentional: null, fed: null, readouts: top };
  const all = overTime(ops, [first, ...steps.flatMap(({ attentional }) => attentional ?? [])]);
  return { looks, contexts, attentional: all.after, fed: all.before, readouts: all.after };
}

/** @param all T + 1 matrices [B, H] */
function overTime(ops: Ops, all: readonly Matrix[]): OverTime {
  const stacked = ops.stack(all);
  const B = stacked.rows / all.length;
  const rows = stacked.rows - B;
  return { before: rowsOf(stacked, 0, rows), after: rowsOf(stacked, B, rows) };
}
