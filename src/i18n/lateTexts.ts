/** Texts that load with a part of the page, one namespace a part. */
import i18next from "i18next";
import type { Language } from "../languages";

/** The texts in each language. */
type Loaders<T> = Readonly<Record<Language, () => Promise<T>>>;

/**
 * A function that loads the texts of a namespace in a language, once. The page has them from then on. A failed load can
 * be repeated.
 */
export function lateTexts<T>(
  namespace: string,
  loaders: Loaders<T>,
): (language: Language) => Promise<T> {
  const loading = new Map<Language, Promise<T>>();
  const load = async (language: Language): Promise<T> => {
    try {
      const texts = await loaders[language]();
      i18next.addResourceBundle(language, namespace, texts);
      return texts;
    } catch (error) {
      loading.delete(language);
      throw error;
    }
  };
  return (language) => {
    const known = loading.get(language);
    if (known) return known;
    const loaded = load(language);
    loading.set(language, loaded);
    return loaded;
  };
}
