/** Small Transformers that together have every option, for tests. */
import { type Config, DEFAULT_CONFIG } from "../engine/setup/config";
import { modelShape, type ModelShape } from "../engine/setup/modelShape";

const OPTIONS: readonly Partial<Config>[] = [
  { layers: 1, heads: "1", positions: "sinusoidal" },
  { layers: 1, heads: "4", positions: "learned" },
  { layers: 2, heads: "2", positions: "sinusoidal" },
];

/** d = 8, seven tokens on either side. */
export const TRANSFORMERS: readonly ModelShape[] = OPTIONS.map((options) =>
  modelShape({ ...DEFAULT_CONFIG, network: "transformer", hiddenSize: 8, ...options }, 7, 7),
);

/** A Transformer's name, made of its options. */
export function transformerName({ layers, heads, positions }: ModelShape): string {
  return `${layers} layers, ${heads} heads, ${positions} positions`;
}
