/** One of two models side by side: what sets it apart, its answer and its picture. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import type { LaneId } from "../../workers/protocol";
import { OutputLines } from "../output/OutputLines";
import { StageBody } from "../player/StageBody";
import { useReasonId } from "../player/useReasonId";
import type { SideBySide } from "../unrolled/useStageLayout";
import { useHides } from "../useHides";
import { useReached } from "../useReached";
import { useShownStep } from "../useShownStep";
import styles from "./ComparedStage.module.css";
import { LaneHead } from "./LaneHead";
import { useLaneName } from "./useLaneName";

interface ComparedLaneProps {
  readonly lane: LaneId;
  readonly beside: SideBySide;
}

export function ComparedLane({ lane, beside }: ComparedLaneProps): ReactNode {
  const name = useLaneName(lane);
  const inspected = useApp(({ view }) => view.inspectedLane);
  const inspect = (): void => {
    if (lane !== inspected) student.inspectLane(lane);
  };
  return (
    <figure
      className={styles.lane}
      aria-label={name}
      onFocusCapture={inspect}
      onPointerDownCapture={inspect}
    >
      <LaneHead lane={lane} />
      <Answer />
      <StageBody beside={beside} />
    </figure>
  );
}

function Answer(): ReactNode {
  const shown = useShownStep();
  const reasonId = useReasonId();
  const reached = useReached();
  const hidesExpected = useHides("expected");
  if (!shown) return null;
  return (
    <div className={styles.answer}>
      <OutputLines
        trace={shown.trace}
        index={reached}
        reasonId={reasonId}
        omitsExpected
        judges={!hidesExpected}
      />
    </div>
  );
}
