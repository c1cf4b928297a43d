/** The note over the stage that it shows an earlier update, or the update that a training model has reached. It moves nothing. */
import { looksBack } from "../../engine/setup/modelShape";
import { useTranslation } from "../../i18n/useTranslation";
import { hasTrainingRows } from "../../state/slices/run";
import type { Lane } from "../../state/slices/lane";
import { isComparing, useApp } from "../../state/store";
import { useFormat } from "../primitives/useFormat";
import { useLane } from "../useLane";
import styles from "./MapNote.module.css";

const updateOf = ({ run }: Lane): number | null => run.trace?.trainedSteps ?? null;

export function MapNote() {
  const { t } = useTranslation("training");
  const format = useFormat();
  const isWanted = useApp(({ view }) => view.show.weightsOf !== "present");
  // Where the present weights give no finite numbers, the worker shows earlier ones by itself.
  const isPast = useLane(({ run }) => run.trace?.show.weightsOf !== "present") || isWanted;
  const isTraining = useLane((lane) => lane.run.status === "training");
  const attends = useLane(({ run }) => run.info === null || looksBack(run.info.config));
  const update = useLane(updateOf);
  const wanted = useApp(({ view }) => view.show);
  const isFed = useLane(({ run }) => hasTrainingRows(run, wanted));
  const isOfOne = useApp(
    (state) => isComparing(state) && updateOf(state.lanes.b) !== updateOf(state.lanes.a),
  ); // each stage then has its own
  if (update === null || isOfOne || !(isPast || isTraining)) return null;
  const step = format.number(update);
  return (
    <p className={isPast ? styles.past : styles.note}>
      {isPast ? t("map.past", { step }) : t(attends ? "map.of" : "map.answerOf", { step })}
      {isFed && t("map.fed")}
    </p>
  );
}
