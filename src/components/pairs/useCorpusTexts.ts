/** The texts of the dialog, which load with it. It suspends the component until they are there. */
import { use } from "react";
import { lateTexts } from "../../i18n/lateTexts";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";

export function useCorpusTexts() {
  const language = useApp(({ view }) => view.language);
  use(lateTexts("corpus", language));
  return useTranslation(["corpus", "setup"]);
}
