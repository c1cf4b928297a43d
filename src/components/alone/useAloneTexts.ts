/** The texts of the networks alone, which load with their page, and the names of classes. */
import type { TFunction } from "i18next";
import { use } from "react";
import { lateTexts } from "../../i18n/lateTexts";
import { useTranslation } from "../../i18n/useTranslation";
import { useAlone } from "../../state/aloneStore";
import { useApp } from "../../state/store";
import { useLanguageName } from "../primitives/useLanguageName";

/** Suspends until the texts are there. */
export function useAloneTexts(): { readonly t: TFunction<"alone"> } {
  use(
    lateTexts(
      "alone",
      useApp(({ view }) => view.language),
    ),
  );
  return useTranslation("alone");
}

/** The name of a class in the page's language: of a language, or as the student's own list has it. */
export function useClassName(): (label: number) => string {
  const nameOf = useLanguageName();
  const info = useAlone((state) => state.info);
  const isOwn = info?.config.names === "own";
  return (label) => {
    const text = info?.classes[label] ?? "";
    return isOwn || text === "" ? text : nameOf(text);
  };
}
