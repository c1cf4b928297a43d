/** The texts of two models side by side, which load with the mode. It suspends the component until they are there. */
import { use } from "react";
import { lateTexts } from "../../i18n/lateTexts";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";

export function useCompareTexts() {
  const language = useApp(({ view }) => view.language);
  use(lateTexts("compare", language));
  return useTranslation(["compare", "setup"]);
}
