/** What the student looks at: the selected pair (t, s), playback, and the page's look. */
import { remember } from "../ports/preferences";
import type { Op } from "../../engine/results/operation";
import type { Subject } from "../../engine/results/subject";
import type { Language } from "../../languages";
import { type SectionId, withSection } from "../slices/sections";
import { clampStep, type Mode, type Order, type Theme } from "../slices/view";
import { laneOf, setView, useApp } from "../store";
import { LANE } from "../slices/lane";

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

export const setMode = (mode: Mode): void => setView({ mode });

/** Shows another operation of the step. */
export const showOperation = (operation: Op): void => setView({ operation });

/** Has the tiles show a layer, 0-based; null: the top one, whichever it is. */
export const showLayer = (layer: number | null): void => setView({ layer });

/** Opens the numbers of a tile, or closes those that are open. */
export const inspect = (inspected: Subject | null): void => setView({ inspected });

/** Folds something out, or away again. */
export function openSection(section: SectionId, isOpen: boolean): void {
  setView({ open: withSection(useApp.getState().view.open, section, isOpen) });
}

/** Reads the curves at an update; null: at the newest. */
export const readCurvesAt = (cursor: number | null): void => setView({ cursor });

export const orderExamples = (exampleOrder: Order | null): void => setView({ exampleOrder });
export const listWrongOnly = (wrongOnly: boolean): void => setView({ wrongOnly });

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
