/** The forward and backward pass of a training step over a batch. Call inside `ops.scope`. */
import type { Batch } from "../batch";
import { type DropoutMasks, noMasks } from "../training/dropoutMasks";
import { readLogits } from "./decoder";
import { decoderGradient } from "./decoderGradient";
import { encode, type Encoded, encoderGradient } from "./encoder";
import type { Matrix } from "./matrix";
import {
  flattenGradients,
  type FusedModel,
  type Gradients,
  type Network,
  openNetwork,
  weight,
} from "./model";
import { sourcePositions, targetPositions, tokenColumn } from "./positions";
import { type Unrolled, unroll } from "./teacherForcedSteps";

/** The data of a pass over a batch. */
export interface FusedPass {
  readonly batch: Batch;
  readonly inputs: Matrix; // decoder input ids, [T B, 1] by position
  readonly masks: DropoutMasks;
}

/** The result of the forward pass. */
export interface Forward {
  readonly network: Network;
  readonly encoded: Encoded;
  readonly decoded: Unrolled;
  readonly logits: Matrix; // [T B, V]
}

/** Runs the network. Token projections and logits do not depend on the recurrence: one product computes all steps. */
export function forward(model: FusedModel, { batch, inputs, masks }: FusedPass): Forward {
  const network = openNetwork(model);
  const encoded = encode(network, sourcePositions(network.ops, batch), masks);
  const decoded = unroll(network, encoded, inputs, masks);
  return { network, encoded, decoded, logits: readLogits(decoded.decoder, decoded.readouts) };
}

export interface LossAndGradient {
  readonly loss: Matrix; //     [1, 1]
  readonly gradient: Matrix; // [1, P], in the order of parameterSpecs
}

/** Mean cross-entropy of a batch over its real target tokens, in nats, and its gradient. */
export function lossAndGradient(model: FusedModel, pass: FusedPass): LossAndGradient {
  const { network, encoded, decoded, logits } = forward(model, pass);
  const target = targetPositions(network.ops, pass.batch);
  const { loss, dLogits } = network.ops.crossEntropy(logits, target.ids, target.mask);
  const gradients: Gradients = new Map();
  const dReadouts = outputGradient(network, decoded, dLogits, gradients);
  const back = decoderGradient(decoded, dReadouts, gradients);
  encoderGradient(network, encoded, back, gradients);
  return { loss, gradient: flattenGradients(network, gradients) };
}

/** Mean cross-entropy of a batch over its real target tokens, fed the truth, without dropout, in nats. -> [1, 1] */
export function truthFedLoss(model: FusedModel, batch: Batch): Matrix {
  const { ops } = model;
  const inputs = tokenColumn(ops, batch.targetIn, [batch.size, batch.targetLength]);
  const { logits } = forward(model, { batch, inputs, masks: noMasks });
  const target = targetPositions(ops, batch);
  return ops.crossEntropy(logits, target.ids, target.mask).loss;
}

/** Sets the output layer's gradients; returns those of its input. dLogits [T B, V] -> [T B, H] */
function outputGradient(
  network: Network,
  { readouts }: Unrolled,
  dLogits: Matrix,
  gradients: Gradients,
): Matrix {
  const { ops } = network;
  gradients.set("decoder.out.weight", ops.outerProduct(readouts, dLogits));
  gradients.set("decoder.out.bias", ops.columnSums(dLogits));
  return ops.product(dLogits, ops.transpose(weight(network, "decoder.out.weight")));
}
