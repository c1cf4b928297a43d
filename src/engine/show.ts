/**
 * Show: one plain value that decides one decode. The page sends it, the worker decodes by it, and the trace that comes
 * back holds it.
 */
import { choice, initialValues, number, type ValuesOf } from "./setup/field";

/** What is decoded. */
export type ExampleChoice =
  | { readonly kind: "heldOut"; readonly index: number } // one of the fixed held-out examples
  | { readonly kind: "typed"; readonly text: string };

/** How each token is chosen, with its range, first value and name in the URL. Fed the truth, nothing is chosen. */
export const CHOOSING_FIELDS = {
  method: choice("decoding", ["greedy", "beam", "sampling"], "greedy"),
  beamWidth: number("beam", [1, 8, 1], 3),
  temperature: number("temperature", [0.1, 3, 0.1], 1), // of sampling
  sampleSeed: number("sample", [1, 9999, 1], 1),
} as const;

export type Choosing = ValuesOf<typeof CHOOSING_FIELDS>;
export type ChoosingName = keyof Choosing;

export const CHOOSING_NAMES = Object.keys(CHOOSING_FIELDS) as ChoosingName[];

/** Whose weights decode: the run's present ones, or those of an earlier update that there is a snapshot of. */
export type WeightsOf = "present" | { readonly step: number };

/** A change made by hand to one step of the decode. There is no kind of edit yet. */
export type Edit = never;

export interface Show {
  readonly example: ExampleChoice;
  /** What each step is fed: the truth, or the model's own last answer. */
  readonly feeding: "own" | "truth";
  readonly choosing: Choosing;
  readonly weightsOf: WeightsOf;
  readonly edits: readonly Edit[]; // by step
}

export const GREEDY: Choosing = initialValues(CHOOSING_FIELDS);

export const INITIAL_SHOW: Show = {
  example: { kind: "heldOut", index: 0 },
  feeding: "own",
  choosing: GREEDY,
  weightsOf: "present",
  edits: [],
};

/** The update whose weights decode; null: the present ones. */
export function pastStep({ weightsOf }: Show): number | null {
  return weightsOf === "present" ? null : weightsOf.step;
}

/** Whether both name the same example. */
export function isSameExample(a: ExampleChoice, b: ExampleChoice): boolean {
  return a.kind === "typed"
    ? b.kind === "typed" && a.text === b.text
    : b.kind === "heldOut" && a.index === b.index;
}
