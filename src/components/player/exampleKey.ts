import type { ExampleChoice } from "../../engine/show";

/** What makes two examples the same one. */
export function exampleKey(example: ExampleChoice | null): string {
  if (!example) return "";
  return example.kind === "typed" ? `typed ${example.text}` : `heldOut ${example.index}`;
}
