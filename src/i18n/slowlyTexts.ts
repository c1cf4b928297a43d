/** The texts of the walk through one update. They load when a walk begins. */
import type { Language } from "../languages";
import type { slowly } from "./en/slowly";
import { lateTexts } from "./lateTexts";
import type { Texts } from "./translation";

export type SlowlyTexts = Texts<typeof slowly>;

/** By language. */
export const SLOWLY_TEXTS: Readonly<Record<Language, () => Promise<SlowlyTexts>>> = {
  en: async () => (await import("./en/slowly")).slowly,
  ko: async () => (await import("./ko/slowly")).slowly,
};

/** The texts in a language; the page has them as namespace "slowly" from then on. */
export const slowlyTexts = lateTexts("slowly", SLOWLY_TEXTS);
