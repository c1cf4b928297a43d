/** What the student has chosen to look at: plain data and the rules that keep it in range. */
import type { DecoderStep, Trace } from "../../engine/results/trace";
import { INITIAL_SHOW, type Show } from "../../engine/show";
import { DEFAULT_LANGUAGE, type Language } from "../../languages";

export type Theme = "light" | "dark";

export function isTheme(text: string | null): text is Theme {
  return text === "light" || text === "dark";
}

export interface ViewState {
  /** The decoder step on show, 0-based; later steps are drawn faint. */
  readonly step: number;
  /** The source column on show; null follows the largest weight of the step. */
  readonly column: number | null;
  readonly playing: boolean;
  readonly stepsPerSecond: number;
  /** The decode that is wanted on the stage; says nothing about training. */
  readonly show: Show;
  /** Whether training pauses while the tab is hidden. */
  readonly pausesHidden: boolean;
  readonly language: Language;
  readonly theme: Theme;
}

/** Id of the button that trains: where the focus goes once there is something new to train. */
export const TRAIN_BUTTON = "train";

/** Id of the button that opens the dialog for own pairs. */
export const PAIRS_BUTTON = "own-pairs";

/** The last step, however many the trace has. */
export const LAST_STEP = Number.MAX_SAFE_INTEGER;

export const SPEEDS = { min: 0.5, max: 4, step: 0.5, initial: 1.5 } as const; // decoder steps a second

export const INITIAL_VIEW: ViewState = {
  step: LAST_STEP,
  column: null,
  playing: false,
  stepsPerSecond: SPEEDS.initial,
  show: INITIAL_SHOW,
  pausesHidden: false,
  language: DEFAULT_LANGUAGE,
  theme: "light",
};

/** A step that the trace has: the last one where the wish lies beyond it. */
export function clampStep(trace: Trace | null, step: number): number {
  const last = (trace?.steps.length ?? 1) - 1;
  return Math.max(0, Math.min(last, step));
}

/** The column on show: the chosen one, else the argmax of the step's weights; null without attention. */
export function shownColumn(step: DecoderStep | undefined, column: number | null): number | null {
  const weights = step?.attention?.weights;
  if (!weights) return null;
  if (column !== null && column < weights.length) return column;
  return weights.reduce((best, weight, i) => (weight > (weights[best] ?? 0) ? i : best), 0);
}
