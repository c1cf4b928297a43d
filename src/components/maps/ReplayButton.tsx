/** Replays the training on the stage: the playhead walks along the kept updates. With less motion, one press is one update. */
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { page, student } from "../../state/actions/acts";
import { LANE } from "../../state/slices/lane";
import { isAsked, ofLane } from "../../state/slices/requests";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { PauseIcon, TrainIcon } from "../timeline/icons";
import { useRun } from "../useLane";
import { useReducedMotion } from "../useReducedMotion";
import styles from "./AttentionFilm.module.css";

const MS_PER_MAP = 700;

/** Each picture waits for the decode of the one before. */
function useReplay(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(() => {
      const isDecoding = isAsked(ofLane(useApp.getState().requests, LANE), "show");
      if (!isDecoding) page.replayOn();
    }, MS_PER_MAP);
    return () => clearInterval(timer);
  }, [isOn]);
}

export function ReplayButton(): ReactNode {
  const { t } = useTranslation("maps");
  const isStill = useReducedMotion();
  const isOn = useApp(({ view }) => view.replaying);
  const canReplay = useRun(({ status, snapshots }) => status === "idle" && snapshots.length > 1);
  useReplay(isOn && canReplay && !isStill);
  if (isStill)
    return (
      <Button className={styles.replay} disabled={!canReplay} onClick={student.replayOn}>
        {t("next")}
      </Button>
    );
  return (
    <Button
      className={styles.replay}
      disabled={!canReplay}
      onClick={() => student.playReplay(!isOn)}
    >
      {isOn ? <PauseIcon /> : <TrainIcon />}
      {t(isOn ? "pause" : "replay")}
    </Button>
  );
}
