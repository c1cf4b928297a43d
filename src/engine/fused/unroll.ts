/** All decoder steps on known inputs, with what the way back needs stacked over time. */
import type { DropoutMasks } from "../model/dropout";
import {
  type Decoder,
  type DecoderState,
  type DecoderStep,
  projectTokens,
  startDecoder,
  stepDecoder,
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

export interface Unrolled {
  readonly decoder: Decoder;
  readonly inputs: Matrix; //              ids fed  [T B, 1]
  readonly tokens: LayerInput; //          what the first layer reads of them
  readonly initial: DecoderState;
  readonly steps: readonly DecoderStep[];
  readonly states: readonly OverTime[]; // of each layer, bottom first
  readonly attentional: OverTime | null; // h~
  readonly readouts: Matrix; //            what the logits are read from  [T B, H]
  readonly mask: Matrix | null; //         what dropout between the layers multiplied with  [T B, H]
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
  const steps: DecoderStep[] = [];
  for (let t = 0; t < T; t++) {
    const input = {
      token: rowsOf(projected, t * B, B),
      mask: mask && rowsOf(mask, t * B, B),
    };
    steps.push(stepDecoder(decoder, input, steps.at(-1)?.next ?? initial));
  }
  return { decoder, inputs, tokens, initial, steps, mask, ...stackSteps(ops, initial, steps) };
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
  const size = batch * shape.hiddenSize;
  const all = new Float32Array(steps * size);
  for (let t = 0; t < steps && shape.layers > 1; t++) {
    const drawn = masks("decoder.layers", size);
    if (!drawn) return null;
    all.set(drawn, t * size);
  }
  return shape.layers > 1 ? ops.matrix(all, steps * batch, shape.hiddenSize) : null;
}

function stackSteps(
  ops: Ops,
  initial: DecoderState,
  steps: readonly DecoderStep[],
): Pick<Unrolled, "states" | "attentional" | "readouts"> {
  const states = initial.layers.map(({ h }, l) =>
    overTime(ops, [h, ...steps.flatMap(({ cells }) => cells[l]?.after.h ?? [])]),
  );
  const combined = steps.flatMap(({ attentional }) => attentional ?? []);
  if (combined.length === 0) {
    const top = states.at(-1) as OverTime;
    return { states, attentional: null, readouts: top.after };
  }
  const first = initial.attentional ?? ops.zeros(combined[0]?.rows ?? 0, combined[0]?.cols ?? 0);
  const attentional = overTime(ops, [first, ...combined]);
  return { states, attentional, readouts: attentional.after };
}

/** @param all T + 1 matrices [B, H] */
function overTime(ops: Ops, all: readonly Matrix[]): OverTime {
  const stacked = ops.stack(all);
  const B = stacked.rows / all.length;
  const rows = stacked.rows - B;
  return { before: rowsOf(stacked, 0, rows), after: rowsOf(stacked, B, rows) };
}
