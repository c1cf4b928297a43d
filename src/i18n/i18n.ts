/** i18next set up for the page: one language loaded at a time, keys checked by the compiler. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { threadsFor } from "../engine/threadCount";
import type { Language } from "../state/view";
import type { en } from "./en";

/** The shape of a translation: English's keys with any text. */
export type Translation = Texts<typeof en>;
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: typeof en;
  }
}

const LOAD: Record<Language, () => Promise<Translation>> = {
  en: async () => (await import("./en")).en,
  ko: async () => (await import("./ko")).ko,
};

/** Starts i18next in this language. React escapes text itself, so i18next must not do it again. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: await LOAD[language]() },
    defaultNS: "app",
    interpolation: { escapeValue: false, defaultVariables: { threads: threadsHere() } },
  });
}

/** How many threads share a training step on this device, or would with another processor: texts say it untold. */
const threadsHere = (): number => threadsFor(navigator.hardwareConcurrency) ?? 2;

/** Switches the page's language, loading its texts the first time. */
export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "app")) {
    for (const [namespace, texts] of Object.entries(await LOAD[language]()))
      i18next.addResourceBundle(language, namespace, texts);
  }
  await i18next.changeLanguage(language);
}
