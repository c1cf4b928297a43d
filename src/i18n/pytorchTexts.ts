/** The texts of the PyTorch tab. They load when the tab opens. */
import type { Language } from "../languages";
import type { pytorch } from "./en/pytorch";
import { lateTexts } from "./lateTexts";
import type { Texts } from "./translation";

export type PytorchTexts = Texts<typeof pytorch>;

/** By language. */
export const PYTORCH_TEXTS: Readonly<Record<Language, () => Promise<PytorchTexts>>> = {
  en: async () => (await import("./en/pytorch")).pytorch,
  ko: async () => (await import("./ko/pytorch")).pytorch,
};

/** The texts in a language; the page has them as namespace "pytorch" from then on. */
export const pytorchTexts = lateTexts("pytorch", PYTORCH_TEXTS);
