/** Vertical lines through a panel: at the cursor's step and at the replayed step. */
import { pastStep } from "../../engine/show";
import { useApp } from "../../state/store";
import type { Frame } from "../../vis/charts/curves";
import styles from "./Curves.module.css";

export interface CurveMarksProps {
  readonly frame: Frame;
  readonly end: number;
  readonly cursor: number | null; // null while it follows the newest step
}

export function CurveMarks({ frame, end, cursor }: CurveMarksProps) {
  const replay = useApp(({ view }) => pastStep(view.show));
  const lineAt = (step: number): string => {
    const x = frame.left + (step / end) * (frame.right - frame.left);
    return `M${x} ${frame.top}V${frame.bottom}`;
  };
  return (
    <>
      {replay !== null && <path className={styles.replay} d={lineAt(replay)} />}
      {cursor !== null && <path className={styles.cursor} d={lineAt(cursor)} />}
    </>
  );
}
