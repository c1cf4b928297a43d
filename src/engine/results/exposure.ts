/** How answers differ when a decoder reads its own tokens, or a wrong one: counts over many examples at once. */
import type { TokenView } from "../text/tokens";
import type { PositionScore } from "./scoreReport";

/** The measurement of a run on its held-out examples, or the part of it that is done. */
export interface ExposureReport {
  readonly step: number; // update of the weights
  readonly examples: number;
  /** Finished parts, of `total`: each moment and each position of the wrong token is one. */
  readonly done: number;
  readonly total: number;
  /** The weights of `step`, and those of earlier updates that the run keeps; by update. */
  readonly moments: readonly ExposureMoment[];
  /** With the weights of `step`, by position; only positions with examples. */
  readonly injections: readonly InjectionScore[];
}

/** Accuracy by position, fed the truth and fed own answers, after an update. */
export interface ExposureMoment {
  readonly step: number;
  readonly byPosition: readonly PositionScore[];
}

/** What became of the rest of the answers after a wrong token. */
export interface InjectionScore extends Omit<InjectionReport, "cases"> {
  readonly atOnce: number; // examples whose every later token is right
  readonly later: number; //  examples with a wrong token, and from some token on all right to the end
  readonly never: number; //  examples whose last token is wrong
}

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

/** The counts of a report, without its examples. */
export function scoreInjection({ cases, ...report }: InjectionReport): InjectionScore {
  const count = (isIn: (recoveredAt: number | null) => boolean): number =>
    cases.filter(({ recoveredAt }) => isIn(recoveredAt)).length;
  return {
    ...report,
    atOnce: count((at) => at === 1),
    later: count((at) => at !== null && at > 1),
    never: count((at) => at === null),
  };
}
