/**
 * The named places of the page in one list: targets of the skip links, of the focus and of lessons, and the places
 * that end-to-end tests find. Targets of links and focus have a DOM id, all others `data-place`.
 */
export const PLACES = {
  stage: "id",
  training: "id",
  rail: "id",
  train: "id", // the button
  slowly: "id", // the button
  "own-pairs": "id", // the button that opens their dialog, in a tab of the rail

  lesson: "data-place", // in mode Learn
  modes: "data-place",
  language: "data-place",
  theme: "data-place",
  "take-away": "data-place", // the button
  source: "data-place",
  transport: "data-place",
  forcing: "data-place",
  choosing: "data-place",
  output: "data-place",
  figure: "data-place",
  map: "data-place", // of a model with attention
  layers: "data-place", // of a model with two layers
  legend: "data-place",
  beam: "data-place", // of a beam search
  edits: "data-place", // over the stage
  inspector: "data-place",
  operations: "data-place",
  "next-token": "data-place",
  stats: "data-place",
  curves: "data-place", // with the playhead of the timeline
  "training-tab": "data-place", // of the lab's rail
  results: "data-place", // while the centre shows them
  exposure: "data-place", // among the results
  batch: "data-place", // while the centre shows it
  walk: "data-place", // in the place of the stage, through one update
  maps: "data-place", // under the curves, while it is open
} as const;

export type Place = keyof typeof PLACES;

/** The places that can take the focus; the page has one of each. */
export type FocusTarget = {
  [Name in Place]: (typeof PLACES)[Name] extends "id" ? Name : never;
}[Place];

/** The places that a new page lacks, because they depend on the model and the decode. */
export const OPTIONAL_PLACES: readonly Place[] = [
  "own-pairs",
  "lesson",
  "layers",
  "beam",
  "training-tab",
  "results",
  "exposure",
  "batch",
  "walk",
  "maps",
];

/** The CSS selector of the place. */
export function selectorOf(place: Place): string {
  return PLACES[place] === "id" ? `#${place}` : `[data-place="${place}"]`;
}
