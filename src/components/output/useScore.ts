/** How many tokens are right, in words. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { scoreOf } from "../../vis/facts/judgedTokens";

/**
 * A function from a trace and its shown step to the score; empty where the right answer is unknown. Before the last step
 * it counts the tokens so far and says so.
 */
export function useScore(): (trace: Trace, index: number) => string {
  const { t } = useTranslation("player");
  return (trace, index) => {
    if (!trace.expected) return "";
    const { length: count } = trace.expected;
    const { right, excess, isShifted } = scoreOf(trace, index);
    if (index < trace.steps.length - 1) return t("scoreSoFar", { right, tokens: index + 1 });
    const score = t(isShifted ? "aligned" : "score", { right, count });
    const full = excess > 0 ? t("excess", { score, excess }) : score;
    return trace.show.feeding === "truth" ? t("fedTruth", { score: full }) : full;
  };
}
