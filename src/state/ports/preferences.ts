/** What the environment asks for, and what the student chose and the page measured on an earlier visit. */
import { threadsFor } from "../../engine/threadCount";
import { isLanguage, type Language, languageFor } from "../../languages";
import {
  type BackendChoice,
  isBackendChoice,
  type Measurements,
  parseMeasurements,
} from "../slices/backends";
import { isTheme, type Theme } from "../slices/view";

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
}

/** What the browser asks for where nobody has chosen. */
export function environmentPreferences(): Preferences {
  return {
    language: languageFor(navigator.language),
    theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  };
}

type PreferenceName = keyof Preferences | "pausesHidden" | "backend" | "stepTimes";

const PREFIX = "seq2seq-lab.";

/** Keeps a choice for the next visit. Browsers may forbid storage; then it lasts as long as the page. */
export function remember(name: PreferenceName, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // nothing to do: the choice holds for this visit
  }
}

function recall(name: PreferenceName): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** The choice of an earlier visit, else what the environment asks for. */
export function readPreferences(): Preferences {
  const environment = environmentPreferences();
  const language = recall("language");
  const theme = recall("theme");
  return {
    language: isLanguage(language) ? language : environment.language,
    theme: isTheme(theme) ? theme : environment.theme,
  };
}

/** Whether training is to pause while the tab is hidden: only where somebody has asked for it. */
export function readPausesHidden(): boolean {
  return recall("pausesHidden") === "true";
}

/** The backend that somebody has chosen, or the fastest. */
export function readBackendChoice(): BackendChoice {
  const choice = recall("backend");
  return isBackendChoice(choice) ? choice : "automatic";
}

/** What training steps took on this device, as far as that was measured lately. */
export function readMeasurements(): Measurements {
  const hasThreads =
    globalThis.crossOriginIsolated && threadsFor(navigator.hardwareConcurrency) !== null;
  return parseMeasurements(recall("stepTimes"), { now: Date.now(), hasThreads });
}
