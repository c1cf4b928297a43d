/** The cursor of the curves: an invisible native slider over them, so that keys, pointer and touch all move it. */
import type { PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLane } from "../useLane";
import { xToStep, type Frame } from "../../vis/charts/curves";
import styles from "./CurveScrubber.module.css";
import { useCursorText, type StepValues } from "./useCursorText";

interface ScrubberProps {
  readonly end: number;
  readonly shown: number;
  readonly frame: Frame;
  readonly isFollowing: boolean;
  readonly isDisabled: boolean;
  readonly reading: StepValues;
  readonly onMove: (step: number | null) => void;
}

export function CurveScrubber(props: ScrubberProps) {
  const { end, shown, frame, isFollowing, isDisabled, reading, onMove } = props;
  const { t } = useTranslation("training");
  const isTraining = useLane((lane) => lane.run.status === "training");
  const words = useCursorText(shown, reading);
  const hover = (event: PointerEvent<HTMLElement>): void => {
    if (event.pointerType !== "mouse" || isDisabled) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    onMove(xToStep(event.clientX - left, end, frame));
  };
  return (
    <div className={styles.area} onPointerMove={hover} onPointerLeave={() => onMove(null)}>
      <input
        className={styles.range}
        type="range"
        min={0}
        max={end}
        value={shown}
        disabled={isDisabled}
        aria-label={t("curves.scrub")}
        // While the cursor follows training the text stays the same; otherwise a screen reader would never stop.
        aria-valuetext={
          isFollowing && isTraining ? t("curves.newest") : `${words.first}, ${words.second}`
        }
        onChange={({ target }) => {
          const step = Number(target.value);
          onMove(step >= end ? null : step);
        }}
      />
    </div>
  );
}
