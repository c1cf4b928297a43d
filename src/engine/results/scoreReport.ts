/** The result of a full evaluation: metrics, scores by source length and by position, and every held-out example. */

export interface ScoreReport {
  readonly step: number; // training steps behind the weights
  readonly metrics: Metrics;
  readonly byLength: readonly LengthScore[]; // shortest first
  readonly byPosition: readonly PositionScore[]; // the first position first
  readonly examples: readonly ScoredExample[]; // the held-out examples in their order
}

/**
 * Over all held-out examples, without padding; <eos> counts as a token.
 * "Free": greedy decoding, fed its own answers. "Forced": teacher forcing.
 */
export interface Metrics {
  readonly exactMatch: number; //        [0, 1] free
  readonly freeAccuracy: number; //      [0, 1] free: share of tokens that are right at their position
  readonly forcedAccuracy: number; //    [0, 1] forced: share of right tokens
  readonly perplexity: number; //        forced: exp of the mean cross-entropy per token, 1 to V and beyond
  readonly bleu: number | null; //       [0, 1] free, corpus BLEU-4; null where tokens are not words
  /** Null without attention. */
  readonly attention: AttentionMetrics | null;
}

export interface AttentionMetrics {
  /** [0, 1] free: alignment error rate on exactly matched examples; null without gold links or without a match. */
  readonly alignmentError: number | null;
  /** [0, 1] forced: mean weight on the gold positions, over tokens that have any, <eos> included; null without gold. */
  readonly goldMass: number | null;
  readonly entropy: number; //           forced: mean of -sum a ln a over the steps, in nats
  readonly largestEntropy: number; //    mean of ln S over the same steps: the entropy of uniform weights
}

/** Exact match of the examples with this source length. */
export interface LengthScore {
  readonly length: number; //            source tokens, <eos> not counted
  readonly examples: number;
  readonly matches: number;
  /** Whether training draws sources of this length. */
  readonly isSeen: boolean;
}

/** The held-out examples whose right answer has a token at this position, <eos> counted. */
export interface PositionScore {
  readonly position: number; //          1 is the first token of the right answer
  readonly examples: number;
  readonly freeRight: number; //         examples right at this position, the model fed its own answers
  readonly forcedRight: number; //       the same, the model fed the truth
  readonly firstErrors: number; //       free answers whose first wrong token stands here
}

export interface ScoredExample {
  readonly source: readonly string[]; // tokens as written, without <eos>
  readonly expected: string;
  readonly answer: string; //            free, up to <eos>
  readonly ended: boolean; //            whether the model said <eos> before the length limit
  readonly isExact: boolean;
  readonly rightTokens: number; //       free, <eos> counted
  readonly tokens: number; //            of the expected answer, <eos> counted
  readonly loss: number; //              forced: mean cross-entropy per token, in nats
}

/** The progress of a full evaluation. */
export type EvaluationStage =
  | {
      readonly kind: "running";
      readonly step: number; // training steps behind the evaluated weights
      readonly done: number; // examples
      readonly total: number;
    }
  | { readonly kind: "stopped" }
  | { readonly kind: "done"; readonly report: ScoreReport };
