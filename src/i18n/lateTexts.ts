/** The texts that load with a part of the page, each in a namespace of its own. */
import i18next from "i18next";
import type { Language } from "../languages";
import type { compare } from "./en/compare";
import type { pytorch } from "./en/pytorch";
import type { Texts } from "./translation";

/** English, by namespace. */
export interface LateEnglish {
  readonly pytorch: typeof pytorch;
  readonly compare: typeof compare;
}

type LateNamespace = keyof LateEnglish;

export type LateTexts<Name extends LateNamespace> = Texts<LateEnglish[Name]>;

type Loaders = {
  readonly [Name in LateNamespace]: Readonly<Record<Language, () => Promise<LateTexts<Name>>>>;
};

export const LATE_TEXTS: Loaders = {
  pytorch: {
    en: async () => (await import("./en/pytorch")).pytorch,
    ko: async () => (await import("./ko/pytorch")).pytorch,
  },
  compare: {
    en: async () => (await import("./en/compare")).compare,
    ko: async () => (await import("./ko/compare")).compare,
  },
};

const loading = new Map<string, Promise<unknown>>();

/** The texts in a language; the page has them as a namespace from then on. A failed load can be repeated. */
export function lateTexts<Name extends LateNamespace>(
  namespace: Name,
  language: Language,
): Promise<LateTexts<Name>> {
  const key = `${namespace} ${language}`;
  const known = loading.get(key);
  if (known) return known as Promise<LateTexts<Name>>;
  const loaded = load(namespace, language).catch((error: unknown) => {
    loading.delete(key);
    throw error;
  });
  loading.set(key, loaded);
  return loaded;
}

async function load<Name extends LateNamespace>(
  namespace: Name,
  language: Language,
): Promise<LateTexts<Name>> {
  const texts = await LATE_TEXTS[namespace][language]();
  i18next.addResourceBundle(language, namespace, texts);
  return texts;
}
