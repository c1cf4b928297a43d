/** The full name of what a tile shows, as the title of its numbers has it. */
import { useTranslation } from "react-i18next";
import type { Trace } from "../../engine/trace";
import type { Subject } from "../../vis/subject";
import { subscript, symbolsOf } from "../../vis/symbols";
import { useTokenName } from "./useTokenName";

export function useSubjectName(trace: Trace | null): (subject: Subject) => string {
  const { t } = useTranslation("stage");
  const name = useTokenName();
  return (subject) => {
    if (!trace) return "";
    const { state, key } = symbolsOf(trace);
    if ("column" in subject) {
      const index = subject.column + 1;
      const token = trace.source[subject.column];
      const values = { index, sub: subscript(index), symbol: key, token: token ? name(token) : "" };
      return t(`numbers.${subject.kind === "embedding" ? "token" : "encoder"}`, values);
    }
    const step = subject.kind === "previous" ? subject.step : subject.step + 1;
    return t(`numbers.${subject.kind}`, { step, sub: subscript(step), symbol: state });
  };
}
