/**
 * The named places of the page, one list: what the skip links lead to, where the focus jumps, what a lesson points at
 * and what end-to-end tests find. A place that links or the focus go to is found by its DOM id, any other by `data-place`.
 */
export const PLACES = {
  stage: "id",
  training: "id",
  setup: "id",
  train: "id", // the button
  "own-pairs": "id", // the button that opens their dialog

  language: "data-place",
  theme: "data-place",
  link: "data-place",
  source: "data-place",
  transport: "data-place",
  forcing: "data-place",
  choosing: "data-place",
  output: "data-place",
  figure: "data-place",
  map: "data-place", // of a model with attention
  layers: "data-place", // of a model with two layers
  legend: "data-place",
  beam: "data-place", // where one was searched
  step: "data-place",
  operations: "data-place",
  "next-token": "data-place",
  stats: "data-place",
  curves: "data-place",
  replay: "data-place", // of a run with an earlier update to look back at
  settings: "data-place",
  results: "data-place",
} as const;

export type Place = keyof typeof PLACES;

/** What the focus can be sent to, of which the page has one. */
export type Landing = {
  [Name in Place]: (typeof PLACES)[Name] extends "id" ? Name : never;
}[Place];

/** What a page just opened lacks, since not every model and decode has it. */
export const OCCASIONAL: readonly Place[] = ["layers", "beam", "replay"];

/** Finds the place in the document. */
export function selectorOf(place: Place): string {
  return PLACES[place] === "id" ? `#${place}` : `[data-place="${place}"]`;
}
