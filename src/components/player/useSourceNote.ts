/** The sentence on an unusual source, before the page judges its answer. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { isBeyondTraining, unreadTokens } from "../../vis/facts/sourceText";
import { useQuotedTokens } from "./useQuotedTokens";

/** That it is longer than any in training, or has tokens that the vocabulary lacks; null for a usual source. */
export function useSourceNote(): (trace: Trace) => string | null {
  const { t } = useTranslation("player");
  const quoted = useQuotedTokens();
  return (trace) => {
    const unread = unreadTokens(trace);
    return (
      [
        isBeyondTraining(trace) && t("beyond", { limit: trace.task.maxSourceLength }),
        unread.length > 0 && t("unread", { tokens: quoted(unread) }),
      ]
        .filter(Boolean)
        .join(" ") || null
    );
  };
}
