/** One sentence that sums up what the edits change. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { changesOf } from "../../vis/facts/changes";

/** "" for a decode without edits. */
export function useChangesText(): (trace: Trace) => string {
  const { t } = useTranslation("edits");
  return (trace) => {
    const changes = changesOf(trace);
    if (!changes) return "";
    const { changed: count, total, first, rows } = changes;
    if (first === null) return rows > 0 ? t("changes.noneRows", { rows }) : t("changes.none");
    if (changes.isOnlyByHand) return t("changes.onlyByHand");
    if (count === total) return t("changes.all", { total });
    return t("changes.some", { count, total, step: first + 1 });
  };
}
