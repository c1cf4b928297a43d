/**
 * Show: one plain value with all settings of a decode. The page sends it, the worker decodes with it, and the resulting
 * trace contains it.
 */
import type { Beside } from "./beside";
import type { Edit } from "./edits/edit";
import { choice, initialValues, number, type ValuesOf } from "./setup/field";

/** The example to decode. */
export type ExampleChoice =
  | { readonly kind: "heldOut"; readonly index: number } // one of the fixed held-out examples
  | { readonly kind: "typed"; readonly text: string };

/** How the decoder chooses each token: ranges, initial values and names in the URL. Teacher forcing ignores them. */
export const CHOOSING_FIELDS = {
  method: choice("decoding", ["greedy", "beam", "sampling"], "greedy"),
  beamWidth: number("beam", [1, 8, 1], 3),
  temperature: number("temperature", [0.1, 3, 0.1], 1), // of sampling
  sampleSeed: number("sample", [1, 9999, 1], 1),
} as const;

export type Choosing = ValuesOf<typeof CHOOSING_FIELDS>;
export type ChoosingName = keyof Choosing;

export const CHOOSING_NAMES = Object.keys(CHOOSING_FIELDS) as ChoosingName[];

/** The weights that decode: the run's current ones, or a snapshot of an earlier step. */
export type WeightsOf = "present" | { readonly step: number };

export interface Show {
  readonly example: ExampleChoice;
  /** The input of each step: the truth, or the model's own last answer. */
  readonly feeding: "own" | "truth";
  readonly choosing: Choosing;
  readonly weightsOf: WeightsOf;
  /** What the student has changed by hand, the latest last; at most one of a kind at a place (`withEdit`). */
  readonly edits: readonly Edit[];
  /** The second decode of the example, which stands beside this one. */
  readonly beside: Beside;
}

export const GREEDY: Choosing = initialValues(CHOOSING_FIELDS);

export const INITIAL_SHOW: Show = {
  example: { kind: "heldOut", index: 0 },
  feeding: "own",
  choosing: GREEDY,
  weightsOf: "present",
  edits: [],
  beside: "none",
};

/** The step whose weights decode; null: the current one. */
export function pastStep({ weightsOf }: Pick<Show, "weightsOf">): number | null {
  return weightsOf === "present" ? null : weightsOf.step;
}

/** Whether both name the same example. */
export function isSameExample(a: ExampleChoice, b: ExampleChoice): boolean {
  return a.kind === "typed"
    ? b.kind === "typed" && a.text === b.text
    : b.kind === "heldOut" && a.index === b.index;
}

/** The Show with the rows of the expected answer, unless the student watches a beam or samples. */
export function withExpectedRows(show: Show): Show {
  return show.choosing.method === "greedy" ? { ...show, feeding: "truth" } : show;
}
