/** The letters of the textbook: s for Bahdanau's decoder states, h for Luong's, whose encoder states wear a bar. */
import type { Trace } from "../engine/trace";

export interface Symbols {
  readonly state: "s" | "h";
  readonly key: "h" | "h̄";
}

/** Whether the cell comes first and attention after it; without attention there is nothing to order. */
export function isLuong(trace: Trace): boolean {
  return trace.attention !== "none" && trace.timing === "luong";
}

export function symbolsOf(trace: Trace): Symbols {
  return isLuong(trace) ? { state: "h", key: "h̄" } : { state: "s", key: "h" };
}

/** A whole number in subscript digits. */
export function subscript(number: number): string {
  return [...String(number)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)] ?? "").join("");
}
