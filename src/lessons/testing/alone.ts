/** Facts of the page of the networks alone, made by hand. */
import { type AloneKind, DEFAULT_ALONE } from "../../engine/alone/aloneConfig";
import type { Reading } from "../../engine/alone/belief";
import type { LetterChoice, Novelty } from "../../engine/alone/written";
import type { Trace } from "../../engine/results/trace";
import type { AloneFacts, Facts, JudgedName } from "../facts";
import { factsOf } from "./facts";

const CLASSES = ["de", "sv", "tr"];

/** @param trace of the stage behind that page */
export function aloneFacts(trace: Trace, kind: AloneKind, change: Partial<AloneFacts>): Facts {
  const alone: AloneFacts = {
    config: { ...DEFAULT_ALONE, alone: kind },
    classes: CLASSES,
    step: 500,
    isTraining: false,
    isShipped: true,
    evaluation: {
      step: 500,
      train: { loss: 1, right: 0.7 },
      heldOut: { loss: 1, right: 0.6 },
      confusion: null,
    },
    baselines: { majority: 0.1, letters: 0.4, grams: 0.7 },
    reading: null,
    written: [],
    ...change,
  };
  return factsOf(trace, { alone });
}

/** A name with the belief before it and after each letter, for the classes de, sv, tr. */
export function readingOf(name: string, beliefs: readonly (readonly number[])[]): Reading {
  const letters = [...name];
  const states = letters.map(() => [0]);
  return { name, letters, unknown: letters.map(() => false), beliefs, states, label: null };
}

/** A written name of the class sv; its steps have two candidates, the first of them likelier. */
export function writtenName(
  name: string,
  choice: LetterChoice,
  {
    novelty = "new",
    judged = 1,
    sure = 0.6,
  }: { readonly novelty?: Novelty; readonly judged?: number | null; readonly sure?: number } = {},
): JudgedName {
  const steps = [...name].map((said, i) => ({
    fed: name[i - 1] ?? "<sos>",
    said,
    candidates: [
      { text: said, p: sure },
      { text: "q", p: 0.3 },
      { text: "x", p: 0.1 },
    ],
    state: [0],
    given: false,
  }));
  return {
    writing: { label: 1, choice, name, steps, novelty },
    judged: judged === null ? null : { label: judged, p: 0.9 },
  };
}
