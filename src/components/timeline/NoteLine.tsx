/** One line on the present model: its origin, why training has stopped, or why a reload would lose it. Its full text is in the tab. */
import { useTranslation } from "react-i18next";
import { student } from "../../state/actions/acts";
import { betterThanNow, hasTrainedModel } from "../../state/slices/run";
import { focusPlace } from "../focusPlace";
import { Button } from "../primitives/Button";
import { useLane } from "../useLane";
import { BestOffer } from "./BestOffer";
import styles from "./NoteLine.module.css";
import { useRunNote } from "./useRunNote";

export function NoteLine({ id }: { readonly id: string }) {
  const { t } = useTranslation("training");
  const { short, full } = useRunNote();
  const problem = useLane((lane) => lane.run.savingProblem);
  const offersTrained = useLane(
    ({ run }) => (run.status === "idle" || run.status === "training") && hasTrainedModel(run),
  );
  const best = useLane(({ run }) => betterThanNow(run));
  return (
    <div className={styles.line}>
      <p id={id} className={best ? "visually-hidden" : styles.note} title={full}>
        {short}
      </p>
      {/* A live region announces only changes, so it exists before its text. */}
      <output className={styles.problem} title={problem ? t(`keeping.${problem}`) : undefined}>
        {problem && t(`keeping.${problem}`)}
      </output>
      {best && <BestOffer best={best} />}
      {offersTrained && !best && (
        <Button look="link" className={styles.link} onClick={showTrained}>
          {t("showTrained")}
        </Button>
      )}
    </div>
  );
}

/** The button disappears with its model, so the focus moves. */
function showTrained(): void {
  student.showTrainedModel();
  focusPlace("train");
}
