/** Two networks side by side that read the same source, under one source box and over one set of buttons. */
import { useRef, type ReactNode } from "react";
import { ExpectedLine } from "../output/OutputLines";
import { SourceLine } from "../player/SourceLine";
import { StageFrame } from "../player/Stage";
import { useApp } from "../../state/store";
import { LaneContext } from "../useLane";
import { useHides } from "../useHides";
import { useShownStep } from "../useShownStep";
import { ComparedLane } from "./ComparedLane";
import styles from "./ComparedStage.module.css";
import { DifferenceStage } from "./DifferenceStage";
import { LANES } from "../lanes";
import { useCompareTexts } from "./useCompareTexts";
import { useLinkedHover } from "./useLinkedHover";
import { useSideBySide } from "./useSideBySide";

export function ComparedStage(): ReactNode {
  useCompareTexts();
  const shown = useShownStep();
  const hidesExpected = useHides("expected");
  const isDifference = useApp(({ view }) => view.maps === "difference");
  return (
    <StageFrame>
      <div className={styles.source}>
        <SourceLine />
        {shown && !hidesExpected && <ExpectedLine trace={shown.trace} />}
      </div>
      {isDifference ? <DifferenceStage /> : <Pair />}
    </StageFrame>
  );
}

function Pair(): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const hover = useLinkedHover(place);
  const sides = useSideBySide();
  return (
    <div ref={place} className={styles.pair} {...hover}>
      {LANES.map((lane) => (
        <LaneContext key={lane} value={lane}>
          <ComparedLane lane={lane} beside={sides[lane]} />
        </LaneContext>
      ))}
    </div>
  );
}
