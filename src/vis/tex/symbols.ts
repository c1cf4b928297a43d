/** The letters of the textbook: s for Bahdanau's decoder states, h for Luong's, whose encoder states wear a bar. */
import {
  hasAttentionalState,
  type AttentionOptions,
  type ModelShape,
} from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";

export interface Symbols {
  readonly state: "s" | "h";
  readonly key: "h" | "h̄";
}

/** What the step with this 0-based index was fed: y the truth, y^ its own answer. */
export function inputSymbol(trace: Trace, index: number): string {
  const origin = trace.steps[index]?.inputOrigin ?? "sos";
  if (origin === "sos") return "<sos>";
  return (origin === "truth" ? "y" : "ŷ") + subscript(index);
}

export function symbolsOf({ shape }: { readonly shape: AttentionOptions }): Symbols {
  return hasAttentionalState(shape) ? { state: "h", key: "h̄" } : { state: "s", key: "h" };
}

const TOKEN_FUNCTIONS = {
  learned: "E",
  onehot: "onehot",
} as const satisfies Record<ModelShape["tokenInput"], string>;

/** What makes a token the vector that the first layer reads: the embedding table E, or onehot. */
export function tokenFunction({ tokenInput }: Pick<ModelShape, "tokenInput">): string {
  return TOKEN_FUNCTIONS[tokenInput];
}

/** A whole number in superscript digits, with its sign where it is negative. */
export function superscript(number: number): string {
  return [...String(number)].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻").join("");
}

/** A whole number in subscript digits. */
export function subscript(number: number): string {
  return [...String(number)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)] ?? "").join("");
}
