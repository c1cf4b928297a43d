/** Keeps the document in step with the view: its language, title and theme. */
import { useEffect, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import { changeLanguage } from "../../i18n/i18n";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from "../../languages";
import { useApp } from "../../state/store";

export function useDocument(): void {
  const { t, i18n } = useTranslation("app");
  const language = useApp((state) => state.view.language);
  const theme = useApp((state) => state.view.theme);
  useEffect(() => {
    // A language whose texts do not load leaves the page in the one it has.
    void changeLanguage(language).catch(() => undefined);
  }, [language]);
  useEffect(() => {
    const spoken = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE; // which may not be what was asked for
    document.documentElement.lang = spoken;
    document.documentElement.dataset["lines"] = LANGUAGES[spoken].lines;
    document.title = t("title");
  }, [i18n.language, t]);
  // Before the first paint, or a dark page would flash.
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
}
