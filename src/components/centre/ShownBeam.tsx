/** The beam search of the decode on show, connected to the store. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { BeamFigure } from "../beam/BeamFigure";
import { useShownStep } from "../useShownStep";
import styles from "./Centre.module.css";

export function ShownBeam(): ReactNode {
  const shown = useShownStep();
  if (!shown) return null;
  return (
    <div className={styles.card}>
      <BeamFigure trace={shown.trace} index={shown.index} onSelect={student.selectByHand} />
    </div>
  );
}
