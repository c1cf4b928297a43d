/** What a choice of a question is called. */
import { useTranslation } from "../../i18n/useTranslation";
import { SPECIAL_TOKENS } from "../../engine/text/tokens";
import type { ChoiceQuestion } from "../../lessons/lesson";
import { useLanguageName } from "../primitives/useLanguageName";

const [, , END] = SPECIAL_TOKENS;

/** @param text a text of the step by its name */
export function useChoiceLabel(
  { are }: Pick<ChoiceQuestion, "are">,
  text: (name: string) => string | null,
): (choice: string) => string | null {
  const { t } = useTranslation("lessons");
  const language = useLanguageName();
  if (are === "languages") return language;
  if (are === "letters") return (letter) => (letter === END ? t("pick.end") : letter);
  return (choice) => text(`choices.${choice}`);
}
