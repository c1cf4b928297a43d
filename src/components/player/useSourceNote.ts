/** What there is to know of the source on the stage before its answer is judged. */
import { useTranslation } from "react-i18next";
import { useLane } from "../useLane";
import { useBeyondTraining } from "./useBeyondTraining";
import { useQuotedTokens } from "./useQuotedTokens";

/** That it is longer than any in training, or has tokens that the vocabulary lacks; null where it is neither. */
export function useSourceNote(): string | null {
  const { t } = useTranslation("player");
  const quoted = useQuotedTokens();
  const beyond = useBeyondTraining();
  const unknown = useLane(({ run }) => run.unknownTokens);
  const unread = unknown.length > 0 ? t("unread", { tokens: quoted(unknown) }) : null;
  return [beyond, unread].filter(Boolean).join(" ") || null;
}
