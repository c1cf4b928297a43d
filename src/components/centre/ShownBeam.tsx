/** The beam search of the decode on show, connected to the store. */
import type { ReactNode } from "react";
import { BeamFigure } from "../beam/BeamFigure";
import { useSelect } from "../useSelect";
import { useShownStep } from "../useShownStep";
import styles from "./Centre.module.css";

export function ShownBeam(): ReactNode {
  const shown = useShownStep();
  const onSelect = useSelect();
  if (!shown) return null;
  return (
    <div className={styles.card}>
      <BeamFigure trace={shown.trace} index={shown.index} onSelect={onSelect} />
    </div>
  );
}
