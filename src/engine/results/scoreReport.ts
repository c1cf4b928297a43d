/** What a full evaluation finds, in plain data: the figures, exact match by source length, and every held-out example. */

export interface ScoreReport {
  readonly step: number; // training steps behind the weights
  readonly figures: Figures;
  readonly byLength: readonly LengthScore[]; // shortest first
  readonly examples: readonly ScoredExample[]; // the held-out examples in their order
}

/**
 * Over all held-out examples, padding counted nowhere and <eos> counted as a token.
 * "Free": greedy decoding that reads its own answers. "Forced": fed the truth.
 */
export interface Figures {
  readonly exactMatch: number; //        [0, 1] free
  readonly freeAccuracy: number; //      [0, 1] free: share of right tokens at their places
  readonly forcedAccuracy: number; //    [0, 1] forced: share of right tokens
  readonly perplexity: number; //        forced: exp of the mean cross-entropy per token, 1 to V and beyond
  readonly bleu: number | null; //       [0, 1] free, corpus BLEU-4; null where tokens are not words
  /** What only attention has; null without it. */
  readonly attention: AttentionFigures | null;
}

export interface AttentionFigures {
  /** [0, 1] free: alignment error rate on exactly matched examples; null without gold links or without a match. */
  readonly alignmentError: number | null;
  /** [0, 1] forced: mean weight on the gold positions of tokens that have any, <eos> among them; null without gold. */
  readonly goldMass: number | null;
  readonly entropy: number; //           forced: mean of -sum a ln a over the steps, in nats
  readonly largestEntropy: number; //    mean of ln S over the same steps: what evenly spread weights would have
}

/** Exact match of the examples whose sources have this length. */
export interface LengthScore {
  readonly length: number; //            source tokens, <eos> not counted
  readonly examples: number;
  readonly matches: number;
  /** Whether training draws sources of this length. */
  readonly isSeen: boolean;
}

export interface ScoredExample {
  readonly source: readonly string[]; // tokens as written, <eos> not among them
  readonly expected: string;
  readonly answer: string; //            free, up to <eos>
  readonly ended: boolean; //            whether the answer came to its <eos> before the length limit
  readonly isExact: boolean;
  readonly rightTokens: number; //       free, <eos> counted
  readonly tokens: number; //            of the expected answer, <eos> counted
  readonly loss: number; //              forced: mean cross-entropy per token, in nats
}

/** How far a full evaluation has come. */
export type EvaluationStage =
  | {
      readonly kind: "running";
      readonly step: number; // training steps behind the weights that it is about
      readonly done: number; // examples
      readonly total: number;
    }
  | { readonly kind: "stopped" } // given up
  | { readonly kind: "done"; readonly report: ScoreReport };
