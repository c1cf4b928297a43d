/** Every kind of network, and what is the same for all of them. */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { NetworkKind } from "../setup/config";
import type { ModelShape } from "../setup/modelShape";
import { targetTensors } from "./batchTensors";
import { crossEntropy } from "./loss";
import type { Network, Pass } from "./network";
import { recurrent } from "./seq2seq";
import { transformer } from "./transformer/transformer";
import type { Weights } from "./weights";

const NETWORKS: Readonly<Record<NetworkKind, Network>> = { recurrent, transformer };

/** The network of a model. */
export function networkOf({ network }: Pick<ModelShape, "network">): Network {
  return NETWORKS[network];
}

/** Mean cross-entropy of a batch over its real target tokens, in nats; a scalar. */
export function batchLoss(weights: Weights, shape: ModelShape, pass: Pass): Tensor {
  const target = targetTensors(pass.batch);
  const { logits } = networkOf(shape).predict(weights, shape, pass);
  return crossEntropy(logits, target.ids, target.mask);
}
