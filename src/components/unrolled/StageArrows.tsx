/** The arrows of the stage: one picture under everything else, hidden from assistive technology. */
import { memo, useMemo, type ReactNode } from "react";
import type { Trace } from "../../engine/results/trace";
import { rowArrows } from "../../vis/layout/arrows";
import { encoderArrows } from "../../vis/layout/encoderArrows";
import type { Arrow } from "../../vis/layout/arrowPath";
import type { StageLayout } from "../../vis/layout/stageLayout";
import styles from "./StageArrows.module.css";

function ArrowPath({ arrow }: { readonly arrow: Arrow }): ReactNode {
  return (
    <g
      className={styles.arrow}
      data-tone={arrow.tone}
      data-dashed={arrow.dashed || undefined}
      data-double={arrow.double || undefined}
    >
      <path d={arrow.path} />
      {arrow.double && <path className={styles.between} d={arrow.path} />}
      {arrow.head && <polygon points={arrow.head} />}
    </g>
  );
}

export interface StageArrowsProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  /** The shown step; later steps have no arrows yet. */
  readonly index: number;
}

export const StageArrows = memo(function StageArrows({
  layout,
  trace,
  index,
}: StageArrowsProps): ReactNode {
  const columns = trace.source.length;
  const origins = trace.steps.map((step) => step.inputOrigin).join();
  const arrows = useMemo(() => {
    const rows = origins.split(",") as Trace["steps"][number]["inputOrigin"][];
    return [
      ...encoderArrows(layout, columns),
      ...rows
        .slice(0, index + 1)
        .flatMap((origin, row) => rowArrows(layout, { row, origin, current: row === index })),
    ];
  }, [layout, columns, origins, index]);
  return (
    <svg className={styles.layer} width={layout.width} height={layout.height} aria-hidden="true">
      {arrows.map((arrow) => (
        <ArrowPath key={arrow.key} arrow={arrow} />
      ))}
    </svg>
  );
});
