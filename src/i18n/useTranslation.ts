/**
 * The texts of the page in a component. It renders again when the language changes. react-i18next's hook makes new
 * objects at each render, and a redraw during training renders hundreds of components that need a text.
 */
import i18next, { type i18n, type Namespace, type TFunction } from "i18next";
import { useSyncExternalStore } from "react";

interface Texts<Ns extends Namespace> {
  /** Writes a text of the first of these namespaces, or of another one as "namespace:key". */
  readonly t: TFunction<Ns>;
  readonly i18n: i18n;
}

/** The texts in the present language by namespaces. */
const known = new Map<string, Texts<Namespace>>();

function subscribe(listener: () => void): () => void {
  i18next.on("languageChanged", listener);
  return () => i18next.off("languageChanged", listener);
}

/** The same object until the language changes. */
function textsOf(namespaces: Namespace): Texts<Namespace> {
  const { language } = i18next;
  const key = `${language} ${String(namespaces)}`;
  let texts = known.get(key);
  if (!texts) {
    texts = { t: remembering(i18next.getFixedT(language, namespaces)), i18n: i18next };
    known.set(key, texts);
  }
  return texts;
}

/** The most texts that a part of the page remembers. */
const MOST = 2000;

/** No text needs a JSON text without values, and most calls have none. */
const writeValues = (values: unknown): string => (values ? JSON.stringify(values) : "");

/** The same function with a memory: most texts of a redraw are those of the one before. */
function remembering(t: TFunction<Namespace>): TFunction<Namespace> {
  const write = t as (key: unknown, values: unknown) => unknown;
  const written = new Map<string, unknown>();
  const remember = (key: unknown, values: unknown): unknown => {
    const name =
      typeof key === "string" ? key + writeValues(values) : JSON.stringify([key, values]);
    if (written.size > MOST) written.clear();
    if (!written.has(name)) written.set(name, write(key, values));
    return written.get(name);
  };
  return remember as TFunction<Namespace>;
}

/** @param namespaces the part of the page that the texts belong to */
export function useTranslation<const Ns extends Namespace = "app">(namespaces?: Ns): Texts<Ns> {
  const texts = (): Texts<Namespace> => textsOf(namespaces ?? "app");
  return useSyncExternalStore(subscribe, texts) as unknown as Texts<Ns>;
}
