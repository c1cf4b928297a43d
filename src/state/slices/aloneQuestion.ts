/** What the page of the networks alone asks its worker to read or write. */
import type { AloneCommand } from "../../workers/aloneProtocol";
import type { AloneState } from "./alone";

const MORE_NAMES = 11;

/** Null: there is no model yet. */
export function aloneQuestion({ wish, info }: AloneState): AloneCommand | null {
  if (!info) return null;
  const { text, label, beginning, choosing, temperature, drawSeed } = wish;
  if (info.config.alone === "classifier")
    return { type: "read", text: text === "" ? (info.examples[0]?.name ?? "") : text };
  const choice =
    choosing === "greedy"
      ? ({ kind: "greedy" } as const)
      : ({ kind: "sample", temperature, seed: drawSeed } as const);
  const more = choosing === "greedy" ? 0 : MORE_NAMES;
  const index = Math.max(0, info.classes.indexOf(label));
  return { type: "write", wish: { label: index, beginning, choice, more } };
}
