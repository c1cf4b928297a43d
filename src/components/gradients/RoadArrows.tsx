/** The roads as arrows: one picture under the tiles, hidden from assistive technology. */
import { memo, type ReactNode } from "react";
import type { RoadLengths } from "../../vis/facts/roadLengths";
import { roadArrows } from "../../vis/layout/roadArrows";
import type { StageLayout } from "../../vis/layout/stageLayout";
import styles from "./RoadArrows.module.css";

interface RoadArrowsProps {
  readonly layout: StageLayout;
  readonly lengths: RoadLengths;
}

export const RoadArrows = memo(function RoadArrows({
  layout,
  lengths,
}: RoadArrowsProps): ReactNode {
  return (
    <svg className={styles.layer} width={layout.width} height={layout.height} aria-hidden="true">
      {roadArrows(layout, lengths).map(({ key, tone, dashed, path, head, width }) => (
        <g key={key} className={styles.road} data-tone={tone} data-dashed={dashed || undefined}>
          <path d={path} strokeWidth={width} />
          {head && <polygon points={head} />}
        </g>
      ))}
    </svg>
  );
});
