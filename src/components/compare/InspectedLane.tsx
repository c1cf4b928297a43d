/** The inspector of the model that the student used last, and the choice between the two. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { Inspector } from "../inspector/Inspector";
import { Choice } from "../primitives/Choice";
import { LaneContext } from "../useLane";
import styles from "./InspectedLane.module.css";
import { LANE_NAMES, LANES } from "../lanes";
import { useCompareTexts } from "./useCompareTexts";

export function InspectedLane(): ReactNode {
  const { t } = useCompareTexts();
  const lane = useApp(({ view }) => view.inspectedLane);
  return (
    <div className={styles.inspected}>
      <Choice
        label={t("inspected")}
        options={LANES}
        value={lane}
        name={(each) => LANE_NAMES[each]}
        onChoose={student.inspectLane}
      />
      <LaneContext value={lane}>
        <Inspector />
      </LaneContext>
    </div>
  );
}
