/** TeX markup of all equations: aligned lines, colours of roles, the vector of a token. */
import type { Config } from "../../engine/setup/config";

/** The function from a token to the vector that the first layer reads. */
export const TOKEN_VECTORS = {
  learned: "E",
  onehot: String.raw`\operatorname{onehot}`,
} as const satisfies Record<Config["tokenInput"], string>;

/** The style sheet has a colour for each. */
type Role = "encoder" | "decoder" | "attention" | "truth";

export function colour(role: Role, tex: string): string {
  return String.raw`\htmlClass{role-${role}}{${tex}}`;
}

/** One line as it is, several lines aligned at `&`. */
export function display(lines: readonly string[]): string {
  const [only = "", ...others] = lines;
  return others.length === 0 ? only.replace("&=", "=") : aligned(lines);
}

/** Lines one below the other, aligned at `&`. */
export function aligned(lines: readonly string[]): string {
  return String.raw`\begin{aligned}${lines.join(String.raw`\\[3pt]`)}\end{aligned}`;
}
