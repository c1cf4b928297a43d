/** The languages of the page: header, link, preferences and text loading follow from this table. */
import type { Translation } from "./i18n/translation";

interface LanguageEntry {
  /** In the language itself. */
  readonly name: string;
  /** Matches the browser's tag, with or without a region. */
  readonly tag: RegExp;
  /** Line spacing: syllable blocks need more than Latin letters. */
  readonly lines: "close" | "open";
  readonly load: () => Promise<Translation>;
}

/** By the tag in the link and in the `lang` attribute. */
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

/** The language of the original texts, and of a browser whose language the page lacks. */
export const DEFAULT_LANGUAGE: Language = "en";

export function isLanguage(text: string | null): text is Language {
  return text !== null && Object.hasOwn(LANGUAGES, text);
}

/** The page's language for the browser's tag. */
export function languageFor(browserTag: string): Language {
  return LANGUAGE_IDS.find((id) => LANGUAGES[id].tag.test(browserTag)) ?? DEFAULT_LANGUAGE;
}
