/** The texts of the measurement, which load with it. It suspends the component until they are there. */
import { use } from "react";
import { lateTexts } from "../../i18n/lateTexts";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";

export function useExposureTexts() {
  const language = useApp(({ view }) => view.language);
  use(lateTexts("exposure", language));
  return useTranslation("exposure");
}
