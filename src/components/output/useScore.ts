/** How many tokens are right, in words. */
import { useTranslation } from "react-i18next";
import type { Trace } from "../../engine/results/trace";
import { scoreOf } from "../../vis/facts/judgedTokens";

/** A function from a trace and its shown step to the score so far; empty where the right answer is unknown. */
export function useScore(): (trace: Trace, index: number) => string {
  const { t } = useTranslation("player");
  return (trace, index) => {
    if (!trace.expected) return "";
    const { length: count } = trace.expected;
    const { right, excess, isShifted } = scoreOf(trace, index);
    const score = t(isShifted ? "aligned" : "score", { right, count });
    const full = excess > 0 ? t("excess", { score, excess }) : score;
    return trace.show.feeding === "truth" ? t("fedTruth", { score: full }) : full;
  };
}
