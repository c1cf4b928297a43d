/**
 * A lesson's marks on whole rows where the model has no attention, so that no row of a map can carry them. Hidden from
 * assistive technology: the card says both rows in words.
 */
import type { ReactNode } from "react";
import type { StageLayout } from "../../vis/layout/stageLayout";
import { rowStyle } from "./map/rowStyle";
import { useMapMarks } from "./mapMarks";
import styles from "./RowMarks.module.css";

export function RowMarks({ layout }: { readonly layout: StageLayout }): ReactNode {
  const { predicted, truth } = useMapMarks();
  return (
    <div aria-hidden="true">
      {truth?.column === null && (
        <span className={styles.mark} data-true style={rowStyle(layout, truth.row)} />
      )}
      {predicted?.column === null && (
        <span className={styles.mark} data-predicted style={rowStyle(layout, predicted.row)} />
      )}
    </div>
  );
}
