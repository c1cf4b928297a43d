/** The inspector of the model that the student used last, and the choice between the two. */
import type { ReactNode } from "react";
import { useApp } from "../../state/store";
import { Inspector } from "../inspector/Inspector";
import { LaneContext } from "../useLane";
import styles from "./InspectedLane.module.css";
import { LaneChoice } from "./LaneChoice";
import { useCompareTexts } from "./useCompareTexts";

export function InspectedLane(): ReactNode {
  const { t } = useCompareTexts();
  const lane = useApp(({ view }) => view.inspectedLane);
  return (
    <div className={styles.inspected}>
      <LaneChoice label={t("inspected")} />
      <LaneContext value={lane}>
        <Inspector />
      </LaneContext>
    </div>
  );
}
