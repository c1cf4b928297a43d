/** Tokens listed in running text. */
import { useTranslation } from "../../i18n/useTranslation";

/** A function from tokens to their list: each in quotes, a space as a word. */
export function useQuotedTokens(): (tokens: readonly string[]) => string {
  const { t } = useTranslation("stage");
  return (tokens) =>
    tokens.map((token) => (token.trim() === "" ? t("space") : `‘${token}’`)).join(", ");
}
