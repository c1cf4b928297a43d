/** Pieces that the page's equations are put together from. */
import type { Config } from "../../engine/setup/config";

/** What makes a token the vector that the first layer reads: the embedding table E, or onehot. */
export const TOKEN_VECTORS = {
  learned: "E",
  onehot: String.raw`\operatorname{onehot}`,
} as const satisfies Record<Config["tokenInput"], string>;

/** Classes that the style sheet colours. */
type Role = "encoder" | "decoder" | "attention" | "truth";

/** A term in its role's colour. */
export function colour(role: Role, tex: string): string {
  return String.raw`\htmlClass{role-${role}}{${tex}}`;
}

/** A line alone, or several under each other, aligned at their `&`. */
export function display(lines: readonly string[]): string {
  const [only = "", ...others] = lines;
  return others.length === 0 ? only.replace("&=", "=") : aligned(lines);
}

/** Lines under each other, aligned at their `&`. */
export function aligned(lines: readonly string[]): string {
  return String.raw`\begin{aligned}${lines.join(String.raw`\\[3pt]`)}\end{aligned}`;
}
