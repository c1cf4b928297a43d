/** The texts of a lesson's step, for tests that read them as the page does. */
import type { Value, Values } from "../lesson";

type Tree = { readonly [key: string]: string | Tree };

/** The text at a path; null: there is none. */
export function textAt(tree: object, path: string): string | null {
  const found = path
    .split(".")
    .reduce<string | Tree | undefined>(
      (at, key) => (typeof at === "object" ? at[key] : undefined),
      tree as Tree,
    );
  return typeof found === "string" ? found : null;
}

/** Whether the page can write the value. */
function isWritable(value: Value | undefined): boolean {
  if (!value) return false;
  return Object.values(value).every((part: unknown) => {
    if (typeof part === "number") return Number.isFinite(part);
    if (typeof part === "string") return part !== "";
    if (Array.isArray(part)) return part.length > 0;
    return (
      typeof part === "object" && part !== null && Object.values(part).every((each) => each !== "")
    );
  });
}

/** The variables of a text that the values cannot fill. */
export function unfilled(text: string, values: Values): string[] {
  const names = [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = ""]) => name);
  return names.filter((name) => !isWritable(values[name]));
}
