/** What the student looks at: the selected pair (t, s), playback, and the page's look. */
import { remember } from "../ports/preferences";
import type { Language } from "../../languages";
import { clampStep, type Theme } from "../slices/view";
import { laneOf, setView } from "../store";
import { LANE } from "./ask";

/** Selects a decoder step, and a column where one is named. */
export function select(step: number, column: number | null = null): void {
  setView({ step: clampStep(laneOf(LANE).run.trace, step), column });
}

/** Selects a pair by hand, which ends playback. */
export function selectByHand(step: number, column: number | null): void {
  setView({ step: clampStep(laneOf(LANE).run.trace, step), column, playing: false });
}

export const setPlaying = (playing: boolean): void => setView({ playing });
export const setSpeed = (stepsPerSecond: number): void => setView({ stepsPerSecond });

export function setLanguage(language: Language): void {
  remember("language", language);
  setView({ language });
}

export function setTheme(theme: Theme): void {
  remember("theme", theme);
  setView({ theme });
}

/** Whether training pauses while the tab is hidden. */
export function setPausesHidden(pausesHidden: boolean): void {
  remember("pausesHidden", String(pausesHidden));
  setView({ pausesHidden });
}
