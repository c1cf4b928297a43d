/** What follows when a decoder reads a wrong token: counts over many examples at once. */
import type { TokenView } from "../text/tokens";

/** One wrong token in place of the right one, at the same position of every answer that is long enough. */
export interface InjectionReport {
  /** Of the wrong token in the right answer; 1 is the first token. */
  readonly position: number;
  /** The examples whose right answer has a token at this position, <eos> not counted. */
  readonly examples: number;
  /** By distance from the wrong token; 1 is the next token. */
  readonly after: readonly DistanceScore[];
  readonly cases: readonly InjectedExample[];
}

/**
 * The examples whose right answer has a token at this distance, <eos> counted. "Untouched": the same examples with the
 * right token in place of the wrong one.
 */
export interface DistanceScore {
  readonly distance: number;
  readonly examples: number;
  readonly right: number; //              examples right at this distance
  readonly rightUntouched: number;
  readonly recovered: number; //          examples right from this distance to the end
  readonly recoveredUntouched: number;
}

/** One of the examples, for a closer look. */
export interface InjectedExample {
  readonly index: number; //              in the list of examples, from 0
  readonly injected: TokenView;
  readonly expected: readonly TokenView[]; // after the position, <eos> last
  readonly said: readonly TokenView[]; //     the same positions, up to its own <eos>
  /** The distance from which every token is right; null: the last token is wrong. */
  readonly recoveredAt: number | null;
}
