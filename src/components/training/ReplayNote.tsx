/** The note over the figure that it shows an earlier step and not the present model. */
import { useTranslation } from "react-i18next";
import { useLane } from "../useLane";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import styles from "./ReplayNote.module.css";

export function ReplayNote() {
  const { t } = useTranslation("training");
  const format = useFormat();
  const isPast = useApp(({ view }) => view.show.weightsOf !== "present");
  const step = useLane((lane) => lane.run.trace?.trainedSteps ?? null);
  if (!isPast || step === null) return null;
  return (
    <div className={styles.note}>
      <p>{t("replay.onStage", { step: format.number(step) })}</p>
      <Button look="link" onClick={() => moveFocusThen("stage", () => student.lookBack("present"))}>
        {t("replay.back")}
      </Button>
    </div>
  );
}
