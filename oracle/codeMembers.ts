/** The models whose generated PyTorch code the tests run. */
import type { Config } from "../src/engine/setup/config";

/** Members that together have every cell, score, timing, direction and token input, and one or two layers on each side. */
export const MEMBERS: readonly Partial<Config>[] = [
  { cell: "gru", attention: "additive" },
  { cell: "gru", attention: "additive", layers: 2, direction: "bidirectional" },
  { cell: "gru", attention: "additive", layers: 2, decoderLayers: "one" },
  { cell: "gru", attention: "concat", tokenInput: "onehot" },
  { cell: "gru", attention: "diagonal", timing: "luong", inputFeeding: "on" },
  { cell: "gru", attention: "none", direction: "bidirectional" },
  { cell: "lstm", attention: "general", layers: 2, direction: "bidirectional", timing: "luong", inputFeeding: "on" }, // prettier-ignore
  { cell: "lstm", attention: "concat", direction: "bidirectional" },
  { cell: "lstm", attention: "none", layers: 2 },
  { cell: "lstm", attention: "none", layers: 2, decoderLayers: "one", direction: "bidirectional" },
  { cell: "lstm", attention: "none", layers: 2, decoderLayers: "one" },
  { cell: "lstm", attention: "dot", tokenInput: "onehot", timing: "luong" },
  { cell: "rnn", attention: "dot", sourceOrder: "reversed" },
  { cell: "rnn", attention: "general", layers: 2, timing: "luong" },
  { cell: "rnn", attention: "none", tokenInput: "onehot" },
];
