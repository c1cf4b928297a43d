/** First, previous, play, next, last; and the speed. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { longestTrace, useApp } from "../../state/store";
import { SPEEDS } from "../../state/slices/view";
import { isStopped } from "../../state/slices/run";
import { useRun } from "../useLane";
import { useShownStep } from "../useShownStep";
import { useFormat } from "../primitives/useFormat";
import { Icon, type IconName } from "./icons";
import styles from "./Transport.module.css";
import { jump, togglePlayback } from "./usePlayback";
import { student } from "../../state/actions/acts";

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly main?: boolean;
  /** It keeps the focus and ignores clicks. */
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

function IconButton({ icon, label, main, disabled, onPress }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={styles.button}
      data-main={main || undefined}
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Whether the step buttons have no step to go to. During playback and with a draft they act at any step. */
function useEnds(): { readonly isFirst: boolean; readonly isLast: boolean } {
  const shown = useShownStep();
  // Two lanes may have answers of two lengths.
  const isOver = useApp((state) => state.view.step + 1 >= (longestTrace(state)?.steps.length ?? 0));
  const isMoving = useApp(({ view, draft }) => view.playing || draft !== null);
  if (shown === null || isMoving) return { isFirst: false, isLast: false };
  const { index, trace } = shown;
  return { isFirst: index === 0, isLast: isOver && index === trace.steps.length - 1 };
}

export function Transport(): ReactNode {
  const { t } = useTranslation("player");
  const playing = useApp((state) => state.view.playing);
  const { isFirst, isLast } = useEnds();
  const isDown = useRun(isStopped);
  return (
    <div className={styles.transport} data-place="transport">
      <IconButton icon="first" label={t("first")} onPress={() => jump("first")} />
      <IconButton
        icon="previous"
        label={t("previous")}
        disabled={isFirst}
        onPress={() => jump("previous")}
      />
      <IconButton
        icon={playing ? "pause" : "play"}
        label={playing ? t("pause") : t("play")}
        disabled={isDown}
        onPress={togglePlayback}
        main
      />
      <IconButton icon="next" label={t("next")} disabled={isLast} onPress={() => jump("next")} />
      <IconButton icon="last" label={t("last")} onPress={() => jump("last")} />
    </div>
  );
}

export function Speed(): ReactNode {
  const { t } = useTranslation("player");
  const format = useFormat();
  const speed = useApp((state) => state.view.stepsPerSecond);
  const text = format.number(speed, 1);
  return (
    <label className={styles.speed}>
      <span>{t("speed")}</span>
      <input
        type="range"
        min={SPEEDS.min}
        max={SPEEDS.max}
        step={SPEEDS.step}
        value={speed}
        aria-label={t("speed")}
        aria-valuetext={t("speedText", { speed: text })}
        onChange={(event) => student.setSpeed(event.target.valueAsNumber)}
      />
      <span className={styles.rate} aria-hidden="true">
        {t("speedShort", { speed: text })}
      </span>
    </label>
  );
}
