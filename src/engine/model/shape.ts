/** The sizes and switches that fix a model's parameters. */
import type { AttentionKind, Config, Timing } from "../config";

export interface ModelShape {
  readonly attention: AttentionKind;
  readonly timing: Timing;
  readonly hiddenSize: number; //    H, also the size of the attention's inner layer
  readonly embeddingSize: number; // E
  readonly sourceTokens: number; //  size of the source vocabulary, special tokens included
  readonly targetTokens: number; //  V, size of the target vocabulary, special tokens included
}

/** The model that a set-up asks for on vocabularies of these sizes. */
export function modelShape(config: Config, sourceTokens: number, targetTokens: number): ModelShape {
  const { attention, timing, hiddenSize, embeddingSize } = config;
  return { attention, timing, hiddenSize, embeddingSize, sourceTokens, targetTokens };
}

/** Whether the context joins the cell's input (Bahdanau et al. 2015) rather than its output (Luong et al. 2015). */
export function contextEntersCell(shape: ModelShape): boolean {
  return shape.attention !== "none" && shape.timing === "bahdanau";
}

/** Whether an attentional state h~ = tanh(Wc [c; h]) stands between cell and logits (Luong et al. 2015, eq. 5). */
export function hasAttentionalState(shape: ModelShape): boolean {
  return shape.attention !== "none" && shape.timing === "luong";
}
