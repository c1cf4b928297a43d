import type { ExampleChoice } from "../../engine/show";

/** A key that is equal for equal examples. */
export function exampleKey(example: ExampleChoice | null): string {
  if (!example) return "";
  return example.kind === "typed" ? `typed ${example.text}` : `heldOut ${example.index}`;
}
