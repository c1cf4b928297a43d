/** The replay slider: shows the example on the stage as decoded by earlier weights of this run. */
import { useTranslation } from "react-i18next";
import { useLane, useThrottledRun } from "../useLane";
import { pastStep } from "../../engine/show";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { valuesAtStep } from "../../vis/charts/curves";
import { Button } from "../primitives/Button";
import { Slider } from "../primitives/Slider";
import { useFormat } from "../primitives/useFormat";
import styles from "./Replay.module.css";
import { nearestIndex, pastSteps } from "./replaySteps";
import { useCursorText } from "./useCursorText";

export function Replay() {
  const weights = useLane((lane) => lane.run.info?.weights ?? "baked");
  return weights === "baked" ? null : <Scrubber />; // a shipped model has no snapshots
}

function Scrubber() {
  const { t } = useTranslation("training");
  const format = useFormat();
  const snapshots = useLane((lane) => lane.run.snapshots);
  const newest = useThrottledRun((run) => (run.status === "training" ? null : run.step));
  const replay = useApp(({ view }) => pastStep(view.show));
  const attends = useLane((lane) => lane.run.info?.config.attention !== "none");
  const past = pastSteps(snapshots, newest);
  const now = past.length; // the slider's last position is the present
  const index = replay === null ? now : nearestIndex(past, replay);
  const isEmpty = past.length === 0;
  const hint = attends ? "replay.hint" : "replay.hintPlain";
  const move = (to: number): void => {
    const step = past[to];
    student.lookBack(step === undefined ? "present" : { step });
  };
  const write = (at: number): string => {
    const step = past[at];
    return step === undefined
      ? t("replay.now")
      : t("replay.position", { step: format.number(step) });
  };
  return (
    <fieldset className={styles.replay} data-place="replay" aria-label={t("replay.title")}>
      <Slider
        label={t("replay.title")}
        value={index}
        min={0}
        max={Math.max(1, now)}
        step={1}
        write={isEmpty ? () => t("replay.now") : write}
        onMove={move}
        onCommit={move}
        disabled={isEmpty}
      />
      <div className={styles.buttons}>
        <Button look="quiet" disabled={index === 0} onClick={() => move(index - 1)}>
          {t("replay.earlier")}
        </Button>
        <Button look="quiet" disabled={index >= now} onClick={() => move(index + 1)}>
          {t("replay.later")}
        </Button>
        <Button look="quiet" disabled={replay === null} onClick={() => move(now)}>
          {t("replay.back")}
        </Button>
      </div>
      <div className={styles.note}>
        {replay === null && <p>{t(isEmpty ? "replay.none" : hint)}</p>}
        <output>{replay !== null && <ReplayedValues step={replay} />}</output>
      </div>
    </fieldset>
  );
}

/** Loss and evaluation at the replayed step. */
function ReplayedValues({ step }: { readonly step: number }) {
  const { points, count } = useThrottledRun((run) => run.losses);
  const evaluations = useThrottledRun((run) => run.evaluations);
  const { first, second } = useCursorText(step, valuesAtStep(points, count, evaluations, step));
  return (
    <>
      {first}
      <br />
      {second}
    </>
  );
}
