/** The texts of parts that few students open. They load with the part, as a namespace of its name. */
import i18next from "i18next";
import type { Language } from "../languages";
import type { alone } from "./en/alone";
import type { compare } from "./en/compare";
import type { corpus } from "./en/corpus";
import type { exposure } from "./en/exposure";
import type { offline } from "./en/offline";
import type { pytorch } from "./en/pytorch";
import type { reading } from "./en/reading";
import type { slowly } from "./en/slowly";
import type { takeAway } from "./en/takeAway";
import type { teacher } from "./en/teacher";
import type { transformer } from "./en/transformer";
import { MissingError } from "./missingError";
import type { Texts } from "./translation";

export type AloneTexts = Texts<typeof alone>;
export type CompareTexts = Texts<typeof compare>;
export type CorpusTexts = Texts<typeof corpus>;
export type ExposureTexts = Texts<typeof exposure>;
export type OfflineTexts = Texts<typeof offline>;
export type PytorchTexts = Texts<typeof pytorch>;
export type ReadingTexts = Texts<typeof reading>;
export type SlowlyTexts = Texts<typeof slowly>;
export type TakeAwayTexts = Texts<typeof takeAway>;
export type TeacherTexts = Texts<typeof teacher>;
export type TransformerTexts = Texts<typeof transformer>;

interface Late {
  readonly alone: AloneTexts;
  readonly compare: CompareTexts;
  readonly corpus: CorpusTexts;
  readonly exposure: ExposureTexts;
  readonly offline: OfflineTexts;
  readonly pytorch: PytorchTexts;
  readonly reading: ReadingTexts;
  readonly slowly: SlowlyTexts;
  readonly takeAway: TakeAwayTexts;
  readonly teacher: TeacherTexts;
  readonly transformer: TransformerTexts;
}

export type LateName = keyof Late;

type Loaders = { readonly [Name in LateName]: () => Promise<Late[Name]> };

/** By language and namespace. */
export const LATE_TEXTS: Readonly<Record<Language, Loaders>> = {
  en: {
    alone: async () => (await import("./en/alone")).alone,
    compare: async () => (await import("./en/compare")).compare,
    corpus: async () => (await import("./en/corpus")).corpus,
    exposure: async () => (await import("./en/exposure")).exposure,
    offline: async () => (await import("./en/offline")).offline,
    pytorch: async () => (await import("./en/pytorch")).pytorch,
    reading: async () => (await import("./en/reading")).reading,
    slowly: async () => (await import("./en/slowly")).slowly,
    takeAway: async () => (await import("./en/takeAway")).takeAway,
    teacher: async () => (await import("./en/teacher")).teacher,
    transformer: async () => (await import("./en/transformer")).transformer,
  },
  ko: {
    alone: async () => (await import("./ko/alone")).alone,
    compare: async () => (await import("./ko/compare")).compare,
    corpus: async () => (await import("./ko/corpus")).corpus,
    exposure: async () => (await import("./ko/exposure")).exposure,
    offline: async () => (await import("./ko/offline")).offline,
    pytorch: async () => (await import("./ko/pytorch")).pytorch,
    reading: async () => (await import("./ko/reading")).reading,
    slowly: async () => (await import("./ko/slowly")).slowly,
    takeAway: async () => (await import("./ko/takeAway")).takeAway,
    teacher: async () => (await import("./ko/teacher")).teacher,
    transformer: async () => (await import("./ko/transformer")).transformer,
  },
};

const loading = new Map<string, Promise<unknown>>();
const failed = new Set<string>();

function forgetFailed(): void {
  for (const key of failed) loading.delete(key);
  failed.clear();
}

/** The texts in a language; the page has them as a namespace from then on. A failed load can be repeated. */
export function lateTexts<Name extends LateName>(
  name: Name,
  language: Language,
): Promise<Late[Name]> {
  const key = `${language}.${name}`;
  const loaded = loading.get(key) ?? load(name, language, key);
  loading.set(key, loaded);
  loaded.catch(() => undefined); // a part that waits for other texts first may never come to these
  return loaded as Promise<Late[Name]>;
}

/** @throws MissingError */
async function load(name: LateName, language: Language, key: string): Promise<unknown> {
  try {
    const texts: object = await LATE_TEXTS[language][name]();
    i18next.addResourceBundle(language, name, texts);
    forgetFailed(); // the network is there again
    return texts;
  } catch (error) {
    failed.add(key);
    throw new MissingError(`the texts ${key}`, forgetFailed, error);
  }
}
