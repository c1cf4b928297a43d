/** How the tokens of an answer are chosen: the most probable ones, drawn ones, or a beam's best path. */
import type { DecodingTrace } from "../results/trace";
import type { Choosing } from "../show";
import type { Vocabulary } from "../text/tokens";
import { beamSearch } from "./beam";
import type { EditPlan } from "./editPlan";
import { sampleAnswer } from "./sampling";
import type { Search } from "./search";

/** The settings of a decode. */
export interface Decoding {
  readonly vocabulary: Vocabulary; // of the target
  /** Null: teacher forcing, which says the most probable token of each step. */
  readonly choosing: Choosing | null;
  readonly limit: number; // most steps
}

export interface ChosenTokens {
  /** The answer; null: the most probable token of each step, which the decode itself finds. */
  readonly path: readonly number[] | null;
  readonly decoding: DecodingTrace;
}

/** The most paths that a step of the search has; 0: there is no search. */
export function mostPaths(choosing: Choosing | null): number {
  const method = choosing?.method ?? "greedy";
  if (choosing === null || method === "greedy") return 0;
  return method === "beam" ? choosing.beamWidth : 1;
}

/** Searches for the answer that the trace then follows. Without a search it ends at once. */
export function* chooseTokens(
  plan: EditPlan,
  { vocabulary, choosing, limit }: Decoding,
): Search<ChosenTokens> {
  const method = choosing?.method ?? "greedy";
  if (choosing === null || method === "greedy") return { path: null, decoding: { kind: "greedy" } };
  switch (method) {
    case "sampling": {
      const { temperature, sampleSeed: seed } = choosing;
      const path = yield* sampleAnswer(plan, { temperature, seed, limit });
      return { path, decoding: { kind: "sampling", temperature, seed } };
    }
    case "beam": {
      const width = choosing.beamWidth;
      const { path, ...tree } = yield* beamSearch(plan, vocabulary, { width, limit });
      return { path, decoding: { kind: "beam", width, ...tree } };
    }
    default:
      return method satisfies never;
  }
}
