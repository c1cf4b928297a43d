/** How a token is called in running text and by assistive technology. */
import { useTranslation } from "react-i18next";
import type { TokenView } from "../../engine/text/tokens";

/** A function from token to its name: "<eos>" as it is, a blank by the word for it, others in quotes. */
export function useTokenName(): (token: TokenView) => string {
  const { t } = useTranslation("stage");
  return ({ text }) => (text.trim() === "" ? t("space") : text);
}
