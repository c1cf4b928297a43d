/** The texts about the Transformer, which load with the first one on the stage. */
import { use } from "react";
import { lateTexts } from "../../i18n/lateTexts";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";

export function useTransformerTexts() {
  const language = useApp(({ view }) => view.language);
  use(lateTexts("transformer", language));
  return useTranslation("transformer");
}
