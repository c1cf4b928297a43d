/** Why a typed source cannot be decoded, and what the task reads instead. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { factsOf } from "../../engine/tasks/facts";
import type { SourceProblem } from "../../workers/protocol";
import { useLane } from "../useLane";
import { useQuotedTokens } from "./useQuotedTokens";

export function SourceProblemText({ problem }: { readonly problem: SourceProblem }): ReactNode {
  const { t } = useTranslation("player");
  const quoted = useQuotedTokens();
  const reads = useWhatTaskReads();
  switch (problem.kind) {
    case "empty":
      return t("problems.empty");
    case "tooLong":
      return t("problems.tooLong", { length: problem.length, limit: problem.limit });
    case "unknownTokens":
      return [t("problems.unknownTokens", { tokens: quoted(problem.tokens) }), ...reads].join(" ");
    default:
      return problem satisfies never;
  }
}

/** Sentences on what the task reads, and whether the chosen difficulty leaves some of it out. */
function useWhatTaskReads(): readonly string[] {
  const { t } = useTranslation("player");
  const { t: tSetup } = useTranslation("setup");
  const { t: tTasks } = useTranslation("tasks");
  const { task, symbols } = useLane(({ config }) => config);
  const facts = factsOf(task);
  if (!facts || task === "pairs") return [];
  const all = facts.bounds.symbols.max;
  const reads = tTasks(`reads.${facts.reads}`);
  if (symbols >= all) return [reads];
  const known = tSetup(`units.${task}.known`, { count: symbols });
  return [reads, t("problems.fewer", { known })];
}
