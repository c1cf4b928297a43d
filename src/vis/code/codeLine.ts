/** A line of PyTorch code with the operation that it belongs to and the tensors that it makes. */
import type { Lit } from "../../engine/results/operation";

export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
}

export interface CodeLine {
  /** Both layers of a recurrent network are one call; an import has none. */
  readonly ops: readonly Lit[];
  readonly code: string;
  readonly makes: readonly NamedTensor[];
}

/** A statement, and the shapes of the names that it assigns, in their order. */
export type Statement = readonly [code: string, ...shapes: (readonly number[])[]];

/** The names that a statement assigns: "output, (hidden, cell) = ..." assigns three. */
function assigned(code: string): string[] {
  const [left = ""] = code.split(" = ");
  return left.match(/\w+/g) ?? [];
}

export function lineOf(ops: readonly Lit[], [code, ...shapes]: Statement): CodeLine {
  const names = assigned(code);
  return { ops, code, makes: shapes.map((shape, i) => ({ name: names[i] ?? "", shape })) };
}

/** The shapes of the made tensors as a comment; "" for a line that makes none. */
export function shapeComment({ makes }: CodeLine): string {
  const shapes = makes.map(({ shape }) => `[${shape.join(", ")}]`);
  return shapes.length > 0 ? `# ${shapes.join(", ")}` : "";
}
