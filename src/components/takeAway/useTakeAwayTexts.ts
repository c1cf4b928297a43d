/** The texts of what leaves the page, which load with the dialog. It suspends the component until they are there. */
import { use } from "react";
import { lateTexts } from "../../i18n/lateTexts";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";

export function useTakeAwayTexts() {
  const language = useApp(({ view }) => view.language);
  use(lateTexts("takeAway", language));
  return useTranslation("takeAway");
}
