/** Why the page could not open or save a model: the problem, its place, and what to do. */
import { useTranslation } from "../../i18n/useTranslation";
import type { FileErrand, ModelProblem } from "../../state/slices/modelFile";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import styles from "./ModelFile.module.css";
import { student } from "../../state/actions/acts";
import { useProblemText } from "./useProblemText";

interface RefusalProps {
  readonly errand: FileErrand;
  readonly problem: ModelProblem;
}

export function Refusal({ errand, problem }: RefusalProps) {
  const { t } = useTranslation("modelFile");
  const textOf = useProblemText();
  return (
    <div className={styles.refusal}>
      <p>
        {errand.kind === "saving" ? t("notSaved") : t("notOpened", { name: errand.name })}{" "}
        {textOf(problem)} {t("kept")}
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
