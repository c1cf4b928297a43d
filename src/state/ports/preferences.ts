/** The browser's preferences, and the choices and measurements of earlier visits. */
import { threadsFor } from "../../engine/threadCount";
import { isLanguage, type Language, languageFor } from "../../languages";
import { type LessonPlace, readPlace } from "../../lessons/catalogue";
import {
  type BackendChoice,
  isBackendChoice,
  type Measurements,
  parseMeasurements,
} from "../slices/backends";
import { type Progress, readProgress } from "../slices/lesson";
import { isTheme, type Theme } from "../slices/view";

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
}

/** The browser's language and theme: the defaults. */
function environmentPreferences(): Preferences {
  return {
    language: languageFor(navigator.language),
    theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  };
}

type PreferenceName =
  | keyof Preferences
  | "pausesHidden"
  | "backend"
  | "stepTimes"
  | "lesson"
  | "lessonProgress"
  | "opening"
  | "threadsOffer";

const PREFIX = "seq2seq-lab.";

/** Stores a choice for the next visit. If the browser forbids storage, the choice lasts as long as the page. */
export function remember(name: PreferenceName, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // the choice holds for this visit
  }
}

function recall(name: PreferenceName): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** The choice of an earlier visit, else the browser's. */
export function readPreferences(): Preferences {
  const environment = environmentPreferences();
  const language = recall("language");
  const theme = recall("theme");
  return {
    language: isLanguage(language) ? language : environment.language,
    theme: isTheme(theme) ? theme : environment.theme,
  };
}

/** Whether training pauses while the tab is hidden. */
export function readPausesHidden(): boolean {
  return recall("pausesHidden") === "true";
}

/** The step of a lesson where the student left; null: nowhere. */
export function readLessonPlace(): LessonPlace | null {
  return readPlace(recall("lesson") ?? "");
}

/** The steps of lessons that the student has done. */
export function readLessonProgress(): Progress {
  return readProgress(recall("lessonProgress"));
}

/** Whether this device has shown the opening film. */
export function hasSeenOpening(): boolean {
  return recall("opening") === "seen";
}

/** Whether this device was offered a reload that makes threads possible. */
export function hasOfferedThreads(): boolean {
  return recall("threadsOffer") === "seen";
}

/** The backend that the student has chosen, or "automatic". */
export function readBackendChoice(): BackendChoice {
  const choice = recall("backend");
  return isBackendChoice(choice) ? choice : "automatic";
}

/** Recent times of training steps on this device. */
export function readMeasurements(): Measurements {
  const hasThreads =
    globalThis.crossOriginIsolated && threadsFor(navigator.hardwareConcurrency) !== null;
  return parseMeasurements(recall("stepTimes"), { now: Date.now(), hasThreads });
}
