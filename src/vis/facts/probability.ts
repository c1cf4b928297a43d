/** Probabilities over the target vocabulary, the choice among them, and the loss of one step. */
import type { Candidate, DecoderStep, Trace } from "../../engine/results/trace";

/**
 * Probability of one token, by a softmax over all logits.
 * @param temperature divides the logits first: below 1 it sharpens, above 1 it flattens
 */
export function probabilityOf(logits: Float32Array, id: number, temperature = 1): number {
  const top = largest(logits);
  const total = logits.reduce((sum, logit) => sum + Math.exp((logit - top) / temperature), 0);
  return Math.exp(((logits[id] ?? -Infinity) - top) / temperature) / total;
}

function largest(logits: Float32Array): number {
  return logits.reduce((top, logit) => Math.max(top, logit), -Infinity);
}

/** Cross-entropy of one step: -ln p(truth), in nats. */
export function stepLoss(logits: Float32Array, truthId: number): number {
  const top = largest(logits);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - top), 0);
  return Math.log(total) - ((logits[truthId] ?? -Infinity) - top);
}

/** The temperature of sampling; 1 in other decodings. */
export function temperatureOf({ decoding }: Trace): number {
  switch (decoding.kind) {
    case "sampling":
      return decoding.temperature;
    case "greedy":
    case "beam":
      return 1;
    default:
      return decoding satisfies never;
  }
}

/** Whether the sampling temperature differs from 1, the temperature of the probabilities in the figures. */
export function isTempered(trace: Trace): boolean {
  return temperatureOf(trace) !== 1;
}

/** A candidate token and its part in the choice. */
export interface Option extends Candidate {
  /** Probability of drawing it: softmax(logits / temperature). At temperature 1 it equals `probability`. */
  readonly share: number;
  readonly isLargest: boolean; // the argmax
  readonly isChosen: boolean;
}

export interface NextTokens {
  /** The likeliest tokens, followed by the chosen one if it is not among them. */
  readonly options: readonly Option[];
  /** How many tokens are not listed. */
  readonly others: number;
  readonly othersShare: number; // their summed share
}

export function nextTokens(trace: Trace, { top, chosen, logits }: DecoderStep): NextTokens {
  const temperature = temperatureOf(trace);
  const isListed = top.some(({ token }) => token.id === chosen.id);
  const logit = logits[chosen.id] ?? 0;
  const probability = probabilityOf(logits, chosen.id);
  const candidates = isListed ? top : [...top, { token: chosen, logit, probability }];
  const options = candidates.map((candidate, rank) => ({
    ...candidate,
    share: probabilityOf(logits, candidate.token.id, temperature),
    isLargest: rank === 0,
    isChosen: candidate.token.id === chosen.id,
  }));
  return {
    options,
    others: Math.max(0, logits.length - options.length),
    othersShare: Math.max(0, 1 - options.reduce((sum, { share }) => sum + share, 0)),
  };
}

/** The model's probability of the chosen token, at temperature 1. */
export function saidProbability({ top, chosen, logits }: DecoderStep): number {
  const listed = top.find(({ token }) => token.id === chosen.id);
  return listed?.probability ?? probabilityOf(logits, chosen.id);
}
