/** A sentence for an edit that does not apply; steps and positions in it count from 1. */
import { useTranslation } from "../../i18n/useTranslation";
import type { EditProblem } from "../../engine/edits/editProblem";
import { useFormat } from "../primitives/useFormat";

type Facts = Readonly<Record<string, string | number>>;

export function useProblemText(): (problem: EditProblem) => string {
  const { t } = useTranslation("edits");
  const format = useFormat();
  const translate = t as (key: string, facts: Facts) => string; // each kind has its facts
  return (problem) =>
    translate(`problem.${problem.kind}`, {
      ...problem,
      ...told(problem),
      ...(problem.kind === "rowSum" && { sum: format.number(problem.sum, 2) }),
    });
}

/** The facts as the student counts them. */
function told(problem: EditProblem): Facts {
  return {
    ...("step" in problem && { step: problem.step + 1 }),
    ...("position" in problem && { position: problem.position + 1 }),
    // The student types no <eos>.
    ...(problem.kind === "sourceLength" && {
      length: problem.length - 1,
      expected: problem.expected - 1,
    }),
  };
}
