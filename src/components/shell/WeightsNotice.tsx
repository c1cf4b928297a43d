/** That the link was sent with a trained model on show, whose weights are not part of it, and how to get them. */
import { useTranslation } from "../../i18n/useTranslation";
import { dismissLinkedTraining, useLinkedTraining } from "../../state/slices/linkedTraining";
import type { RunState } from "../../state/slices/run";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import { useLane } from "../useLane";
import styles from "./Notice.module.css";

/** Whether the model on show is another than the sender's: shipped, or untrained. */
function lacksWeights({ info, step }: RunState): boolean {
  return info !== null && (info.weights === "baked" || step === 0);
}

export function WeightsNotice() {
  const { t } = useTranslation("failures");
  const format = useFormat();
  const { trained } = useLinkedTraining();
  const isLacking = useLane(({ run }) => lacksWeights(run));
  const isShipped = useLane(({ run }) => run.info?.weights === "baked");
  if (trained === null || !isLacking) return null;
  const text =
    trained === "file"
      ? t("weightsInFile")
      : t(isShipped ? "weightsShipped" : "weightsRandom", { updates: format.number(trained) });
  return (
    <div className={styles.region} role="alert">
      <div className={styles.notice}>
        <div className={styles.text}>
          <p>{text}</p>
        </div>
        <div className={styles.ways}>
          <Button look="quiet" onClick={() => moveFocusThen("stage", dismissLinkedTraining)}>
            {t("dismiss")}
          </Button>
        </div>
      </div>
    </div>
  );
}
