/** The name of a token in running text and for assistive technology. */
import { useCallback } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { TokenView } from "../../engine/text/tokens";

/** A function from token to name: "<eos>" as it is, a space as a word, others in quotes. */
export function useTokenName(): (token: TokenView) => string {
  const { t } = useTranslation("stage");
  return useCallback(({ text }) => (text.trim() === "" ? t("space") : text), [t]);
}
