/** The sizes and switches that fix a model's parameters. */
import type { Config } from "./config";

export interface ModelShape extends Pick<
  Config,
  | "cell"
  | "layers" // L, of the encoder and of the decoder
  | "direction"
  | "sourceOrder"
  | "tokenInput"
  | "attention"
  | "timing"
  | "inputFeeding"
  | "hiddenSize" // H per direction, also the size of the attention's inner layer
  | "embeddingSize" // E
> {
  readonly sourceTokens: number; // size of the source vocabulary, special tokens included
  readonly targetTokens: number; // V, size of the target vocabulary, special tokens included
}

/** The model that a set-up asks for on vocabularies of these sizes. */
export function modelShape(config: Config, sourceTokens: number, targetTokens: number): ModelShape {
  const { cell, layers, direction, sourceOrder, tokenInput } = config;
  const { attention, timing, inputFeeding, hiddenSize, embeddingSize } = config;
  const network = { cell, layers, direction, sourceOrder, tokenInput, hiddenSize, embeddingSize };
  return { ...network, attention, timing, inputFeeding, sourceTokens, targetTokens };
}

/** What decides when a model looks at the source, and what it makes of that. */
export type AttentionOptions = Pick<Config, "attention" | "timing" | "inputFeeding">;

/** Where the context joins: the cell's input (Bahdanau et al. 2015) or its output (Luong et al. 2015). */
const CONTEXT_JOINS = {
  bahdanau: "input",
  luong: "output",
} as const satisfies Record<Config["timing"], "input" | "output">;

/** A reading of the source: from the first token on, or from the last one back. */
export type ReadingDirection = "forward" | "backward";

const READINGS: Readonly<Record<Config["direction"], readonly ReadingDirection[]>> = {
  unidirectional: ["forward"],
  bidirectional: ["forward", "backward"],
};

/** How each encoder layer reads the source; the states of its readings stand side by side. */
export function readingsOf({ direction }: Pick<Config, "direction">): readonly ReadingDirection[] {
  return READINGS[direction];
}

/** Whether the context joins the cell's input. */
export function contextEntersCell(shape: AttentionOptions): boolean {
  return shape.attention !== "none" && CONTEXT_JOINS[shape.timing] === "input";
}

/** Whether an attentional state h~ = tanh(Wc [c; h]) stands between cell and logits (Luong et al. 2015, eq. 5). */
export function hasAttentionalState(shape: AttentionOptions): boolean {
  return shape.attention !== "none" && CONTEXT_JOINS[shape.timing] === "output";
}

/** Whether h~(t-1) joins the cell's input (input feeding, Luong et al. 2015, section 3.3). */
export function feedsInput(shape: AttentionOptions): boolean {
  return hasAttentionalState(shape) && shape.inputFeeding === "on";
}

/** The positions of a source of this length in the order in which a reading comes to them. */
export function readingOrder(length: number, direction: ReadingDirection): number[] {
  const positions = Array.from({ length }, (_, s) => s);
  switch (direction) {
    case "forward":
      return positions;
    case "backward":
      return positions.toReversed();
    default:
      return direction satisfies never;
  }
}

export function isBidirectional(shape: Pick<Config, "direction">): boolean {
  return readingsOf(shape).length > 1;
}

/** K: width of an encoder state, which is key and value: H, or 2H where both directions stand side by side. */
export function keySize(shape: ModelShape): number {
  return readingsOf(shape).length * shape.hiddenSize;
}

/** Width of a token as the first layer reads it: E, or the vocabulary's size for one-hot vectors. */
export function tokenSize(shape: ModelShape, side: "encoder" | "decoder"): number {
  switch (shape.tokenInput) {
    case "learned":
      return shape.embeddingSize;
    case "onehot":
      return side === "encoder" ? shape.sourceTokens : shape.targetTokens;
    default:
      return shape.tokenInput satisfies never;
  }
}

/** Width of the first decoder layer's input: the token, with the context or h~(t-1) behind it where they join. */
export function decoderInputSize(shape: ModelShape): number {
  const context = contextEntersCell(shape) ? keySize(shape) : 0;
  const fed = feedsInput(shape) ? shape.hiddenSize : 0;
  return tokenSize(shape, "decoder") + context + fed;
}
