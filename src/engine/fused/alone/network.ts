/** The fused networks that only read or only write: logits, loss and gradient. Call inside `ops.scope`. */
import type { AloneShape } from "../../alone/aloneShape";
import type { NameBatch } from "../../alone/nameBatch";
import type { DropoutMasks } from "../../training/dropoutMasks";
import type { Matrix } from "../matrix";
import { flattenGradients, type Gradients, type Network, openNetwork } from "../model";
import type { Ops } from "../ops";
import { classifierGradient, classTargets, runClassifier } from "./classifier";
import { generatorGradient, letterTargets, runGenerator } from "./generator";

export interface AloneNetwork extends Network {
  readonly shape: AloneShape;
}

export interface AloneModel {
  readonly ops: Ops;
  readonly shape: AloneShape;
  readonly parameters: Matrix; // [1, P]
}

/** A forward pass, and the backward pass that follows from the gradient of its logits. */
export interface AlonePass {
  /** Of the classifier [B, C]; of the generator [N B, V], by position. */
  readonly logits: Matrix;
  /** Of the classifier the last state of each name [B, K]; of the generator every state, by position [N B, H]. */
  readonly states: Matrix;
  readonly targets: { readonly ids: Matrix; readonly mask: Matrix };
  /** Sets the gradients of all parameters. */
  readonly backward: (dLogits: Matrix, gradients: Gradients) => void;
  readonly network: AloneNetwork;
}

export function runAlone(model: AloneModel, batch: NameBatch, masks: DropoutMasks): AlonePass {
  const network: AloneNetwork = { ...openNetwork(model), shape: model.shape };
  const { alone } = model.shape;
  switch (alone) {
    case "classifier": {
      const run = runClassifier(network, batch, masks);
      return {
        network,
        logits: run.logits,
        states: run.last,
        targets: classTargets(network, batch),
        backward: (dLogits, gradients) => classifierGradient(network, run, dLogits, gradients),
      };
    }
    case "generator": {
      const run = runGenerator(network, batch, masks);
      return {
        network,
        logits: run.logits,
        states: run.states,
        targets: letterTargets(network, batch, run.source),
        backward: (dLogits, gradients) => generatorGradient(network, run, dLogits, gradients),
      };
    }
    default:
      return alone satisfies never;
  }
}

/** Mean cross-entropy over the names of a classifier, or over the letters of a generator, in nats; and its gradient. */
export function aloneLossAndGradient(
  model: AloneModel,
  batch: NameBatch,
  masks: DropoutMasks,
): { readonly loss: Matrix; readonly gradient: Matrix } {
  const { logits, targets, backward, network } = runAlone(model, batch, masks);
  const { loss, dLogits } = model.ops.crossEntropy(logits, targets.ids, targets.mask);
  const gradients: Gradients = new Map();
  backward(dLogits, gradients);
  return { loss, gradient: flattenGradients(network, gradients) };
}
