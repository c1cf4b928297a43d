/** What stands elsewhere on the page or leaves it in another way: the model's file, its program, and paper. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { errandOf } from "../../state/slices/modelErrands";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { useDownload } from "../timeline/useDownload";
import { useRun } from "../useLane";
import styles from "./TakeAway.module.css";
import { useTakeAwayTexts } from "./useTakeAwayTexts";

export function ModelPane(): ReactNode {
  const { t } = useTakeAwayTexts();
  const { t: ofFile } = useTranslation("modelFile");
  const isUp = useRun(({ status }) => status === "idle" || status === "training");
  const isBusy = useApp(({ requests }) => errandOf(requests) !== null);
  const outcome = useApp(({ modelFile }) => modelFile.outcome);
  useDownload();
  return (
    <div className={styles.actions}>
      <Button look="primary" disabled={!isUp || isBusy} onClick={student.saveModel}>
        {t("saveModel")}
      </Button>
      <output className={styles.said}>
        {outcome?.kind === "saved" && ofFile("saved", { name: outcome.name })}
      </output>
    </div>
  );
}

/** Closes the dialog and opens the inspector's tab. */
function openProgram(): void {
  student.takeAway(false);
  student.showInspector("pytorch");
  student.openPanel("inspect");
}

export function ProgramPane(): ReactNode {
  const { t } = useTakeAwayTexts();
  return (
    <div className={styles.actions}>
      <Button look="primary" onClick={openProgram}>
        {t("openProgram")}
      </Button>
    </div>
  );
}

/** Two frames later, because the dialog would cover the page on paper. */
function printPage(): void {
  student.takeAway(false);
  requestAnimationFrame(() => requestAnimationFrame(() => print()));
}

export function PrintPane(): ReactNode {
  const { t } = useTakeAwayTexts();
  return (
    <div className={styles.actions}>
      <Button look="primary" onClick={printPage}>
        {t("print")}
      </Button>
    </div>
  );
}
