/**
 * The playhead of the timeline: a native slider over the curves, so that keys, pointer and touch move it. Its right end
 * is the present. Further back the stage shows the weights of a snapshot, and the readings are those of that update.
 */
import type { KeyboardEvent } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { updateScale } from "../../vis/charts/curves";
import { useFormat } from "../primitives/useFormat";
import { useLane } from "../useLane";
import type { PlotFrame } from "../../vis/charts/plotFrame";
import styles from "./Playhead.module.css";
import { stopBeside } from "./stops";
import type { History } from "./useHistory";

interface PlayheadProps {
  /** The update at which it stands; null: the present. */
  readonly at: number | null;
  readonly history: Pick<History, "snapshots" | "evaluations" | "last" | "end">;
  readonly frame: PlotFrame;
  /** The values of the update at which it stands, in words. */
  readonly values: string;
}

export function Playhead({ at, history, frame, values }: PlayheadProps) {
  const { t } = useTranslation("training");
  const text = usePlayheadText(at, history.last, values);
  const { last, end } = history;
  const isEmpty = last === 0;
  const x = updateScale(end, frame);
  const width = Math.max(1, x(last) - frame.left);
  const move = (to: number): void => {
    if (!isEmpty) student.lookBack(to >= last ? "present" : { step: Math.max(0, to) });
  };
  return (
    <>
      {history.snapshots.map((step) => (
        <i key={step} className={styles.snapshot} style={placed(x(step), frame)} />
      ))}
      <input
        className={styles.range}
        style={{ left: frame.left, width }}
        type="range"
        min={0}
        max={Math.max(1, last)}
        step={1}
        value={isEmpty ? 1 : (at ?? last)}
        aria-label={t("timeline.label")}
        aria-valuetext={text}
        aria-disabled={isEmpty}
        onChange={({ target }) => move(target.valueAsNumber)}
        onKeyDown={(event) => onKey(event, history, { at: at ?? last, move })}
      />
      <div
        className={at === null ? styles.present : styles.past}
        style={{ transform: `translateX(${isEmpty ? frame.left : x(at ?? last)}px)` }}
      >
        <i
          className={styles.line}
          style={{ top: frame.top - 4, height: frame.bottom - frame.top + 4 }}
        />
        <i className={styles.knob} style={{ top: frame.bottom }} />
      </div>
    </>
  );
}

function placed(x: number, { bottom }: PlotFrame): { left: number; top: number } {
  return { left: x, top: bottom };
}

interface Position {
  readonly at: number;
  readonly move: (to: number) => void;
}

const BACK = ["ArrowLeft", "ArrowDown"];
const ON = ["ArrowRight", "ArrowUp"];

/** Arrow keys go from stop to stop; with Shift they go from update to update, as the browser moves a slider. */
function onKey(
  event: KeyboardEvent,
  history: PlayheadProps["history"],
  { at, move }: Position,
): void {
  const direction = BACK.includes(event.key) ? -1 : ON.includes(event.key) ? 1 : 0;
  const isModified = event.altKey || event.ctrlKey || event.metaKey;
  if (direction === 0 || isModified) return;
  event.preventDefault();
  move(event.shiftKey ? at + direction : stopBeside(history, at, direction));
}

/** At the present the text is short: a screen reader would never stop while the run trains. */
function usePlayheadText(at: number | null, last: number, values: string): string {
  const { t } = useTranslation("training");
  const format = useFormat();
  const isTraining = useLane((lane) => lane.run.status === "training");
  if (at !== null) return values;
  if (isTraining || last === 0) return t("timeline.now");
  return t("timeline.nowAt", { step: format.number(last) });
}
