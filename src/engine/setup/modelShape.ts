/** The sizes and switches that fix a model's parameters. */
import type { Config, NetworkKind } from "./config";

export interface ModelShape extends Pick<
  Config,
  | "network" // which of the settings below it reads
  | "heads"
  | "positions"
  | "cell"
  | "layers" // L, of the encoder
  | "decoderLayers"
  | "direction"
  | "sourceOrder"
  | "tokenInput"
  | "attention"
  | "timing"
  | "inputFeeding"
  | "hiddenSize" // H per direction, also the size of the attention's inner layer; d of a Transformer
  | "embeddingSize" // E
> {
  readonly sourceTokens: number; // size of the source vocabulary, special tokens included
  readonly targetTokens: number; // V, size of the target vocabulary, special tokens included
}

/** The shape of a set-up's model, for vocabularies of these sizes. */
export function modelShape(config: Config, sourceTokens: number, targetTokens: number): ModelShape {
  const { network, heads, positions } = config;
  const { cell, layers, decoderLayers, direction, sourceOrder, tokenInput } = config;
  const { attention, timing, inputFeeding, hiddenSize, embeddingSize } = config;
  const encoder = { cell, layers, decoderLayers, direction, sourceOrder, tokenInput };
  const sizes = { hiddenSize, embeddingSize, sourceTokens, targetTokens };
  const kind = { network, heads, positions };
  return {
    ...kind,
    ...encoder,
    ...sizes,
    attention,
    timing,
    inputFeeding,
    ...FIXED[network](config),
  };
}

/**
 * The options that a kind of network does not leave open. A Transformer has the recurrent options that describe it: its
 * token vectors are learned and as wide as its states, it reads its source at once, and its scores are dot products.
 */
const FIXED: Readonly<Record<NetworkKind, (config: Config) => Partial<ModelShape>>> = {
  recurrent: () => ({}),
  transformer: ({ hiddenSize }) => ({
    embeddingSize: hiddenSize,
    cell: "rnn",
    tokenInput: "learned",
    direction: "unidirectional",
    decoderLayers: "same",
    attention: "dot",
    timing: "bahdanau",
    inputFeeding: "off",
  }),
};

/** Whether the model of a set-up looks at its source. */
export function looksBack({ network, attention }: Pick<Config, "network" | "attention">): boolean {
  return network === "transformer" || attention !== "none";
}

/** h: how many heads share a Transformer's states. */
export function headsOf({ heads }: Pick<Config, "heads">): number {
  return Number(heads);
}

/** F: width of the inner layer of a Transformer's feed-forward part. */
export function innerSize({ hiddenSize }: Pick<Config, "hiddenSize">): number {
  return 2 * hiddenSize;
}

/** The settings that decide when the decoder attends, and where the context goes. */
export type AttentionSettings = Pick<Config, "attention" | "timing" | "inputFeeding">;

/** Where the context joins: the cell's input (Bahdanau et al. 2015) or its output (Luong et al. 2015). */
const CONTEXT_JOINS = {
  bahdanau: "input",
  luong: "output",
} as const satisfies Record<Config["timing"], "input" | "output">;

/** The direction in which an encoder layer reads the source: from the first token, or from the last. */
export type ReadingDirection = "forward" | "backward";

const DIRECTIONS: Readonly<Record<Config["direction"], readonly ReadingDirection[]>> = {
  unidirectional: ["forward"],
  bidirectional: ["forward", "backward"],
};

/** The directions of each encoder layer; the states of all directions are concatenated. */
export function directionsOf({
  direction,
}: Pick<Config, "direction">): readonly ReadingDirection[] {
  return DIRECTIONS[direction];
}

/** How many layers the decoder has; the encoder has `layers`. */
export function decoderLayersOf({
  layers,
  decoderLayers,
}: Pick<Config, "layers" | "decoderLayers">): number {
  return decoderLayers === "one" ? 1 : layers;
}

/** The 0-based top layer of the decoder, whose states are queries and readouts. */
export function decoderTop(shape: Pick<Config, "layers" | "decoderLayers">): number {
  return decoderLayersOf(shape) - 1;
}

/** Whether the context joins the cell's input. */
export function contextEntersCell(shape: AttentionSettings): boolean {
  return shape.attention !== "none" && CONTEXT_JOINS[shape.timing] === "input";
}

/** Whether there is an attentional state h~ = tanh(Wc [c; h]) between cell and logits (Luong et al. 2015, eq. 5). */
export function hasAttentionalState(shape: AttentionSettings): boolean {
  return shape.attention !== "none" && CONTEXT_JOINS[shape.timing] === "output";
}

/** Whether h~(t-1) joins the cell's input (input feeding, Luong et al. 2015, section 3.3). */
export function feedsInput(shape: AttentionSettings): boolean {
  return hasAttentionalState(shape) && shape.inputFeeding === "on";
}

/** The positions of a source of this length, in the order in which the direction reads them. */
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
  return directionsOf(shape).length > 1;
}

/** K: width of an encoder state, which is key and value: H, or 2H if bidirectional. */
export function keySize(shape: ModelShape): number {
  return directionsOf(shape).length * shape.hiddenSize;
}

/** Width of a token's vector: E, or the vocabulary's size for one-hot vectors. */
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

/** Width of the first decoder layer's input: the token's vector, then the context or h~(t-1) where they join. */
export function decoderInputSize(shape: ModelShape): number {
  const context = contextEntersCell(shape) ? keySize(shape) : 0;
  const fed = feedsInput(shape) ? shape.hiddenSize : 0;
  return tokenSize(shape, "decoder") + context + fed;
}
