/** TeX markup of all equations: aligned lines, colours of roles, the vector of a token. */
import { type Op, OPERATIONS } from "../../engine/results/operation";
import type { Config } from "../../engine/setup/config";

/** The function from a token to the vector that the first layer reads. */
export const TOKEN_VECTORS = {
  learned: "E",
  onehot: String.raw`\operatorname{onehot}`,
} as const satisfies Record<Config["tokenInput"], string>;

/** Before the name of an operation, the class of the symbols that it makes. */
export const OP_CLASS = "op-";

/** The style sheet has a colour for each. */
type Role = "encoder" | "decoder" | "attention" | "truth";

/** A symbol in the colour of its role. op: the operation that makes it, so that the page can light both together. */
export function colour(role: Role, tex: string, op?: Op): string {
  const classes = op ? `role-${role} ${OP_CLASS}${op}` : `role-${role}`;
  return String.raw`\htmlClass{${classes}}{${tex}}`;
}

/** A symbol without a colour that this operation makes. */
export function madeBy(op: Op, tex: string): string {
  return String.raw`\htmlClass{${OP_CLASS}${op}}{${tex}}`;
}

/** The operation that the classes of a symbol name; null: none. */
export function opOfClass(classes: readonly string[]): Op | null {
  return OPERATIONS.find((op) => classes.includes(OP_CLASS + op)) ?? null;
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
