/** The texts of the PyTorch tab. They load when the tab opens. */
import i18next from "i18next";
import type { Language } from "../languages";
import type { pytorch } from "./en/pytorch";
import type { Texts } from "./translation";

export type PytorchTexts = Texts<typeof pytorch>;

/** By language. */
export const PYTORCH_TEXTS: Readonly<Record<Language, () => Promise<PytorchTexts>>> = {
  en: async () => (await import("./en/pytorch")).pytorch,
  ko: async () => (await import("./ko/pytorch")).pytorch,
};

const loading = new Map<Language, Promise<PytorchTexts>>();

/** The texts in a language; the page has them as namespace "pytorch" from then on. A failed load can be repeated. */
export function pytorchTexts(language: Language): Promise<PytorchTexts> {
  const known = loading.get(language);
  if (known) return known;
  const loaded = load(language);
  loading.set(language, loaded);
  return loaded;
}

async function load(language: Language): Promise<PytorchTexts> {
  try {
    const texts = await PYTORCH_TEXTS[language]();
    i18next.addResourceBundle(language, "pytorch", texts);
    return texts;
  } catch (error) {
    loading.delete(language);
    throw error;
  }
}
