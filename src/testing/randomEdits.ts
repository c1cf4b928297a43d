/** Random edits of a decode of the tiny task, and random weights. */
import { editFacts } from "../engine/decoding/editFacts";
import { type Edit, type EditKind, withEdit } from "../engine/edits/edit";
import { sortEdits } from "../engine/edits/editProblem";
import { createRandom } from "../engine/rng";
import { initialParameters } from "../engine/setup/learnedParameters";
import type { ModelShape } from "../engine/setup/modelShape";
import { GREEDY, type Show } from "../engine/show";
import { copyPair, tinyTask } from "./tinyTask";

export const EDITED_PAIR = copyPair("cab");
/** Most steps of its free answers. */
export const EDITED_LIMIT = tinyTask.maxTargetLength + 2;

const { targetVocabulary } = tinyTask;

export const EDIT_KINDS: readonly EditKind[] = [
  "say",
  "feed",
  "look",
  "hide",
  "emptyContext",
  "emptyState",
  "swapStates",
  "temperature",
  "padding",
];

export const SAMPLING = {
  ...GREEDY,
  method: "sampling",
  temperature: 2,
  sampleSeed: 3,
} as const;
export const BEAM = { ...GREEDY, method: "beam", beamWidth: 3 } as const;

/** Feedings and choices of tokens. */
export const WAYS: readonly Partial<Show>[] = [
  { feeding: "own" },
  { feeding: "truth" },
  { choosing: SAMPLING },
  { choosing: BEAM },
];

export function randomWeights(shape: ModelShape, seed: number): Float32Array {
  return initialParameters(shape, createRandom(seed)).map((x) => 2.5 * x);
}

/** The edits of one kind that a random decode can have, at random places. */
export function randomEdit(kind: Edit["kind"], random: () => number, pads = 0): Edit {
  const below = (count: number): number => Math.floor(random() * count);
  const S = EDITED_PAIR.source.length + 1;
  const step = below(EDITED_LIMIT - 2);
  const token = targetVocabulary.tokens[below(targetVocabulary.size)] ?? "<eos>";
  switch (kind) {
    case "say":
    case "feed":
      return { kind, step, token };
    case "look": {
      const drawn = Array.from({ length: S + pads }, () => (random() < 0.3 ? 0 : random()));
      drawn[below(S)] = 0.5;
      const sum = drawn.reduce((a, b) => a + b, 0);
      return { kind, step, weights: drawn.map((weight) => weight / sum) };
    }
    case "hide":
      return { kind, position: below(S) };
    case "emptyContext":
    case "emptyState":
      return { kind, step };
    case "swapStates":
      return { kind, source: ["abc", "bbb", "aca"][below(3)] ?? "abc" };
    case "temperature":
      return { kind, of: "attention", value: [0.1, 0.5, 2, 10][below(4)] ?? 2 };
    case "padding":
      return { kind, count: 1 + below(3) };
    default:
      return kind satisfies never;
  }
}

/** The edits that apply to the pair. */
export function fitting(shape: ModelShape, edits: readonly Edit[]): readonly Edit[] {
  const facts = editFacts(
    { task: tinyTask, shape },
    { source: EDITED_PAIR.source, answer: EDITED_PAIR },
    (text) => Array.from(text),
  );
  return sortEdits(edits, facts).fitting;
}

/** Up to four edits of random kinds. */
export function randomEdits(shape: ModelShape, random: () => number): readonly Edit[] {
  const count = 2 + Math.floor(random() * 3);
  let edits: readonly Edit[] = [];
  for (let i = 0; i < count; i++) {
    const kind = EDIT_KINDS[Math.floor(random() * EDIT_KINDS.length)] ?? "say";
    edits = withEdit(edits, randomEdit(kind, random));
  }
  return fitting(shape, edits);
}

/** One of the ways. */
export const wayOf = (draw: () => number): Partial<Show> =>
  WAYS[Math.floor(draw() * WAYS.length)] ?? {};

export function drawsOf(seed: number): () => number {
  const random = createRandom(seed);
  return () => random.next();
}
