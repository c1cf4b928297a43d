/** The languages of the page, one entry each: everything that depends on which there are follows from this table. */
import type { Translation } from "./i18n/translation";

interface LanguageEntry {
  /** As its readers call it. */
  readonly name: string;
  /** What the browser names it, with a region behind it or not. */
  readonly tag: RegExp;
  /** How far apart its lines stand: tall syllable blocks need more room than Latin letters do. */
  readonly lines: "close" | "open";
  readonly load: () => Promise<Translation>;
}

/** By the tag that stands in the link and in the document. */
export const LANGUAGES = {
  en: {
    name: "English",
    tag: /^en\b/i,
    lines: "close",
    load: async () => (await import("./i18n/en")).en,
  },
  ko: {
    name: "한국어",
    tag: /^ko\b/i,
    lines: "open",
    load: async () => (await import("./i18n/ko")).ko,
  },
} as const satisfies Readonly<Record<string, LanguageEntry>>;

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_IDS = Object.keys(LANGUAGES) as Language[];

/** The one that all texts are first written in, and that a browser gets whose own the page does not speak. */
export const DEFAULT_LANGUAGE: Language = "en";

export function isLanguage(text: string | null): text is Language {
  return text !== null && Object.hasOwn(LANGUAGES, text);
}

/** The page's language for what the browser asks for. */
export function languageFor(browserTag: string): Language {
  return LANGUAGE_IDS.find((id) => LANGUAGES[id].tag.test(browserTag)) ?? DEFAULT_LANGUAGE;
}
