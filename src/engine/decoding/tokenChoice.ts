/** How the token of each step is chosen: the most probable one, a drawn one, or the next on a beam's best path. */
import { argMax, type Tensor, tensor } from "@tensorflow/tfjs-core";
import type { DecodingTrace } from "../results/trace";
import { createRandom } from "../rng";
import type { Choosing } from "../show";
import { EOS, type Vocabulary } from "../text/tokens";
import { searchBeam } from "./beam";
import type { Course } from "./course";
import { sampleTokens } from "./sampling";

export interface TokenChoice {
  /** Chooses the token of a step, 0-based. logits [1, V] -> [1] int32 */
  readonly choose: (logits: Tensor, step: number) => Tensor;
  readonly decoding: DecodingTrace;
}

/** The choice with teacher forcing, too. */
const ARGMAX: TokenChoice = {
  choose: (logits) => argMax(logits, 1),
  decoding: { kind: "greedy" },
};

export const idTensor = (id: number): Tensor => tensor([id], [1], "int32");

/**
 * Beam search runs first; the trace then follows its path.
 * @param choosing null: teacher forcing
 * @param limit most steps
 */
export function tokenChoice(
  course: Course,
  vocabulary: Vocabulary,
  choosing: Choosing | null,
  limit: number,
): TokenChoice {
  const method = choosing?.method ?? "greedy";
  if (choosing === null || method === "greedy") return ARGMAX;
  switch (method) {
    case "sampling": {
      const { temperature, sampleSeed: seed } = choosing;
      const random = createRandom(seed, "sampling");
      return {
        choose: (logits) => sampleTokens(logits, temperature, tensor([[random.next()]])),
        decoding: { kind: "sampling", temperature, seed },
      };
    }
    case "beam": {
      const width = choosing.beamWidth;
      const { path, ...tree } = searchBeam(course, vocabulary, { width, limit });
      return {
        choose: (_logits, t) => idTensor(path[t] ?? EOS),
        decoding: { kind: "beam", width, ...tree },
      };
    }
    default:
      return method satisfies never;
  }
}
