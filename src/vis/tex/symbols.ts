/** The letters of Bahdanau et al. (2015) in every model: an encoder state is h, a decoder state s. */
import type { ModelShape } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";

const INPUTS = { truth: "y", model: "ŷ", hand: "y*" } as const;

/** The token fed to the 0-based step: y for the truth, y^ for the model's own answer, y* for a token put in by hand. */
export function inputSymbol(trace: Trace, index: number): string {
  const origin = trace.steps[index]?.inputOrigin ?? "sos";
  if (origin === "sos") return "<sos>";
  return INPUTS[origin] + subscript(index);
}

/** Luong et al. (2015) write h for both states; here one letter stands for one thing in every model. */
export const SYMBOLS = { state: "s", key: "h" } as const;

const TOKEN_FUNCTIONS = {
  learned: "E",
  onehot: "onehot",
} as const satisfies Record<ModelShape["tokenInput"], string>;

/** The function from a token to the vector that the first layer reads. */
export function tokenFunction({ tokenInput }: Pick<ModelShape, "tokenInput">): string {
  return TOKEN_FUNCTIONS[tokenInput];
}

/** An integer in superscript digits, with a minus sign if it is negative. */
export function superscript(number: number): string {
  return [...String(number)].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻").join("");
}

/** A natural number in subscript digits. */
export function subscript(number: number): string {
  return [...String(number)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)] ?? "").join("");
}
