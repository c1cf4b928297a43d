/** A task small enough for exact tests: copy one to four letters out of three. */
import type { ModelShape } from "../engine/setup/modelShape";
import { createVocabulary } from "../engine/text/tokens";
import type { Pair, Task } from "../engine/tasks/task";

const LETTERS = ["a", "b", "c"];

export function copyPair(text: string): Pair {
  const tokens = Array.from(text);
  return { source: tokens, target: tokens, gold: tokens.map((_, t) => [t]) };
}

export const tinyTask: Task = {
  id: "reverse",
  sourceUnit: "character",
  targetUnit: "character",
  sourceVocabulary: createVocabulary(LETTERS),
  targetVocabulary: createVocabulary(LETTERS),
  maxSourceLength: 4,
  maxTargetLength: 4,
  heldOutPairs: ["ab", "cab", "bbca"].map(copyPair),
  sample: (random) =>
    copyPair(
      Array.from({ length: 1 + random.below(4) }, () => LETTERS[random.below(3)] ?? "a").join(""),
    ),
  tokenize: (text) => Array.from(text),
  join: (tokens) => tokens.join(""),
  solve: (source) => (source.length > 0 ? copyPair(source.join("")) : null),
};

/** A model shape for it, small enough for the reference. */
export const tinyShape: ModelShape = {
  network: "recurrent",
  heads: "2",
  positions: "sinusoidal",
  cell: "gru",
  layers: 1,
  decoderLayers: "same",
  direction: "unidirectional",
  sourceOrder: "forward",
  tokenInput: "learned",
  attention: "additive",
  timing: "bahdanau",
  inputFeeding: "off",
  hiddenSize: 6,
  embeddingSize: 4,
  sourceTokens: tinyTask.sourceVocabulary.size,
  targetTokens: tinyTask.targetVocabulary.size,
};
