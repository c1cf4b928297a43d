/** The upper part of the player: the source, and the output under it. */
import type { ReactNode } from "react";
import { OutputLines } from "../output/OutputLines";
import { useHides } from "../useHides";
import { useReached } from "../useReached";
import { useShownStep } from "../useShownStep";
import styles from "./Player.module.css";
import { SourceLine } from "./SourceLine";
import { useReasonId } from "./useReasonId";

export function Player(): ReactNode {
  const shown = useShownStep();
  const reasonId = useReasonId();
  const reached = useReached();
  const hidesExpected = useHides("expected");
  return (
    <div className={styles.player}>
      <SourceLine />
      {shown && (
        <OutputLines
          trace={shown.trace}
          index={reached}
          reasonId={reasonId}
          omitsExpected={hidesExpected}
          judges={!hidesExpected}
        />
      )}
    </div>
  );
}
