/** Probabilities over the target vocabulary, what was chosen among them, and what one step adds to the loss. */
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

/** What one step adds to the cross-entropy: -ln p(truth), in nats. */
export function stepLoss(logits: Float32Array, truthId: number): number {
  const top = largest(logits);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - top), 0);
  return Math.log(total) - ((logits[truthId] ?? -Infinity) - top);
}

/** What the logits are divided by before a token is drawn; 1 where none is drawn. */
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

/** Whether tokens were drawn at another temperature than 1, at which the figures' probabilities are. */
export function isTempered(trace: Trace): boolean {
  return temperatureOf(trace) !== 1;
}

/** An answer that the model considered, with its place in the choice. */
export interface Option extends Candidate {
  /** By which it could be drawn: softmax(logits / temperature). At temperature 1 it is `probability`. */
  readonly share: number;
  readonly isLargest: boolean; // the argmax
  readonly isChosen: boolean;
}

export interface NextTokens {
  /** The likeliest answers, and behind them the chosen one where it is none of these. */
  readonly options: readonly Option[];
  /** How many tokens are not listed, and their share together. */
  readonly others: number;
  readonly othersShare: number;
}

/** The answers of a step that are worth listing, and all others summed. */
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

/** The probability that the model gave to what it said, whichever way that was chosen. */
export function saidProbability({ top, chosen, logits }: DecoderStep): number {
  const listed = top.find(({ token }) => token.id === chosen.id);
  return listed?.probability ?? probabilityOf(logits, chosen.id);
}
