/** Why the page could not open or save a model: the problem, its place, and what to do. */
import type { TFunction } from "i18next";
import { useTranslation } from "../../i18n/useTranslation";
import type { FileErrand, ModelProblem } from "../../state/slices/modelFile";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import styles from "./ModelFile.module.css";
import { student } from "../../state/actions/acts";

interface RefusalProps {
  readonly errand: FileErrand;
  readonly problem: ModelProblem;
}

export function Refusal({ errand, problem }: RefusalProps) {
  const { t } = useTranslation("modelFile");
  const format = useFormat();
  const limit = problem.kind === "tooLarge" ? format.number(problem.limit / 1e6) : "";
  return (
    <div className={styles.refusal}>
      <p>
        {errand.kind === "saving" ? t("notSaved") : t("notOpened", { name: errand.name })}{" "}
        {describe(t, problem, limit)} {t("kept")}
      </p>
      {"detail" in problem && (
        <details>
          <summary>{t("detail")}</summary>
          <code>{problem.detail}</code>
        </details>
      )}
      <Button look="link" onClick={() => moveFocusThen("train", student.dismissOutcome)}>
        {t("dismiss")}
      </Button>
    </div>
  );
}

function describe(t: TFunction<"modelFile">, problem: ModelProblem, limit: string): string {
  switch (problem.kind) {
    case "tooLarge":
      return t("problems.tooLarge", { limit });
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
}
