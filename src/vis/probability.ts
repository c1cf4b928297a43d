/** Probabilities over the target vocabulary, and what one step adds to the loss. */
import { max, sum } from "d3-array";
import type { Candidate, DecoderStep } from "../engine/trace";

/** Probability of one token, by a softmax over all logits. */
export function probabilityOf(logits: Float32Array, id: number): number {
  const top = max(logits) ?? 0;
  const total = sum(logits, (logit) => Math.exp(logit - top));
  return Math.exp((logits[id] ?? -Infinity) - top) / total;
}

/** What one step adds to the cross-entropy: -ln p(truth), in nats. */
export function stepLoss(logits: Float32Array, truthId: number): number {
  const top = max(logits) ?? 0;
  const total = sum(logits, (logit) => Math.exp(logit - top));
  return Math.log(total) - ((logits[truthId] ?? -Infinity) - top);
}

export interface NextTokens {
  readonly top: readonly Candidate[];
  /** How many tokens are not listed, and their probability together. */
  readonly others: number;
  readonly othersProbability: number;
}

/** The best answers of a step, and all others summed. */
export function nextTokens(step: DecoderStep): NextTokens {
  const listed = sum(step.top, (candidate) => candidate.probability);
  return {
    top: step.top,
    others: Math.max(0, step.logits.length - step.top.length),
    othersProbability: Math.max(0, 1 - listed),
  };
}

/** The probability with which the step said what it said. */
export function saidProbability(step: DecoderStep): number {
  return step.top[0]?.probability ?? 0;
}
