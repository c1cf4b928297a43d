/** Sets up i18next. The page loads one language at a time, and the compiler checks the keys. */
import i18next, { type FormatterModule } from "i18next";
import { threadsFor } from "../engine/threadCount";
import { DEFAULT_LANGUAGE, type Language, LANGUAGES } from "../languages";
import { BIND_PARTICLES } from "./bindParticles";
import type { en } from "./en";
import type { alone } from "./en/alone";
import type { compare } from "./en/compare";
import type { corpus } from "./en/corpus";
import type { pytorch } from "./en/pytorch";
import type { reading } from "./en/reading";
import type { exposure } from "./en/exposure";
import type { offline } from "./en/offline";
import type { slowly } from "./en/slowly";
import type { takeAway } from "./en/takeAway";
import type { teacher } from "./en/teacher";
import type { transformer } from "./en/transformer";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: typeof en & {
      readonly compare: typeof compare;
      readonly corpus: typeof corpus;
      readonly pytorch: typeof pytorch;
      readonly reading: typeof reading;
      readonly exposure: typeof exposure;
      readonly offline: typeof offline;
      readonly slowly: typeof slowly;
      readonly takeAway: typeof takeAway;
      readonly alone: typeof alone;
      readonly teacher: typeof teacher;
      readonly transformer: typeof transformer;
    };
  }
}

/** Formats numbers in texts as the language does, with separated thousands. */
const NUMBERS: FormatterModule = {
  type: "formatter",
  init: doNothing,
  add: doNothing,
  addCached: doNothing,
  format: (value: unknown, _name, language = DEFAULT_LANGUAGE) =>
    typeof value === "number" ? numbersOf(language).format(value) : (value as string),
};

const formats = new Map<string, Intl.NumberFormat>(); // slow to create, and an attention map has hundreds of texts

function numbersOf(language: string): Intl.NumberFormat {
  const format = formats.get(language) ?? new Intl.NumberFormat(language);
  formats.set(language, format);
  return format;
}

/** i18next requires these methods, and this module has no named formats. */
function doNothing(): void {}

/** Starts i18next in this language. React escapes text, so i18next does not. */
export async function startI18n(language: Language): Promise<void> {
  await i18next
    .use(NUMBERS)
    .use(BIND_PARTICLES)
    .init({
      lng: language,
      resources: { [language]: await LANGUAGES[language].load() },
      defaultNS: "app",
      postProcess: BIND_PARTICLES.name,
      interpolation: {
        escapeValue: false,
        defaultVariables: { threads: threadsOnDevice() },
        alwaysFormat: true,
      },
    });
}

/** Threads of a training step on this device, as a default variable of every text; 2 on a single processor. */
const threadsOnDevice = (): number => threadsFor(navigator.hardwareConcurrency) ?? 2;

/** Switches the page's language and loads its texts on first use. */
export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "app")) {
    for (const [namespace, texts] of Object.entries(await LANGUAGES[language].load()))
      i18next.addResourceBundle(language, namespace, texts);
  }
  await i18next.changeLanguage(language);
}
