/** i18next set up for the page: one language loaded at a time, keys checked by the compiler. */
import i18next, { type FormatterModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { threadsFor } from "../engine/threadCount";
import { DEFAULT_LANGUAGE, type Language, LANGUAGES } from "../languages";
import type { en } from "./en";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: typeof en;
  }
}

/** Numbers in texts are as the language writes them, thousands apart; all else is as it is. */
const NUMBERS: FormatterModule = {
  type: "formatter",
  init: nothing,
  add: nothing,
  addCached: nothing,
  format: (value: unknown, _name, language = DEFAULT_LANGUAGE) =>
    typeof value === "number" ? numbersOf(language).format(value) : (value as string),
};

const formats = new Map<string, Intl.NumberFormat>(); // dear to make, and a map has hundreds of texts

function numbersOf(language: string): Intl.NumberFormat {
  const format = formats.get(language) ?? new Intl.NumberFormat(language);
  formats.set(language, format);
  return format;
}

/** The module has no formats by name. */
function nothing(): void {}

/** Starts i18next in this language. React escapes text itself, so i18next must not do it again. */
export async function startI18n(language: Language): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(NUMBERS)
    .init({
      lng: language,
      resources: { [language]: await LANGUAGES[language].load() },
      defaultNS: "app",
      interpolation: {
        escapeValue: false,
        defaultVariables: { threads: threadsHere() },
        alwaysFormat: true,
      },
    });
}

/** How many threads share a training step on this device, or would with another processor: texts say it untold. */
const threadsHere = (): number => threadsFor(navigator.hardwareConcurrency) ?? 2;

/** Switches the page's language, loading its texts the first time. */
export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "app")) {
    for (const [namespace, texts] of Object.entries(await LANGUAGES[language].load()))
      i18next.addResourceBundle(language, namespace, texts);
  }
  await i18next.changeLanguage(language);
}
