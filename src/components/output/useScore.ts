/** How many tokens are right, in words. */
import { useTranslation } from "react-i18next";
import type { Trace } from "../../engine/results/trace";
import { judge } from "../../vis/facts/judgedTokens";

/** A function from a trace and its shown step to the score so far; empty where the right answer is unknown. */
export function useScore(): (trace: Trace, index: number) => string {
  const { t } = useTranslation("player");
  return (trace, index) => {
    if (!trace.expected) return "";
    const { length: count } = trace.expected;
    const judged = judge(trace).slice(0, index + 1);
    const right = judged.filter(({ mark }) => mark === "right").length;
    const score = t("score", { right, count });
    const excess = judged.length - count;
    return excess > 0 ? t("excess", { score, excess }) : score;
  };
}
