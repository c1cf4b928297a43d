/** A part of the page that shows one of two models: which one, and the choice between them. */
import type { ReactNode } from "react";
import { useApp } from "../../state/store";
import { LaneContext } from "../useLane";
import { LaneChoice } from "./LaneChoice";
import { LaneHead } from "./LaneHead";
import styles from "./OneLane.module.css";
import { useCompareTexts } from "./useCompareTexts";
import { useLaneName } from "./useLaneName";

export function OneLane({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useCompareTexts();
  const lane = useApp(({ view }) => view.inspectedLane);
  const name = useLaneName(lane);
  return (
    <figure className={styles.one} aria-label={name}>
      <div className={styles.which}>
        <LaneChoice label={t("shown")} />
        <LaneContext value={lane}>
          <LaneHead lane={lane} />
        </LaneContext>
      </div>
      <LaneContext value={lane}>{children}</LaneContext>
    </figure>
  );
}
