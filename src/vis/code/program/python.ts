/** Lines of Python, with the shape of what a line makes as a comment at its right. */

/** A statement, and the comment at its right. */
export type PythonLine = string | readonly [code: string, comment: string];

const SPACES = "    ";
const COMMENTS_AT_MOST = 72; // column; behind a longer line the comment follows directly

function codeOf(line: PythonLine): string {
  return typeof line === "string" ? line : line[0];
}

/** The lines at a depth, with the comments under each other. */
export function block(depth: number, lines: readonly PythonLine[]): string[] {
  const indent = SPACES.repeat(depth);
  const commented = lines.filter((line) => typeof line !== "string").map(codeOf);
  const widths = commented.map((code) => code.length).filter((n) => n <= COMMENTS_AT_MOST);
  const column = Math.max(0, ...widths);
  return lines.map((line) => {
    if (line === "") return "";
    if (typeof line === "string") return indent + line;
    const [code, comment] = line;
    return `${indent}${code.padEnd(column)}  # ${comment}`;
  });
}

interface Function {
  readonly signature: string; // "forward(self, query, keys)"
  readonly about?: string;
  readonly body: readonly PythonLine[];
}

/** A function or, inside a class, a method. */
export function define(depth: number, { signature, about, body }: Function): string[] {
  return [
    ...block(depth, [`def ${signature}:`]),
    ...block(depth + 1, about === undefined ? [] : [`"""${about}"""`]),
    ...block(depth + 1, body),
  ];
}

/** A module of PyTorch: its constructor and its methods. */
export function moduleClass(
  name: string,
  about: string,
  methods: readonly Function[],
  base = "nn.Module",
): string[] {
  return [
    `class ${name}(${base}):`,
    ...block(1, [`"""${about}"""`]),
    ...methods.flatMap((method) => ["", ...define(1, method)]),
  ];
}

/** The lines where the condition holds. */
export function when(condition: boolean, ...lines: PythonLine[]): PythonLine[] {
  return condition ? lines : [];
}

/** A text as a literal of Python, which JSON's strings are, too. */
export const literal = (value: unknown): string => JSON.stringify(value);
