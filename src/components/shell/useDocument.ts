/** Keeps the document's language, title, theme and size of type equal to the view's. */
import i18next from "i18next";
import { useEffect, useLayoutEffect } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { changeLanguage } from "../../i18n/i18n";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from "../../languages";
import { page } from "../../state/actions/acts";
import { useApp } from "../../state/store";

export function useDocument(): void {
  const { t, i18n } = useTranslation("app");
  const language = useApp((state) => state.view.language);
  const theme = useApp((state) => state.view.theme);
  const type = useApp(({ view }) => (view.isPresenting ? "present" : view.typeSize));
  useEffect(() => {
    void changeLanguage(language).catch((error: unknown) => {
      if (isLanguage(i18next.language)) page.keepLanguage(i18next.language, String(error));
    });
  }, [language]);
  useEffect(() => {
    const spoken = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE; // may differ from the requested language
    document.documentElement.lang = spoken;
    document.documentElement.dataset["lines"] = LANGUAGES[spoken].lines;
    document.title = t("title");
  }, [i18n.language, t]);
  // Before the first paint, since otherwise a dark page flashes white.
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = theme;
    document.documentElement.dataset["type"] = type;
  }, [theme, type]);
}
