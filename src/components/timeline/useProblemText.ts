/** Why a model file cannot be opened, as a sentence in the page's language. */
import { useTranslation } from "../../i18n/useTranslation";
import type { ModelProblem } from "../../state/slices/modelFile";
import { useFormat } from "../primitives/useFormat";

export function useProblemText(): (problem: ModelProblem) => string {
  const { t } = useTranslation("modelFile");
  const format = useFormat();
  return (problem) => {
    switch (problem.kind) {
      case "tooLarge":
        return t("problems.tooLarge", { limit: format.number(problem.limit / 1e6) });
      case "noConfig":
        return t("problems.noConfig", { entry: problem.entry });
      case "badTensor":
        return t(`problems.${problem.fault}`, { tensor: problem.tensor });
      case "otherVocabulary":
        return t(problem.side === "source" ? "problems.otherSource" : "problems.otherTarget");
      case "unreadable":
      case "allZero":
      case "notSafetensors":
        return t(`problems.${problem.kind}`);
      default:
        return problem satisfies never;
    }
  };
}
