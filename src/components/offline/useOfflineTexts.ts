/** The texts about use without a network, which load when there is something to say. */
import { use } from "react";
import { lateTexts } from "../../i18n/lateTexts";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";

export function useOfflineTexts() {
  const language = useApp(({ view }) => view.language);
  use(lateTexts("offline", language));
  return useTranslation("offline");
}
